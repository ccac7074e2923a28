import type { WeekItem, WeekRow, WeekView } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf, localTimeOf } from '@kaigi/core/shared';
import type { Span } from './lanes.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Hours that are shown on any day; longer days make more of them. */
const OFFICE = { from: 8, to: 19 };
/** Narrower than this nobody finds it with a finger. */
const NARROWEST = 0.4;

/** A day, or an hour of the one day. */
export interface Column {
  readonly key: string;
  readonly day: LocalDate;
  /** null: the whole day. */
  readonly hour: number | null;
  readonly holiday: string | null;
  readonly from: number;
  readonly to: number;
}

const midnight = (day: LocalDate): number => Date.parse(`${day}T00:00:00+09:00`);

export interface Times {
  readonly from: number;
  readonly to: number;
}

/** What has no length is still seen. */
export function timesOf({ from, to }: Pick<WeekItem, 'from' | 'to'>): Times {
  const begins = Date.parse(from);
  return { from: begins, to: Math.max(Date.parse(to), begins + MINUTE_MS) };
}

const isMidnight = (instant: string): boolean =>
  localTimeOf(new Date(instant)) === '00:00' && Date.parse(instant) % MINUTE_MS === 0;

/** Of whole days: it says so, or reaches from one midnight to another. */
export const isWholeDays = ({ allDay, from, to }: Pick<WeekItem, 'allDay' | 'from' | 'to'>): boolean =>
  allDay || (isMidnight(from) && isMidnight(to) && Date.parse(from) < Date.parse(to));

/** The hours of a day in which anything lies, and the office's. */
export function hoursOf(items: readonly WeekItem[], day: LocalDate): { from: number; to: number } {
  const [begin, end] = [midnight(day), midnight(addDays(day, 1))];
  const hours = { ...OFFICE };
  for (const item of items) {
    const { from, to } = timesOf(item);
    if (isWholeDays(item) || to <= begin || from >= end) continue;
    hours.from = Math.min(hours.from, Math.max(0, Math.floor((from - begin) / HOUR_MS)));
    hours.to = Math.max(hours.to, Math.min(24, Math.ceil((to - begin) / HOUR_MS)));
  }
  return hours;
}

/** The columns of what the service answered: its days, or the hours of its only day. */
export function columnsOf({ days, rows }: Pick<WeekView, 'days' | 'rows'>): Column[] {
  const [first, ...more] = days;
  if (!first) return [];
  if (more.length > 0)
    return days.map(({ date, holiday }) => {
      const day = date as LocalDate;
      return { key: date, day, hour: null, holiday, from: midnight(day), to: midnight(addDays(day, 1)) };
    });
  const day = first.date as LocalDate;
  const hours = hoursOf(
    rows.flatMap(({ items }) => items),
    day,
  );
  return Array.from({ length: hours.to - hours.from }, (_, at) => {
    const hour = hours.from + at;
    const from = midnight(day) + hour * HOUR_MS;
    return { key: `${day} ${hour}`, day, hour, holiday: first.holiday, from, to: from + HOUR_MS };
  });
}

export interface ItemSpan extends Span {
  readonly item: WeekItem;
}

const touches = ({ from, to }: Times, column: Column): boolean => from < column.to && to > column.from;

/** Where an instant lies, in columns; before the first 0, after the last their number. */
export function placeOf(instant: number, columns: readonly Column[]): number {
  const at = columns.findIndex(({ to }) => instant < to);
  const column = columns[at];
  if (!column) return columns.length;
  return at + Math.max(0, (instant - column.from) / (column.to - column.from));
}

function spanOf(item: WeekItem, columns: readonly Column[]): ItemSpan | null {
  const times = timesOf(item);
  const first = columns.findIndex((column) => touches(times, column));
  if (first < 0) return null;
  const last = columns.findLastIndex((column) => touches(times, column));
  const byHours = columns[0]?.hour !== null;
  if (!byHours || isWholeDays(item)) return { item, from: first, to: last + 1 };
  const from = placeOf(times.from, columns);
  return { item, from, to: Math.max(placeOf(times.to, columns), from + NARROWEST) };
}

/** What lies in the columns: whole days first and what reaches over several, then in the order of time. */
export function spansOf(items: readonly WeekItem[], columns: readonly Column[]): ItemSpan[] {
  const spans = items.map((item) => spanOf(item, columns)).filter((span) => span !== null);
  const byHours = columns[0]?.hour !== null;
  const days = ({ from, to }: ItemSpan): number => (byHours || to - from <= 1 ? 0 : to - from);
  const weight = (span: ItemSpan): number => (isWholeDays(span.item) ? columns.length + 1 : 0) + days(span);
  return spans.sort((a, b) => weight(b) - weight(a) || Date.parse(a.item.from) - Date.parse(b.item.from));
}

/** The items of one column in the order of time, those of the whole day first. */
export function itemsIn(items: readonly WeekItem[], column: Column): WeekItem[] {
  return items
    .filter((item) => touches(timesOf(item), column))
    .sort((a, b) => Number(isWholeDays(b)) - Number(isWholeDays(a)) || Date.parse(a.from) - Date.parse(b.from));
}

export type Line =
  | { readonly kind: 'unit'; readonly key: string; readonly name: string }
  | { readonly kind: 'person'; readonly key: string; readonly row: WeekRow };

/** Oneself first, then everybody in the order of the service; where there are several units, under their names. */
export function linesOf(rows: readonly WeekRow[], me: string): Line[] {
  const person = (row: WeekRow): Line => ({ kind: 'person', key: row.person.staffId, row });
  const mine = rows.filter(({ person: { staffId } }) => staffId === me);
  const others = rows.filter((row) => !mine.includes(row));
  const several = new Set(others.map(({ unitId }) => unitId)).size > 1;
  const lines = mine.map(person);
  let before: string | null = null;
  for (const row of others) {
    const { unitId } = row;
    if (several && unitId !== before)
      lines.push({ kind: 'unit', key: `${unitId} ${row.person.staffId}`, name: row.person.unitName });
    before = unitId;
    lines.push(person(row));
  }
  return lines;
}

/** 9:05 */
export const timeText = (instant: string | number): string => localTimeOf(new Date(instant)).replace(/^0/, '');

/** The days that an item reaches over; an end at midnight belongs to the day before. */
export function reach(item: Pick<WeekItem, 'from' | 'to'>): { first: LocalDate; last: LocalDate } {
  const { from, to } = timesOf(item);
  return { first: localDateOf(new Date(from)), last: localDateOf(new Date(to - 1)) };
}
