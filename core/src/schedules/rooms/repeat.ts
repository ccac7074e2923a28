import {
  addDays,
  type ClosedDays,
  dayOfWeek,
  firstOfMonth,
  firstOfNextMonth,
  isWorkingDay,
  type LocalDate,
  lastOfMonth,
} from '../../shared/index.ts';

/** MONTH_DAY: 毎月15日; MONTH_WEEKDAY: 毎月第2火曜日. */
export type Every = 'WEEK' | 'TWO_WEEKS' | 'MONTH_DAY' | 'MONTH_WEEKDAY';

export interface Repeat {
  readonly every: Every;
  /** With the first. */
  readonly times: number;
}

/** One day of a series. A month that has no such day (31日, 第5火曜日) is told and passed over. */
export interface Occurrence {
  readonly date: LocalDate;
  /** DAY_OFF: the city hall is closed; NO_SUCH_DAY: the month has none; `date` is then its last. */
  readonly problem: 'DAY_OFF' | 'NO_SUCH_DAY' | null;
}

const WEEK = 7;

/** The first day of the month so many months later. */
function monthAfter(date: LocalDate, months: number): LocalDate {
  let month = firstOfMonth(date);
  for (let left = months; left > 0; left -= 1) month = firstOfNextMonth(month);
  return month;
}

function inMonth(month: LocalDate, first: LocalDate, every: Every): LocalDate | null {
  const last = lastOfMonth(month);
  if (every === 'MONTH_DAY') {
    const day = addDays(month, Number(first.slice(8)) - 1);
    return day <= last ? day : null;
  }
  const nth = Math.floor((Number(first.slice(8)) - 1) / WEEK);
  const toWeekday = (dayOfWeek(first) - dayOfWeek(month) + WEEK) % WEEK;
  const day = addDays(month, toWeekday + nth * WEEK);
  return day <= last ? day : null;
}

function dayOf(first: LocalDate, every: Every, nth: number): LocalDate | null {
  if (every === 'WEEK') return addDays(first, nth * WEEK);
  if (every === 'TWO_WEEKS') return addDays(first, nth * 2 * WEEK);
  return inMonth(monthAfter(first, nth), first, every);
}

/** S-08: the days of a series, the first included. */
export function occurrences(first: LocalDate, { every, times }: Repeat, closed?: ClosedDays): Occurrence[] {
  return Array.from({ length: times }, (_, nth) => {
    const date = dayOf(first, every, nth);
    if (date === null) return { date: lastOfMonth(monthAfter(first, nth)), problem: 'NO_SUCH_DAY' };
    return { date, problem: nth > 0 && !isWorkingDay(date, closed) ? 'DAY_OFF' : null };
  });
}
