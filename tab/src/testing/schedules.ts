import {
  EntryChangeInputSchema,
  EntryInputSchema,
  type EntryView,
  EntryViewSchema,
  type WeekItem,
  type WeekRow,
  type WeekView,
  WeekViewSchema,
} from '@kaigi/core/contract';
import { addDays, type LocalDate } from '@kaigi/core/shared';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** The Monday of the stand-in's week; its Monday is a holiday. */
export const MONDAY = '2026-11-23';
const SECTION = '01900000-0000-7000-8000-00000000a001';
const SUBSECTION = '01900000-0000-7000-8000-00000000a002';

export const entryStaff = (n: number): string => `01900000-0000-7000-8000-0000000ca${String(n).padStart(3, '0')}`;
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00+09:00`;

let nth = 0;

/** On a day of November, from one time to another; without times the whole of it. */
export function anEntry(day: number, [from, to]: readonly string[], change: Partial<WeekItem> = {}): WeekItem {
  nth += 1;
  const times =
    from === undefined || to === undefined
      ? { from: at(day, '00:00'), to: at(day + 1, '00:00'), allDay: true }
      : { from: at(day, from), to: at(day, to), allDay: false };
  return {
    ...{ id: `entry-${nth}`, source: 'OUTLOOK', status: 'BUSY', title: '打合せ', place: null, visibility: 'PUBLIC' },
    ...{ online: false, category: null, mayEdit: false, version: null, bookingId: null, heldFor: null },
    ...times,
    ...change,
  };
}

export function aWeekRow(n: number, name: string, change: Partial<WeekRow> = {}): WeekRow {
  return {
    person: { staffId: entryStaff(n), name, postTitle: '主事', unitName: '政策課 政策係' },
    unitId: SUBSECTION,
    synced: { at: '2026-11-24T01:20:00Z', stale: false, problem: null },
    mayEdit: false,
    items: [],
    ...change,
  };
}

export interface SchedulesWorld {
  rows: WeekRow[];
  /** The department and the section. */
  path: [string, string];
  /** Beyond the rows. */
  more: number;
  holidays: Record<string, string>;
  yearly: WeekItem[];
}

const own = (title: string): Partial<WeekItem> => ({
  ...{ source: 'OWN', title, visibility: 'SECTION', mayEdit: true, version: 3 },
});

/** A head with entries of one's own, and one of every kind among the others. */
export const firstSchedules = (): SchedulesWorld => ({
  rows: [
    aWeekRow(1, '係長 花子', {
      items: [
        anEntry(24, ['09:00', '10:00'], { title: '庁議', place: '第1会議室' }),
        anEntry(24, ['09:30', '11:00'], { title: null }),
        anEntry(25, ['13:00', '14:00'], { title: '来庁対応', status: 'TENTATIVE' }),
        anEntry(27, ['10:00', '10:00'], { title: '締切', status: 'FREE' }),
      ],
    }),
    aWeekRow(2, '主査 三郎', {
      synced: { at: '2026-11-24T01:20:00Z', stale: true, problem: null },
      items: [
        anEntry(24, [], { source: 'LEAVE', status: 'OOF', title: null, to: at(26, '00:00') }),
        anEntry(26, [], { source: 'TELEWORK', status: 'ELSEWHERE', title: '在宅勤務' }),
        anEntry(27, ['13:00', '15:00'], { source: 'WHEREABOUTS', status: 'OOF', title: '外出（県庁）' }),
      ],
    }),
    aWeekRow(3, '主事 忙子', {
      person: { staffId: entryStaff(3), name: '主事 忙子', postTitle: '主事', unitName: '政策課 企画係' },
      unitId: SECTION,
      synced: { at: null, stale: false, problem: 'NO_MAILBOX' },
      items: ['08', '09', '10', '11', '13', '14', '15', '16'].map((hour) =>
        anEntry(24, [`${hour}:30`, `${hour}:50`], { title: `面談 ${Number(hour)}時` }),
      ),
    }),
    aWeekRow(4, '課長 次郎', {
      person: SECTION_HEAD,
      ...{ unitId: SECTION, mayEdit: true },
      items: [
        anEntry(23, [], { ...own('出張'), source: 'TRIP', status: 'OOF', to: at(25, '00:00'), mayEdit: false }),
        anEntry(25, ['10:00', '11:00'], { ...own('予算査定の準備'), online: true, place: '自席' }),
      ],
    }),
  ],
  path: ['企画部', '政策課'],
  more: 0,
  holidays: { '2026-11-23': '勤労感謝の日' },
  yearly: [],
});

function viewOf(
  { rows, path: [department, section], more, holidays, yearly }: SchedulesWorld,
  query: URLSearchParams,
): WeekView {
  const from = (query.get('from') ?? MONDAY) as LocalDate;
  const all = query.get('unit') === 'all';
  const people = query.get('people')?.split(',');
  const units = [
    { unitId: SECTION, name: department },
    { unitId: SUBSECTION, name: section },
  ];
  return WeekViewSchema.parse({
    ...{ at: '2026-11-24T01:30:00Z', from },
    days: Array.from({ length: Number(query.get('days') ?? 7) }, (_, n) => {
      const date = addDays(from, n);
      return { date, holiday: holidays[date] ?? null };
    }),
    path: all || people ? [] : units,
    units: all ? units.slice(0, 1) : [{ unitId: SUBSECTION, name: `${section} 1` }],
    ...{ more, yearly },
    rows: people ? rows.filter(({ person }) => people.includes(person.staffId)) : rows,
  });
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function answered(row: WeekRow, item: WeekItem, status: number): Answer {
  const view: EntryView = { staffId: row.person.staffId, item };
  return { status, body: EntryViewSchema.parse(view) };
}

function entered(world: SchedulesWorld, body: unknown): Answer | null {
  const { subject, staffId = SECTION_HEAD.staffId, place, ...said } = EntryInputSchema.parse(body);
  const row = world.rows.find(({ person }) => person.staffId === staffId);
  if (!row) return null;
  const item = { ...anEntry(24, []), ...own(subject), ...said, place: place === '' ? null : place, version: 1 };
  row.items = [...row.items, item];
  return answered(row, item, 201);
}

function changed(world: SchedulesWorld, id: string, { method, body }: Asked): Answer | null {
  const row = world.rows.find(({ items }) => items.some((item) => item.id === id));
  const item = row?.items.find((one) => one.id === id);
  if (!row || !item) return null;
  if (method === 'DELETE') {
    row.items = row.items.filter((one) => one !== item);
    return { status: 200, body: {} };
  }
  const { subject, version, ...said } = EntryChangeInputSchema.parse(body);
  const next = { ...item, title: subject ?? item.title, version: version + 1 };
  Object.assign(next, said);
  row.items = row.items.map((one) => (one === item ? next : one));
  return answered(row, next, 200);
}

/** 週の予定 and own entries as the service answers them. */
export function ofSchedules(world: SchedulesWorld, asked: Asked): Answer | null {
  const path = asked.url.pathname.replace('/api/v1/schedules/', '');
  if (path === 'week') return { body: viewOf(world, asked.url.searchParams) };
  if (path === 'entries' && asked.method === 'POST') return entered(world, asked.body);
  const id = /^entries\/(.+)$/.exec(path)?.[1];
  return id === undefined ? null : changed(world, id, asked);
}
