import {
  AgendaInputSchema,
  type BookingPapers,
  BookingPapersSchema,
  LayAttachmentInputSchema,
  LayPaperInputSchema,
  LayRecordInputSchema,
  type PaperEdition,
  type PaperReading,
  PaperReadingSchema,
} from '@kaigi/core/contract';
import { BOOKING_ID } from './bookings.ts';
import { COLLEAGUE, DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** 係長, whom forms can name. */
export const CHIEF = { ...SUBSECTION_HEAD, staffId: '01900000-0000-7000-8000-00000000ac02' };

const id = (n: number): string => `01900000-0000-7000-8000-0000000dd00${n}`;
export const [PAPER_ID, ITEM_ID, OTHER_ITEM, MEETING_ID] = [1, 2, 3, 4].map(id) as [string, string, string, string];

export function anEdition(edition: number, change: Partial<PaperEdition> = {}): PaperEdition {
  return {
    ...{ edition, title: '令和9年度予算案', pages: [], changes: null, note: '', recordId: null, attachment: null },
    file: { fileName: '予算案.pdf', mediaType: 'application/pdf', size: 120_000 },
    ...{ by: CHIEF, at: `2026-11-2${edition}T09:30:00+09:00`, opened: false, openedBy: [] },
    ...change,
  };
}

/** 次第 with two items; a paper in its second edition, of which the reader has opened the first. */
export function somePapers(change: Partial<BookingPapers> = {}): BookingPapers {
  const newest = anEdition(2, {
    changes: { changed: [{ from: 2, to: 2 }], added: [{ from: 4, to: 5 }], gone: 1, pageCount: 6, compared: 6 },
    ...{ note: '歳入の表を直しました。', openedBy: [{ person: COLLEAGUE, at: '2026-11-23T10:00:00+09:00' }] },
  });
  const first = anEdition(1, { opened: true });
  return {
    ...{ bookingId: BOOKING_ID, subject: '計画の打合せ', version: 4, agendaVersion: 1 },
    ...{ from: '2026-11-25T10:00:00+09:00', to: '2026-11-25T11:00:00+09:00' },
    agenda: [
      { id: ITEM_ID, title: '予算について', owner: CHIEF, minutes: 40 },
      { id: OTHER_ITEM, title: '人員について', owner: null, minutes: 30 },
    ],
    ...{ recorder: CHIEF, readers: 'PARTICIPANTS', people: [SECTION_HEAD, COLLEAGUE, CHIEF] },
    papers: [{ paperId: PAPER_ID, itemId: ITEM_ID, may: { replace: true }, editions: [newest, first] }],
    minutes: { bySelf: false, meetingId: null, sentence: null },
    may: { plan: true, lay: true, layToAll: true, layTo: [ITEM_ID, OTHER_ITEM], makeMinutes: true },
    ...change,
  };
}

export function aReading(change: Partial<PaperReading> = {}): PaperReading {
  const page = (number: number, mark: 'SAME' | 'CHANGED' | 'NEW', was: number | null) => ({
    ...{ number, change: mark, was },
    lines: [`${number}頁の見出し`, '市税は前年度より百二十億円の増を見込む。', '国庫支出金は据え置く。'],
  });
  return {
    ...{ paperId: PAPER_ID, edition: 2, title: '令和9年度予算案', fileName: '予算案.pdf', against: 1, pageCount: 4 },
    pages: [page(1, 'SAME', 1), page(2, 'CHANGED', 2), page(3, 'NEW', null), { ...page(4, 'SAME', 3), lines: [] }],
    gone: [4],
    part: {
      ...{ key: 'paper', title: '令和9年度予算案', fileName: '予算案.pdf', sha256: 'a'.repeat(64), size: 120_000 },
      ...{ kind: 'PDF', html: null, pageCount: 4, counted: 'FILE', notes: ['TEXT_ONLY'] },
    },
    diff: {
      ...{ key: 'paper', title: '令和9年度予算案', change: 'CHANGED', pagesBefore: 4, pagesAfter: 4 },
      blocks: [
        {
          kind: 'CHANGED',
          pieces: [
            { kind: 'SAME', text: '市税は前年度より百' },
            { kind: 'ADDED', text: '二十' },
            { kind: 'SAME', text: '億円の増を見込む。' },
          ],
        },
      ],
    },
    ...change,
  };
}

export interface BookingPapersWorld {
  /** null: none of this reader's business. */
  view: BookingPapers | null;
  reading: PaperReading;
  /** What was laid, without its bytes. */
  laid: unknown[];
}

export const firstBookingPapers = (): BookingPapersWorld => ({ view: null, reading: aReading(), laid: [] });

function planned(before: BookingPapers, body: unknown): BookingPapers {
  const { items, recorderId, readers, makesMinutes } = AgendaInputSchema.parse(body);
  const someone = (staffId: string | null) =>
    [...before.people, DRAFTER].find((person) => person.staffId === staffId) ?? null;
  return {
    ...before,
    ...{ version: before.version + 1, agendaVersion: before.agendaVersion + 1, readers },
    agenda: items.map(({ ownerId, ...item }) => ({ ...item, owner: someone(ownerId) })),
    ...{ recorder: someone(recorderId), minutes: { ...before.minutes, bySelf: makesMinutes } },
  };
}

/** Of a form the part that says what the file is. */
const metadataIn = (body: unknown): unknown => JSON.parse(/\{.*\}/.exec(String(body))?.[0] ?? '{}');

function laid(before: BookingPapers, given: { title: string; note: string; replaces: { paperId: string } | null }) {
  const { replaces, title, note } = given;
  const isThis = (paperId: string) => paperId === replaces?.paperId;
  const next = (count: number) => anEdition(count + 1, { title, note, opened: true });
  const papers = before.papers.map((paper) =>
    isThis(paper.paperId) ? { ...paper, editions: [next(paper.editions.length), ...paper.editions] } : paper,
  );
  const added = { paperId: id(9), itemId: null, may: { replace: true }, editions: [next(0)] };
  return { ...before, papers: replaces ? papers : [...papers, added], version: before.version + 1 };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

const PATH = new RegExp(`/schedules/bookings/${BOOKING_ID}/(.+)$`);

function changed(world: BookingPapersWorld, view: BookingPapers, rest: string, { method, body }: Asked): BookingPapers {
  if (rest === 'agenda') return planned(view, body);
  if (rest === 'minutes')
    return {
      ...view,
      minutes: { ...view.minutes, meetingId: MEETING_ID },
      may: { ...view.may, makeMinutes: false },
    };
  if (method === 'DELETE')
    return { ...view, papers: view.papers.filter(({ paperId }) => rest !== `papers/${paperId}`) };
  const schemas = { papers: LayPaperInputSchema, 'papers/records': LayRecordInputSchema } as const;
  const given = rest === 'papers' ? metadataIn(body) : body;
  const schema = rest in schemas ? schemas[rest as keyof typeof schemas] : LayAttachmentInputSchema;
  const read = schema.parse(given);
  world.laid.push(read);
  return laid(view, read);
}

/** 次第と資料 of the booking as the service answers them; `null`: not what was asked for. */
export function ofBookingPapers(world: BookingPapersWorld, asked: Asked): Answer | null {
  const [, rest] = PATH.exec(asked.url.pathname) ?? [];
  if (rest === undefined || world.view === null) return null;
  if (rest.endsWith('/reading')) return { body: PaperReadingSchema.parse(world.reading) };
  if (rest.endsWith('/content'))
    return { body: Buffer.from('%PDF-1.7'), headers: { 'Content-Type': 'application/pdf' } };
  if (asked.method !== 'GET') world.view = changed(world, world.view, rest, asked);
  return { body: BookingPapersSchema.parse(world.view) };
}
