import {
  AddYearlyInputSchema,
  ChangeYearlyInputSchema,
  TakeOverInputSchema,
  YearlyItemSchema,
  type YearlyItemView,
  type YearlyPreview,
  YearlyPreviewSchema,
  YearlyViewSchema,
} from '@kaigi/core/contract';
import { YEARS_WITH_HOLIDAYS } from '@kaigi/core/shared';
import type { Answer } from './stand-in-wire.ts';

const YEAR = 2026;
const UNIT = { unitId: '01900000-0000-7000-8000-00000000a002', name: '政策課', former: false };

export const yearlyIdOf = (n: number): string => `01900000-0000-7000-8000-0000000cd${String(n).padStart(3, '0')}`;

export function aYearly(n: number, title: string, change: Partial<YearlyItemView> = {}): YearlyItemView {
  return {
    ...{ itemId: yearlyIdOf(n), title, note: '', date: '2026-04-08', until: '2026-04-08', days: 1, daysBefore: 0 },
    ...{ preparedFrom: null, doubts: [], version: 1 },
    rule: { kind: 'NTH_WEEKDAY', month: 4, nth: 2, weekday: 3 },
    ...change,
  };
}

export interface YearlyWorld {
  unit: typeof UNIT;
  /** Of another section, one reads. */
  reads: boolean;
  /** Whose lists it can go into. */
  into: (typeof UNIT)[];
  items: YearlyItemView[];
  /** What the next year would be, beside what was taken over. */
  next: Omit<YearlyPreview['items'][number], 'item' | 'taken'>;
  taken: { itemId: string; date: string }[];
}

export const firstYearly = (): YearlyWorld => ({
  unit: UNIT,
  reads: false,
  into: [UNIT],
  items: [
    aYearly(1, '安全点検'),
    aYearly(2, '予算要求', {
      ...{ rule: { kind: 'BY_HAND' }, date: '2026-11-03', until: '2026-11-04', days: 2, daysBefore: 30 },
      ...{ preparedFrom: '2026-10-04', note: '財政課の通知のあと', doubts: [{ kind: 'HOLIDAY', name: '文化の日' }] },
    }),
  ],
  next: {
    date: '2027-11-03',
    doubts: [{ kind: 'HOLIDAY', name: '文化の日' }],
    instead: ['2027-11-02', '2027-11-04'],
  },
  taken: [],
});

function listOf({ unit, reads, items, taken }: YearlyWorld, year: number): Answer {
  const dates = new Map(taken.map(({ itemId, date }) => [itemId, date]));
  const moved = items.flatMap((item) => {
    const date = dates.get(item.itemId);
    return date === undefined ? [] : [{ ...item, date, until: date, doubts: [] }];
  });
  const shown = year === YEAR ? items : year === YEAR + 1 ? moved : [];
  const may = { edit: !unit.former && !reads, takeOver: year < YEARS_WITH_HOLIDAYS.last };
  const view = { fiscalYear: year, unit, units: [unit], items: shown, may };
  return { body: YearlyViewSchema.parse(view) };
}

function previewOf({ unit, into, items, next, taken }: YearlyWorld): Answer {
  const ids = new Set(taken.map(({ itemId }) => itemId));
  const of = (item: YearlyItemView) => ({ ...next, item, taken: ids.has(item.itemId) });
  const daysOff = [
    { date: '2027-11-03', name: '文化の日' },
    { date: '2027-11-06', name: null },
  ];
  const view = { fiscalYear: YEAR + 1, unit, into, daysOff, items: items.map(of), may: { takeOver: true } };
  return { body: YearlyPreviewSchema.parse(view) };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function changed(world: YearlyWorld, id: string, { method, body }: Asked): Answer | null {
  const item = world.items.find(({ itemId }) => itemId === id);
  if (!item) return null;
  if (method === 'DELETE') {
    world.items = world.items.filter((one) => one !== item);
    return { body: {} };
  }
  const { date, version, ...said } = ChangeYearlyInputSchema.parse(body);
  const next = { ...item, ...said, date: date ?? item.date, version: version + 1 };
  world.items = world.items.map((one) => (one === item ? next : one));
  return { body: YearlyItemSchema.parse(next) };
}

/** 年次行事 as the service answers it. */
export function ofYearly(world: YearlyWorld, asked: Asked): Answer | null {
  const { method, url, body } = asked;
  const path = /^\/api\/v1\/schedules\/yearly(?:\/(.+))?$/.exec(url.pathname);
  if (!path) return null;
  const [, rest] = path;
  if (rest === 'next') return previewOf(world);
  if (rest === 'take-over') {
    world.taken = TakeOverInputSchema.parse(body).items;
    return { ...listOf(world, YEAR + 1), status: 201 };
  }
  if (rest !== undefined) return changed(world, rest, asked);
  if (method === 'GET') return listOf(world, Number(url.searchParams.get('year') ?? YEAR));
  const { unit: _, year: __, date, ...said } = AddYearlyInputSchema.parse(body);
  const item = aYearly(world.items.length + 1, said.title, { ...said, date: date ?? '2026-04-08' });
  world.items = [...world.items, item];
  return { status: 201, body: YearlyItemSchema.parse(item) };
}
