import type { HoursPattern, PartTimeLeave } from './vocabulary.ts';

// 労働基準法39条2項 and, by days a week, 3項 (施行規則24条の3): after half a year, and then each year longer.
const STATUTORY_DAYS: Readonly<Record<number, readonly number[]>> = {
  5: [10, 11, 12, 14, 16, 18, 20],
  4: [7, 8, 9, 10, 12, 13, 15],
  3: [5, 6, 6, 8, 9, 10, 11],
  2: [3, 4, 4, 5, 6, 6, 7],
  1: [1, 2, 2, 2, 3, 3, 3],
};
const LONGEST = 6;

/** What somebody works in a week. */
export interface WorkedWeek {
  readonly days: number;
  readonly minutes: number;
}

// 30 hours a week are as good as five days.
const rowOf = ({ days, minutes }: WorkedWeek): number => (minutes >= 30 * 60 ? 5 : Math.min(5, days));

/** The days of the nth grant by the law; 0 is the first, after half a year. */
const statutoryGrant = (nth: number, week: WorkedWeek): number =>
  STATUTORY_DAYS[rowOf(week)]?.[Math.min(LONGEST, nth)] ?? 0;

/** The least days that the law gives somebody on part-time after so many whole months, 会計年度任用職員 among them. */
export const statutoryDays = (months: number, week: WorkedWeek): number =>
  months < 6 ? 0 : statutoryGrant(Math.floor((months - 6) / 12), week);

/** Of a pattern by days of the week; null where only a roster says it. */
export function weekOf({ week }: HoursPattern): WorkedWeek | null {
  const shifts = week.flatMap((shift) => shift ?? []);
  const breaks = (shift: (typeof shifts)[number]) => shift.breaks.reduce((sum, { from, to }) => sum + to - from, 0);
  const minutes = shifts.reduce((sum, shift) => sum + shift.to - shift.from - breaks(shift), 0);
  return shifts.length === 0 ? null : { days: shifts.length, minutes };
}

const FULL_WEEK = 5;

interface GrantAsked {
  /** 0 is the first. */
  readonly nth: number;
  readonly week: WorkedWeek;
  /** Days of a whole year of full-time staff. */
  readonly yearDays: number;
}

/** The days of a grant to somebody who works less: never under the law, whatever the body says. */
export function partTimeDays({ by, table }: PartTimeLeave, { nth, week, yearDays }: GrantAsked): number {
  const least = statutoryGrant(nth, week);
  const own = table[String(rowOf(week))]?.[Math.min(LONGEST, nth)] ?? 0;
  const share = by === 'SHARE' ? Math.round((yearDays * Math.min(FULL_WEEK, week.days)) / FULL_WEEK) : 0;
  return Math.max(least, own, share);
}
