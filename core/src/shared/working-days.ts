import { dayOfWeek, holidayName } from './holidays.ts';
import { invariant } from './invariant.ts';
import { addDays, type LocalDate, localDateOf } from './local-date.ts';

/** A city's own days off beside those of the law, for example its anniversary (地方自治法 4 条の 2 第 3 項). */
export type ClosedDays = ReadonlySet<LocalDate>;

const NONE: ClosedDays = new Set();

// 12月29日 to 1月3日: 地方自治法 4 条の 2 第 2 項 3 号.
const isNewYearBreak = (date: LocalDate): boolean => date.slice(5) >= '12-29' || date.slice(5) <= '01-03';

/** 祝日・休日 and 年末年始, whatever day of the week. */
export const isHoliday = (date: LocalDate, closed: ClosedDays = NONE): boolean =>
  isNewYearBreak(date) || closed.has(date) || holidayName(date) !== null;

/** True on a day on which the city hall works. */
export function isWorkingDay(date: LocalDate, closed: ClosedDays = NONE): boolean {
  const day = dayOfWeek(date);
  return day !== 0 && day !== 6 && !isHoliday(date, closed);
}

/** The working day that many working days later (or earlier); 0 gives the day itself, or the next working day. */
export function addWorkingDays(date: LocalDate, days: number, closed: ClosedDays = NONE): LocalDate {
  invariant(Number.isInteger(days), 'a whole number of working days');
  const step = days < 0 ? -1 : 1;
  let at = date;
  if (days === 0) while (!isWorkingDay(at, closed)) at = addDays(at, 1);
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, closed)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, closed: ClosedDays = NONE): number {
  if (to < from) return -workingDaysBetween(to, from, closed);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, closed)) count += 1;
  return count;
}

/** Spans of one day in Japan, in minutes since midnight, in order and apart from each other. */
export type WorkingHours = readonly { readonly from: number; readonly to: number }[];

const at = (hours: number, minutes: number) => 60 * hours + minutes;

/** 8:30 to 17:15 without the hour from noon: 7 hours 45 minutes. */
export const OFFICE_HOURS: WorkingHours = [
  { from: at(8, 30), to: at(12, 0) },
  { from: at(13, 0), to: at(17, 15) },
];

export interface WorkingTime {
  readonly minutes: number;
  /** The same in days of full working hours: 1.5 is a day and a half. */
  readonly days: number;
}

const MINUTE_MS = 60_000;
const JST_OFFSET_MS = 9 * 60 * MINUTE_MS;

/** How much working time lay between two instants: what a slot's clock shows. Zero when the second comes first. */
export function workingTimeBetween(
  from: Date,
  to: Date,
  { hours = OFFICE_HOURS, closed = NONE }: { readonly hours?: WorkingHours; readonly closed?: ClosedDays } = {},
): WorkingTime {
  const ofDay = hours.reduce((sum, span) => sum + span.to - span.from, 0);
  const last = localDateOf(to);
  let ms = 0;
  for (let date = localDateOf(from); date <= last; date = addDays(date, 1)) {
    if (!isWorkingDay(date, closed)) continue;
    const midnight = Date.parse(`${date}T00:00:00Z`) - JST_OFFSET_MS;
    for (const span of hours) {
      const start = Math.max(from.getTime(), midnight + span.from * MINUTE_MS);
      const end = Math.min(to.getTime(), midnight + span.to * MINUTE_MS);
      ms += Math.max(0, end - start);
    }
  }
  const minutes = Math.floor(ms / MINUTE_MS);
  return { minutes, days: ms / MINUTE_MS / ofDay };
}
