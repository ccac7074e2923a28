import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Download, type UploadedFile } from '../../shared/index.ts';
import { aDocument, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { casesIn } from '../panel/panel.fixture.ts';
import { PaperReadingSchema } from './contract.ts';
import { at, code, FIRST, OF, type PapersRoom, paperId, papersRoom, text } from './papers.fixture.ts';
import { aPdf } from './pdf.fixture.ts';

let room: PapersRoom;
beforeAll(async () => {
  room = await papersRoom(() => new Date(at('10:00', 24)));
});
afterAll(() => room.city.close());
afterEach(() => quiet(room.city.test));

const reading = async (name: string, id: string, query: object = {}) => {
  const params = { id: room.bookingId(), paperId: id };
  return PaperReadingSchema.parse(await room.call(`GET ${OF}/papers/{paperId}/reading`, name, { params, query }));
};
const marks = async (id: string, query: object = {}) => {
  const { pages, gone, against } = await reading('drafter', id, query);
  return { against, gone, marks: pages?.map(({ change, was }) => [change, was]) };
};
const replacing = (id: string, edition: number) => ({ replaces: { paperId: id, edition } });
const newest = async () => (await room.read('section-head')).papers[0]?.editions[0];
/** One pixel. */
const PNG = (colour: 'red' | 'blue') =>
  Buffer.from(
    colour === 'red'
      ? 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'
      : 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
    'base64',
  );

describe('S-16: replaced pages', () => {
  it('are found by reading both editions, and shown page by page against any earlier one', async () => {
    await room.meet();
    const id = paperId(await room.lay('section-head', await aPdf(['income', 'tax 100', 'costs'])));
    expect((await newest())?.changes).toBeNull();
    await room.lay('section-head', await aPdf(['income', 'tax 120', 'costs']), replacing(id, 1));
    expect((await newest())?.changes).toEqual({
      ...{ changed: [{ from: 2, to: 2 }], added: [], gone: 0, pageCount: 3, compared: 3 },
    });
    await room.lay('section-head', await aPdf(['income', 'tax 120', 'added', 'costs']), replacing(id, 2));
    expect(await marks(id)).toEqual({
      ...{ against: 2, gone: [] },
      marks: [
        ['SAME', 1],
        ['SAME', 2],
        ['NEW', null],
        ['SAME', 3],
      ],
    });
    expect(await marks(id, { against: 1 })).toMatchObject({
      ...{ against: 1 },
      marks: [
        ['SAME', 1],
        ['CHANGED', 2],
        ['NEW', null],
        ['SAME', 3],
      ],
    });
    expect(await marks(id, { edition: 1 })).toMatchObject({
      against: null,
      marks: [
        [null, null],
        [null, null],
        [null, null],
      ],
    });
    // Nobody gets an edition compared with a later one, or with one that never was.
    expect((await reading('drafter', id, { edition: 1, against: 3 })).against).toBeNull();
    expect(await code(reading('drafter', id, { edition: 9 }))).toBe('schedules.paper_unknown');
  });

  it('of a scan are found by their pictures', async () => {
    await room.meet();
    const id = paperId(await room.lay('section-head', await aPdf([PNG('red'), PNG('red')])));
    await room.lay('section-head', await aPdf([PNG('red'), PNG('blue')]), replacing(id, 1));
    expect((await newest())?.changes).toMatchObject({ changed: [{ from: 2, to: 2 }], added: [] });
  });

  it('of Word are its words that changed; what was read counts as opened', async () => {
    await room.meet();
    const id = paperId(await room.lay('section-head', aDocument('市税は百億円')));
    await room.lay('section-head', aDocument('市税は百二十億円'), replacing(id, 1));
    const { pages, part, diff, against } = await reading('drafter', id);
    expect([pages, against, diff?.change]).toEqual([null, 1, 'CHANGED']);
    expect(part.html).toContain('市税は百二十億円');
    expect(diff?.blocks).toContainEqual({ kind: 'CHANGED', pieces: expect.any(Array) });
    expect((await newest())?.openedBy?.map(({ person }) => person.name)).toEqual(['見本 drafter']);
    expect(await code(reading('other-section', id))).toBe('schedules.booking_not_found');
    expect(await code(reading('colleague', id))).toBe('schedules.booking_not_found');
  });

  it('of what is broken or locked hinder nothing: it is laid, and says why it cannot be shown', async () => {
    await room.meet();
    const broken: UploadedFile = { fileName: '資料.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') };
    const id = paperId(await room.lay('section-head', broken));
    const { edition } = (await newest()) ?? {};
    expect(edition).toBe(1);
    expect(await reading('drafter', id)).toMatchObject({ pages: null, part: { html: null, notes: ['UNREADABLE'] } });
    await room.lay('section-head', await aPdf(['now it can be read']), replacing(id, 1));
    expect((await newest())?.changes).toBeNull();
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    const file = { fileName: '資料.pdf', bytes: await locked.save({ useObjectStreams: false }) };
    await room.lay('section-head', file, replacing(id, 2));
    expect(await reading('drafter', id)).toMatchObject({ pages: null, part: { notes: ['ENCRYPTED'] } });
  });

  it('of two who lay the next edition at once one is told that a newer one is there', async () => {
    await room.meet();
    await room.agenda('section-head');
    const id = paperId(await room.lay('section-head', '一', { itemId: FIRST }));
    const both = ['section-head', 'subsection-head'].map((name) =>
      code(room.lay(name, `${name}の案`, replacing(id, 1))),
    );
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'schedules.paper_stale']);
    expect((await room.read('drafter')).papers[0]?.editions.map(({ edition }) => edition)).toEqual([2, 1]);
    expect(await code(room.lay('section-head', '三', replacing(id, 7)))).toBe('schedules.paper_stale');
    expect(await code(room.lay('section-head', '三', replacing(room.bookingId(), 1)))).toBe('schedules.paper_unknown');
  });
});

describe('S-16: papers as links', () => {
  const attach = async (more: object = {}) => {
    const cases = casesIn(room.city);
    const drafter = room.city.as('drafter');
    const { items } = await room.city.suite.regulations.classifications(drafter, '物品');
    const said = { title: '庁用車の購入', proposalText: '伺います。', classificationCode: items[0]?.code ?? '' };
    const { approvals } = room.city.suite;
    const { id, version } = await approvals.draft(drafter, { ...said, ...more }, aDocument());
    const made = await approvals.attach(drafter, { caseId: id, version, replaces: null, file: await aPdf(['one']) });
    return { cases, caseId: id, view: made, attachmentId: made.attachments[0]?.id ?? '' };
  };
  const link = (name: string, body: object) =>
    room.of(`POST ${OF}/papers/attachments`, name, { body: { title: '見積書', ...body } });

  it('an attachment is linked in its version; only who may see the case opens it; its next version is the next edition', async () => {
    await room.meet();
    await room.agenda('section-head');
    const { caseId, attachmentId, view } = await attach();
    const asked = { caseId, attachmentId, itemId: FIRST };
    const id = paperId(await link('drafter', asked));
    const opened = await room.open('drafter', id);
    expect(opened instanceof Download && opened.fileName).toBe('資料.pdf');
    // A draft is its drafter's: who else is in the meeting knows of the paper, and cannot open it.
    expect(await code(room.open('department-head', id))).toBe('approvals.not_found');
    expect(await code(reading('department-head', id))).toBe('approvals.not_found');
    expect((await room.read('department-head')).papers[0]?.editions[0]).toMatchObject({
      ...{ title: '見積書', opened: false, attachment: { caseId, attachmentId, version: 1 } },
    });
    expect(await code(link('drafter', { ...asked, ...replacing(id, 1) }))).toBe('schedules.paper_same');
    await room.city.suite.approvals.attach(room.city.as('drafter'), {
      ...{ caseId, version: view.version, replaces: attachmentId, file: await aPdf(['two']) },
    });
    const again = await link('drafter', { ...asked, ...replacing(id, 1) });
    expect(again.papers[0]?.editions[0]).toMatchObject({
      ...{ edition: 2, attachment: { version: 2 }, changes: { changed: [{ from: 1, to: 1 }] } },
    });
  });

  it('nothing is linked that whoever lays it may not see, and nothing above 機密性2', async () => {
    await room.meet();
    const { caseId, attachmentId } = await attach();
    const asked = { caseId, attachmentId };
    expect(await code(link('section-head', asked))).toBe('approvals.not_found');
    expect(await code(link('drafter', asked))).toBe('schedules.papers_not_yours_to_lay');
    expect(await code(link('other-section', asked))).toBe('schedules.booking_not_found');
    await room.agenda('section-head');
    expect(await code(link('drafter', { caseId, attachmentId: caseId, itemId: FIRST }))).toBe(
      'approvals.no_such_attachment',
    );
    const secret = await attach({ confidentiality: 'C3B' });
    const { attachmentId: of, caseId: inside, view } = secret;
    expect(await code(link('drafter', { caseId: inside, attachmentId: of, itemId: FIRST }))).toBe(
      'schedules.paper_secret',
    );
    const body = { title: '文書', recordId: view.document.recordId, itemId: FIRST };
    expect(await code(room.of(`POST ${OF}/papers/records`, 'drafter', { body }))).toBe('schedules.paper_secret');
  });
});

describe('S-16: who reads papers', () => {
  it('whoever is invited no more, though they were 記録者, and nobody of another municipality', async () => {
    await room.meet();
    await room.agenda('section-head');
    const id = paperId(await room.lay('section-head', '一'));
    expect(await code(room.open('subsection-head', id))).toBe('done');
    const required = [await room.days.staffId('drafter')];
    const params = { id: room.bookingId() };
    await room.call(`PATCH ${OF}`, 'section-head', { params, body: { version: 1, required } });
    for (const work of [room.read('subsection-head'), room.open('subsection-head', id)])
      expect(await code(work)).toBe('schedules.booking_not_found');
    expect(await code(room.agenda('subsection-head', { version: 1 }))).toBe('schedules.booking_not_found');
    const elsewhere = room.city.as('section-head', { municipalityId: YAMATO });
    expect(await code(room.lay(elsewhere, '一'))).toBe('schedules.booking_not_found');
    expect(await code(room.lay('other-section', text('一')))).toBe('schedules.booking_not_found');
  });
});
