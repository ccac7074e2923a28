import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Download, type UploadedFile } from '../../shared/index.ts';
import { aDocument, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { BookingPapersSchema } from './contract.ts';
import { at, code, FIRST, OF, type PapersRoom, paperId, papersRoom, SECOND, text } from './papers.fixture.ts';

let now = new Date(at('10:00', 24));
let room: PapersRoom;

beforeAll(async () => {
  room = await papersRoom(() => now);
});
afterAll(() => room.city.close());
afterEach(async () => {
  await quiet(room.city.test);
  room.sent.length = 0;
  now = new Date(at('10:00', 24));
});

const meetings = async () => {
  const { rows } = await room.city.test.owner.query('select meeting_id as id from kaigi.meeting');
  return rows.map(({ id }) => id as string);
};
const view = (answer: unknown) => BookingPapersSchema.parse(answer);

describe('S-16: who has to do with the papers of a meeting', () => {
  it('those who take part read them; nobody else does, though the meeting itself is 公開', async () => {
    await room.meet();
    const planned = await room.agenda('section-head');
    expect(planned.agenda.map(({ title, owner, minutes: long }) => [title, owner?.name, long])).toEqual([
      ['予算', '見本 drafter', 30],
      ['人事', undefined, null],
    ]);
    await room.lay('section-head', '案');
    expect((await room.read('department-head')).papers).toHaveLength(1);
    for (const name of [
      'colleague',
      'other-section',
      'auditor',
      room.city.as('section-head', { municipalityId: YAMATO }),
    ])
      expect(await code(room.read(name))).toBe('schedules.booking_not_found');
    await room.agenda('section-head', { version: 1, readers: 'SECTIONS' });
    expect((await room.read('colleague')).papers).toHaveLength(1);
    expect(await code(room.read('other-section'))).toBe('schedules.booking_not_found');
  });

  it('whoever called it and the 記録者 plan, the owner of an item lays papers to it, and nobody else any', async () => {
    await room.meet();
    await room.agenda('section-head');
    expect((await room.lay('drafter', '案', { itemId: FIRST })).papers[0]?.itemId).toBe(FIRST);
    expect(await code(room.lay('drafter', '別', { itemId: SECOND }))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(room.lay('drafter', '全体'))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(room.lay('department-head', '案', { itemId: FIRST }))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(room.agenda('drafter', { version: 1 }))).toBe('schedules.papers_not_yours');
    expect(await code(room.minutes('drafter'))).toBe('schedules.papers_not_yours');
    const both = [
      code(room.agenda('section-head', { version: 1 })),
      code(room.agenda('subsection-head', { version: 1 })),
    ];
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'schedules.agenda_stale']);
  });

  it('refuses strangers, an item twice, one that has papers, and what is cancelled', async () => {
    await room.meet();
    const ownerId = await room.days.staffId('other-section');
    const item = { id: FIRST, title: '予算', ownerId: null, minutes: null };
    expect(await code(room.agenda('section-head', { items: [{ ...item, ownerId }] }))).toBe(
      'schedules.agenda_stranger',
    );
    expect(await code(room.agenda('section-head', { items: [item, item] }))).toBe('schedules.agenda_twice');
    await room.agenda('section-head');
    expect(await code(room.lay('section-head', '案', { itemId: room.bookingId() }))).toBe(
      'schedules.paper_item_unknown',
    );
    await room.lay('section-head', '案', { itemId: FIRST });
    expect(await code(room.agenda('section-head', { version: 1, items: [] }))).toBe('schedules.agenda_item_has_papers');
    await room.call(`DELETE ${OF}`, 'section-head', { params: { id: room.bookingId() }, query: { version: 1 } });
    expect(await code(room.lay('section-head', '別'))).toBe('schedules.booking_cancelled');
    expect(await code(room.minutes('section-head'))).toBe('schedules.booking_cancelled');
  });
});

describe('S-16: editions', () => {
  it('keeps who replaced what when, page by page, and every edition can be opened', async () => {
    await room.meet();
    const id = paperId(await room.lay('section-head', '一'));
    now = new Date(at('11:00', 24));
    const replaced = await room
      .lay('subsection-head', '二', {
        replaces: { paperId: id, edition: 1 },
        pages: '３、5〜6頁',
        note: '表を直した',
      })
      .catch((error: { code: string }) => error.code);
    expect(replaced).toBe('schedules.papers_not_yours_to_lay');
    const { papers, version } = await room.lay('section-head', '二', {
      replaces: { paperId: id, edition: 1 },
      pages: '３、5〜6頁',
      note: '表を直した',
    });
    expect(papers[0]?.editions.map(({ edition, pages, note, at: when }) => [edition, pages, note, when])).toEqual([
      [
        2,
        [
          { from: 3, to: 3 },
          { from: 5, to: 6 },
        ],
        '表を直した',
        '2026-11-24T02:00:00.000Z',
      ],
      [1, [], '', '2026-11-24T01:00:00.000Z'],
    ]);
    expect(version).toBe(2);
    const bytes = async (query: object) => {
      const download = await room.open('drafter', id, query);
      return download instanceof Download ? Buffer.from(download.bytes).toString() : download;
    };
    expect([await bytes({}), await bytes({ edition: 1 })]).toEqual(['二', '一']);
    const second = { paperId: id, edition: 2 };
    expect(await code(room.open('other-section', id))).toBe('schedules.booking_not_found');
    expect(await code(room.lay('section-head', '二', { replaces: second }))).toBe('schedules.paper_same');
    expect(await code(room.lay('section-head', '三', { replaces: second, pages: '三' }))).toBe('schedules.paper_pages');
  });

  it('who opened which edition is seen by whoever called the meeting; others see their own mark', async () => {
    await room.meet();
    const id = paperId(await room.lay('section-head', '一'));
    await room.open('drafter', id);
    await room.open('drafter', id);
    const [paper] = (await room.read('section-head')).papers;
    expect(paper?.editions[0]?.openedBy?.map(({ person }) => person.name)).toEqual(['見本 drafter']);
    const marks = async (name: string) => (await room.read(name)).papers[0]?.editions[0];
    expect(await marks('drafter')).toMatchObject({ opened: true, openedBy: null });
    expect(await marks('section-head')).toMatchObject({ opened: true });
    expect(await marks('department-head')).toMatchObject({ opened: false, openedBy: null });
  });

  it('looks every file over, and lays a withdrawn one before nobody', async () => {
    await room.meet();
    const put = (file: UploadedFile) =>
      code(room.of(`POST ${OF}/papers`, 'section-head', { body: { title: '案' }, file }));
    expect(await put(text('MZ', 'virus.exe'))).toBe('approvals.attachment_kind');
    expect(await put(text('not a pdf', '案.pdf'))).toBe('approvals.attachment_kind');
    expect(await put(text('', '案.txt'))).toBe('records.empty_file');
    expect(await put(text('PK', '案.docm'))).toBe('records.macros');
    expect(await put(aDocument('会議の案'))).toBe('done');
    const id = paperId(await room.read('section-head'));
    const params = { id: room.bookingId(), paperId: id };
    expect((await room.of(`DELETE ${OF}/papers/{paperId}`, 'section-head', { params })).papers).toEqual([]);
    expect(await code(room.open('section-head', id))).toBe('schedules.paper_unknown');
    expect(
      await code(room.of(`POST ${OF}/papers/records`, 'section-head', { body: { title: '文書', recordId: id } })),
    ).toBe('records.not_found');
  });
});

describe('S-16: 会議録', () => {
  it('is made with agenda, attendees and papers, once by however many, and linked both ways', async () => {
    await room.meet();
    await room.agenda('section-head');
    const id = paperId(await room.lay('section-head', '一'));
    await room.lay('section-head', '二', { replaces: { paperId: id, edition: 1 } });
    const before = await meetings();
    const both = await Promise.all([room.minutes('section-head'), room.minutes('subsection-head')]);
    expect((await meetings()).length).toBe(before.length + 1);
    const meetingId = both[0].minutes.meetingId ?? '';
    expect((await room.minutes('section-head')).minutes.meetingId).toBe(meetingId);
    const meeting = await room.call('GET /meetings/{id}', 'subsection-head', { params: { id: meetingId } });
    expect(meeting).toMatchObject({
      ...{ title: '予算会議', heldOn: '2026-11-25', papers: ['予算案（第2版）'] },
      agenda: [{ title: '予算' }, { title: '人事' }],
    });
    const { attendees } = meeting as { attendees: { name: string; role: string }[] };
    expect(attendees.map(({ name, role }) => [name, role]).toSorted()).toEqual([
      ['見本 department-head', 'MEMBER'],
      ['見本 drafter', 'MEMBER'],
      ['見本 section-head', 'MEMBER'],
      ['見本 subsection-head', 'RECORDER'],
    ]);
    const back = view(await room.call('GET /schedules/meetings/{id}/papers', 'drafter', { params: { id: meetingId } }));
    expect(back.bookingId).toBe(room.bookingId());
    const strange = room.call('GET /schedules/meetings/{id}/papers', 'other-section', { params: { id: meetingId } });
    expect(await code(strange)).toBe('schedules.booking_not_found');
  });

  it('killed after it was made and before it was linked, it is the same one the next time', async () => {
    await room.meet();
    const first = (await room.minutes('section-head')).minutes.meetingId;
    const count = (await meetings()).length;
    await room.city.test.owner.query('update kaigi.schedules_plan set meeting_id = null where booking_id = $1', [
      room.bookingId(),
    ]);
    expect((await room.minutes('section-head')).minutes.meetingId).toBe(first);
    expect((await meetings()).length).toBe(count);
  });

  it('is made by itself when the meeting is over, where that was wished', async () => {
    await room.meet();
    await room.agenda('section-head', { makesMinutes: true });
    const task = async () => {
      await room.city.suite.enqueue([{ task: 'schedules/minutes-due-all', payload: {}, key: 'due' }]);
      await quiet(room.city.test);
    };
    now = new Date(at('13:59'));
    await task();
    expect((await room.read('section-head')).minutes.meetingId).toBeNull();
    now = new Date(at('14:00'));
    await task();
    expect((await room.read('section-head')).minutes).toMatchObject({ bySelf: true, sentence: null });
  });
});

describe('S-16: those who take part are told', () => {
  const told = async () => {
    await quiet(room.city.test);
    return room.sent
      .flatMap(([chat, message]) =>
        message.includes('会議の資料が変わりました') && message.includes('幹部会議') ? [chat] : [],
      )
      .toSorted();
  };

  it('once a day however often papers change, not of what they did themselves, and of a card that says it all', async () => {
    await room.meet('幹部会議');
    const id = paperId(await room.lay('section-head', '一'));
    expect(await told()).toEqual(['department-head', 'drafter']);
    await room.lay('section-head', '二', { replaces: { paperId: id, edition: 1 } });
    await room.lay('section-head', '別', { title: '別紙' });
    expect(await told()).toEqual(['department-head', 'drafter']);
    now = new Date(at('08:30'));
    await room.city.suite.enqueue([{ task: 'schedules/tell-papers-of-all', payload: {}, key: 'tell' }]);
    expect(await told()).toEqual(['department-head', 'department-head', 'drafter', 'drafter']);
    await room.city.suite.enqueue([{ task: 'schedules/tell-papers-of-all', payload: {}, key: 'tell' }]);
    expect((await told()).length).toBe(4);
    const cards = room.sent.flatMap(([, message]) => (message.includes('幹部会議') ? [message] : []));
    expect(cards.at(-1)).toContain('予算案（第2版）');
  });
});
