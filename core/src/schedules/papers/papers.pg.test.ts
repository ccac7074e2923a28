import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, Download, type UploadedFile } from '../../shared/index.ts';
import { type Days, daysIn } from '../../telework/presence/presence.fixture.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { BookingSchema } from '../bookings/contract.ts';
import { type BookingPapers, BookingPapersSchema } from './contract.ts';

const at = (time: string, day = 25) => `2026-11-${day}T${time}:00+09:00`;
const ITEMS = [1, 2].map((n) => `01900000-0000-4000-8000-00000000000${n}`) as [string, string];
const [FIRST, SECOND] = ITEMS;

let now = new Date(at('10:00', 24));
let city: TestCity;
let days: Days;
let bookingId: string;
const sent: [chat: string, message: string][] = [];

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  days = daysIn(city);
  city.suite.notifications.useMessenger({
    async send(reference, message) {
      sent.push([(reference as { chat: string }).chat, JSON.stringify(message)]);
      return { activityId: `a${sent.length}` };
    },
    async update() {},
  });
  await city.suite.startJobs();
  for (const name of ['section-head', 'drafter', 'department-head', 'colleague']) {
    const { entraObjectId } = city.as(name);
    const address = { municipalityId: MINATO, entraObjectId, conversationId: name, reference: { chat: name } };
    await city.suite.notifications.keepAddress(address);
  }
});
afterAll(() => city.close());
afterEach(async () => {
  await quiet(city.test);
  sent.length = 0;
  now = new Date(at('10:00', 24));
});

interface Input {
  readonly params?: Record<string, string>;
  readonly query?: object;
  readonly body?: object;
  readonly file?: UploadedFile;
}

async function call(what: string, name: string | Caller, { params = {}, query = {}, body = {}, file }: Input = {}) {
  const route = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
  if (!route) throw new Error(`no such route ${what}`);
  const caller = typeof name === 'string' ? city.as(name) : name;
  const parsed = { query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {} };
  return route.handle(caller, { params, ...parsed, file: file ?? null });
}
const OF = '/schedules/bookings/{id}';
const view = (answer: unknown) => BookingPapersSchema.parse(answer);
const of = async (what: string, name: string | Caller, more: Input = {}) =>
  view(await call(what, name, { ...more, params: { id: bookingId, ...more.params } }));
const read = (name: string | Caller) => of(`GET ${OF}/papers`, name);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  );
const text = (says: string, fileName = '資料.txt'): UploadedFile => ({ fileName, bytes: Buffer.from(says) });
const lay = (name: string | Caller, says: string, body: object = {}) =>
  of(`POST ${OF}/papers`, name, { body: { title: '予算案', ...body }, file: text(says) });
const paperId = ({ papers }: BookingPapers) => papers[0]?.paperId ?? '';
const open = (name: string, id: string, query: object = {}) =>
  call(`GET ${OF}/papers/{paperId}/content`, name, { params: { id: bookingId, paperId: id }, query });
const minutes = (name: string | Caller) => of(`POST ${OF}/minutes`, name);
const meetings = async () => {
  const { rows } = await city.test.owner.query('select meeting_id as id from kaigi.meeting');
  return rows.map(({ id }) => id as string);
};

/** 課長 calls 係長, 主事 and 部長; nobody of 総務課. */
async function meet(subject = '予算会議'): Promise<void> {
  const [chief, drafter, above] = await Promise.all(
    ['subsection-head', 'drafter', 'department-head'].map((name) => days.staffId(name)),
  );
  const body = {
    ...{ subject, from: at('13:00'), to: at('14:00'), visibility: 'PUBLIC' },
    ...{ required: [chief, drafter], optional: [above], travel: false },
  };
  bookingId = BookingSchema.parse(await call('POST /schedules/bookings', 'section-head', { body })).bookingId;
}

async function agenda(name: string | Caller, more: object = {}): Promise<BookingPapers> {
  const drafter = await days.staffId('drafter');
  const items = [
    { id: FIRST, title: '予算', ownerId: drafter, minutes: 30 },
    { id: SECOND, title: '人事', ownerId: null, minutes: null },
  ];
  const recorderId = await days.staffId('subsection-head');
  return of(`PUT ${OF}/agenda`, name, { body: { version: 0, items, recorderId, ...more } });
}

describe('S-16: who has to do with the papers of a meeting', () => {
  it('those who take part read them; nobody else does, though the meeting itself is 公開', async () => {
    await meet();
    const planned = await agenda('section-head');
    expect(planned.agenda.map(({ title, owner, minutes: long }) => [title, owner?.name, long])).toEqual([
      ['予算', '見本 drafter', 30],
      ['人事', undefined, null],
    ]);
    await lay('section-head', '案');
    expect((await read('department-head')).papers).toHaveLength(1);
    for (const name of ['colleague', 'other-section', 'auditor', city.as('section-head', { municipalityId: YAMATO })])
      expect(await code(read(name))).toBe('schedules.booking_not_found');
    await agenda('section-head', { version: 1, readers: 'SECTIONS' });
    expect((await read('colleague')).papers).toHaveLength(1);
    expect(await code(read('other-section'))).toBe('schedules.booking_not_found');
  });

  it('whoever called it and the 記録者 plan, the owner of an item lays papers to it, and nobody else any', async () => {
    await meet();
    await agenda('section-head');
    expect((await lay('drafter', '案', { itemId: FIRST })).papers[0]?.itemId).toBe(FIRST);
    expect(await code(lay('drafter', '別', { itemId: SECOND }))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(lay('drafter', '全体'))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(lay('department-head', '案', { itemId: FIRST }))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(agenda('drafter', { version: 1 }))).toBe('schedules.papers_not_yours');
    expect(await code(minutes('drafter'))).toBe('schedules.papers_not_yours');
    const both = [code(agenda('section-head', { version: 1 })), code(agenda('subsection-head', { version: 1 }))];
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'schedules.agenda_stale']);
  });

  it('refuses strangers, an item twice, one that has papers, and what is cancelled', async () => {
    await meet();
    const ownerId = await days.staffId('other-section');
    const item = { id: FIRST, title: '予算', ownerId: null, minutes: null };
    expect(await code(agenda('section-head', { items: [{ ...item, ownerId }] }))).toBe('schedules.agenda_stranger');
    expect(await code(agenda('section-head', { items: [item, item] }))).toBe('schedules.agenda_twice');
    await agenda('section-head');
    expect(await code(lay('section-head', '案', { itemId: bookingId }))).toBe('schedules.paper_item_unknown');
    await lay('section-head', '案', { itemId: FIRST });
    expect(await code(agenda('section-head', { version: 1, items: [] }))).toBe('schedules.agenda_item_has_papers');
    await call(`DELETE ${OF}`, 'section-head', { params: { id: bookingId } });
    expect(await code(lay('section-head', '別'))).toBe('schedules.booking_cancelled');
    expect(await code(minutes('section-head'))).toBe('schedules.booking_cancelled');
  });
});

describe('S-16: editions', () => {
  it('keeps who replaced what when, page by page, and every edition can be opened', async () => {
    await meet();
    const id = paperId(await lay('section-head', '一'));
    now = new Date(at('11:00', 24));
    const replaced = await lay('subsection-head', '二', {
      replaces: id,
      pages: '３、5〜6頁',
      note: '表を直した',
    }).catch((error: { code: string }) => error.code);
    expect(replaced).toBe('schedules.papers_not_yours_to_lay');
    const { papers, version } = await lay('section-head', '二', {
      replaces: id,
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
      const download = await open('drafter', id, query);
      return download instanceof Download ? Buffer.from(download.bytes).toString() : download;
    };
    expect([await bytes({}), await bytes({ edition: 1 })]).toEqual(['二', '一']);
    expect(await code(open('other-section', id))).toBe('schedules.booking_not_found');
    expect(await code(lay('section-head', '二', { replaces: id }))).toBe('schedules.paper_same');
    expect(await code(lay('section-head', '三', { replaces: id, pages: '三' }))).toBe('schedules.paper_pages');
  });

  it('who opened which edition is seen by whoever called the meeting; others see their own mark', async () => {
    await meet();
    const id = paperId(await lay('section-head', '一'));
    await open('drafter', id);
    await open('drafter', id);
    const [paper] = (await read('section-head')).papers;
    expect(paper?.editions[0]?.openedBy?.map(({ person }) => person.name)).toEqual(['見本 drafter']);
    const marks = async (name: string) => (await read(name)).papers[0]?.editions[0];
    expect(await marks('drafter')).toMatchObject({ opened: true, openedBy: null });
    expect(await marks('department-head')).toMatchObject({ opened: false, openedBy: null });
  });

  it('looks every file over, and lays a withdrawn one before nobody', async () => {
    await meet();
    const put = (file: UploadedFile) => code(of(`POST ${OF}/papers`, 'section-head', { body: { title: '案' }, file }));
    expect(await put(text('MZ', 'virus.exe'))).toBe('approvals.attachment_kind');
    expect(await put(text('not a pdf', '案.pdf'))).toBe('approvals.attachment_kind');
    expect(await put(text('', '案.txt'))).toBe('records.empty_file');
    expect(await put(text('PK', '案.docm'))).toBe('records.macros');
    expect(await put(aDocument('会議の案'))).toBe('done');
    const id = paperId(await read('section-head'));
    const params = { id: bookingId, paperId: id };
    expect((await of(`DELETE ${OF}/papers/{paperId}`, 'section-head', { params })).papers).toEqual([]);
    expect(await code(open('section-head', id))).toBe('schedules.paper_unknown');
    expect(await code(of(`POST ${OF}/papers/records`, 'section-head', { body: { title: '文書', recordId: id } }))).toBe(
      'records.not_found',
    );
  });
});

describe('S-16: 会議録', () => {
  it('is made with agenda, attendees and papers, once by however many, and linked both ways', async () => {
    await meet();
    await agenda('section-head');
    const id = paperId(await lay('section-head', '一'));
    await lay('section-head', '二', { replaces: id });
    const before = await meetings();
    const both = await Promise.all([minutes('section-head'), minutes('subsection-head')]);
    expect((await meetings()).length).toBe(before.length + 1);
    const meetingId = both[0].minutes.meetingId ?? '';
    expect((await minutes('section-head')).minutes.meetingId).toBe(meetingId);
    const meeting = await call('GET /meetings/{id}', 'subsection-head', { params: { id: meetingId } });
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
    const back = view(await call('GET /schedules/meetings/{id}/papers', 'drafter', { params: { id: meetingId } }));
    expect(back.bookingId).toBe(bookingId);
    const strange = call('GET /schedules/meetings/{id}/papers', 'other-section', { params: { id: meetingId } });
    expect(await code(strange)).toBe('schedules.booking_not_found');
  });

  it('killed after it was made and before it was linked, it is the same one the next time', async () => {
    await meet();
    const first = (await minutes('section-head')).minutes.meetingId;
    const count = (await meetings()).length;
    await city.test.owner.query('update kaigi.schedules_plan set meeting_id = null where booking_id = $1', [bookingId]);
    expect((await minutes('subsection-head').catch(() => minutes('section-head'))).minutes.meetingId).toBe(first);
    expect((await meetings()).length).toBe(count);
  });

  it('is made by itself when the meeting is over, where that was wished', async () => {
    await meet();
    await agenda('section-head', { makesMinutes: true });
    const task = async () => {
      await city.suite.enqueue([{ task: 'schedules/minutes-due-all', payload: {}, key: 'due' }]);
      await quiet(city.test);
    };
    now = new Date(at('13:59'));
    await task();
    expect((await read('section-head')).minutes.meetingId).toBeNull();
    now = new Date(at('14:00'));
    await task();
    expect((await read('section-head')).minutes).toMatchObject({ bySelf: true, sentence: null });
  });
});

describe('S-16: those who take part are told', () => {
  const told = async () => {
    await quiet(city.test);
    return sent
      .flatMap(([chat, message]) =>
        message.includes('会議の資料が変わりました') && message.includes('幹部会議') ? [chat] : [],
      )
      .toSorted();
  };

  it('once a day however often papers change, not of what they did themselves, and of a card that says it all', async () => {
    await meet('幹部会議');
    const id = paperId(await lay('section-head', '一'));
    expect(await told()).toEqual(['department-head', 'drafter']);
    await lay('section-head', '二', { replaces: id });
    await lay('section-head', '別', { title: '別紙' });
    expect(await told()).toEqual(['department-head', 'drafter']);
    now = new Date(at('08:30'));
    await city.suite.enqueue([{ task: 'schedules/tell-papers-of-all', payload: {}, key: 'tell' }]);
    expect(await told()).toEqual(['department-head', 'department-head', 'drafter', 'drafter']);
    await city.suite.enqueue([{ task: 'schedules/tell-papers-of-all', payload: {}, key: 'tell' }]);
    expect((await told()).length).toBe(4);
    const cards = sent.flatMap(([, message]) => (message.includes('幹部会議') ? [message] : []));
    expect(cards.at(-1)).toContain('予算案（第2版）');
  });
});
