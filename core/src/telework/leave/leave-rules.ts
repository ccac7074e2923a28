import type { PartTimeLeave } from '../../regulations/index.ts';
import { addYears, badInput, type LocalDate } from '../../shared/index.ts';

/** 年次有給休暇 as a city has it: its 条例 and 規則, after 人事院規則15―14. Data of the regulation pack. */
export interface LeaveRules {
  /** The leave year begins on the first of this month: 1 or 4 in most cities. */
  readonly yearBegins: number;
  readonly days: number;
  /** Days for the year of joining, by the months from the one of joining to the end of the leave year; [0] is one month. */
  readonly firstYear: readonly number[];
  readonly carryOverDays: number;
  /** How long days last: to the end of the next leave year, or two years from their grant (労働基準法115条). */
  readonly lasts: 'NEXT_LEAVE_YEAR' | 'TWO_YEARS';
  /** What makes up a day of leave taken by the hour: 465 (7:45), or 480 where eight hours do. */
  readonly minutesPerDay: number;
  readonly hourStep: number;
  /** What half a day takes; null where there are none. */
  readonly halfDays: { readonly AM: number; readonly PM: number } | null;
  readonly partTime: readonly PartTimeLeave[];
}

/** The first day of the leave year in which a day lies. */
export function leaveYearOf(date: LocalDate, { yearBegins }: Pick<LeaveRules, 'yearBegins'>): LocalDate {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < yearBegins ? 1 : 0);
  return `${year}-${String(yearBegins).padStart(2, '0')}-01` as LocalDate;
}

export interface Grant {
  readonly days: number;
  readonly on: LocalDate;
  /** The first day on which nothing is left of it. */
  readonly expiresOn: LocalDate;
}

const grantOf = (days: number, on: LocalDate, rules: LeaveRules): Grant => ({
  days,
  on,
  expiresOn: rules.lasts === 'TWO_YEARS' ? addYears(on, 2) : addYears(leaveYearOf(on, rules), 2),
});

/** Months from the one of a day to the end of its leave year, both counted. */
export const monthsLeft = (date: LocalDate, { yearBegins }: Pick<LeaveRules, 'yearBegins'>): number =>
  ((yearBegins - Number(date.slice(5, 7)) + 11) % 12) + 1;

/** What a day brings: the days of the year on its first day, a share on the day of joining, and else nothing. */
export function grantOn(date: LocalDate, joinedOn: LocalDate, rules: LeaveRules): Grant | null {
  const begins = leaveYearOf(date, rules);
  if (date === begins && date > joinedOn) return grantOf(rules.days, date, rules);
  if (date !== joinedOn) return null;
  const days = rules.firstYear[monthsLeft(date, rules) - 1] ?? 0;
  return days > 0 ? grantOf(days, date, rules) : null;
}

export type LeaveWish = { readonly unit: 'DAY' | 'AM' | 'PM' } | { readonly unit: 'HOURS'; readonly minutes: number };

/**
 * What a wish takes from the ledger, in minutes.
 * @throws bad-input `telework.leave_no_half_days`, `telework.leave_hours`
 */
export function minutesOf(wish: LeaveWish, { minutesPerDay, halfDays, hourStep }: LeaveRules): number {
  if (wish.unit === 'DAY') return minutesPerDay;
  if (wish.unit === 'HOURS') {
    const { minutes } = wish;
    if (!(minutes > 0 && minutes % hourStep === 0 && minutes <= minutesPerDay))
      throw badInput('telework.leave_hours', { step: hourStep, most: minutesPerDay });
    return minutes;
  }
  if (!halfDays) throw badInput('telework.leave_no_half_days');
  return halfDays[wish.unit];
}
