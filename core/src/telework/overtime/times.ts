import { firstOfMonth, type LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import { monthOf, monthsBefore } from '../sheets/month.ts';
import { checkLimits, type LimitFinding, type LimitRules, type MonthMinutes } from '../working-time/limits.ts';
import type { ScheduledDay } from '../working-time/pattern.ts';
import { common, DAY, type Span, without } from '../working-time/span.ts';

export type OvertimeClass = 'OVERTIME' | 'DAY_OFF' | 'STATUTORY_DAY_OFF';

export interface AskedOvertime {
  readonly span: Span;
  readonly minutes: number;
  readonly on: OvertimeClass;
}

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
};

export type OvertimeProblem =
  | 'telework.overtime_from_missing'
  | 'telework.overtime_too_long'
  | 'telework.overtime_within_duty';

/** 17:15 to 19:00; to 1:00 is that of the night. */
export function spanOf(from: string, to: string): Span {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return { from: start, to: end <= start && end < DAY ? end + DAY : end };
}

const classOf = (scheduled: ScheduledDay): OvertimeClass => {
  if (scheduled.kind === 'WORK') return 'OVERTIME';
  return scheduled.why === 'STATUTORY_DAY_OFF' ? 'STATUTORY_DAY_OFF' : 'DAY_OFF';
};

/** What is asked for, by the day's hours of duty; or what is wrong with it. */
export function askedOvertime(
  { from, to }: { readonly from: string | null; readonly to: string },
  scheduled: ScheduledDay,
): AskedOvertime | OvertimeProblem {
  const shift = scheduled.kind === 'WORK' ? scheduled.shift : null;
  if (from === null && shift === null) return 'telework.overtime_from_missing';
  const end = minuteOf(to);
  const span =
    from === null && shift
      ? { from: shift.to, to: end <= shift.to && end < DAY ? end + DAY : end }
      : spanOf(from ?? to, to);
  if (span.to <= span.from || span.to - span.from > DAY) return 'telework.overtime_too_long';
  if (shift && common([span], without([shift], shift.breaks)).length > 0) return 'telework.overtime_within_duty';
  return { span, minutes: span.to - span.from, on: classOf(scheduled) };
}

/** Minutes of a day's order: as worked where that was confirmed, else as ordered. */
export const minutesOfDay = ({ detail, span }: Pick<BookedDay, 'detail' | 'span'>): number =>
  typeof detail.minutes === 'number' ? detail.minutes : span === null ? 0 : span.to - span.from;

/** The months as ordered, asked for and confirmed so far. */
export function monthsOf(booked: readonly BookedDay[]): MonthMinutes[] {
  const sum = (some: readonly BookedDay[], on: OvertimeClass) =>
    some.filter(({ detail }) => (detail.on ?? 'OVERTIME') === on).reduce((all, one) => all + minutesOfDay(one), 0);
  const byMonth = Map.groupBy(
    booked.filter(({ kind }) => kind === 'OVERTIME'),
    ({ date }) => date.slice(0, 7),
  );
  return [...byMonth].map(([month, some]) => ({
    month,
    overtime: sum(some, 'OVERTIME'),
    dayOff: sum(some, 'DAY_OFF'),
    statutoryDayOff: sum(some, 'STATUTORY_DAY_OFF'),
  }));
}

/** The months with one order more. */
export function withOrder(
  months: readonly MonthMinutes[],
  date: LocalDate,
  { on, minutes }: AskedOvertime,
): MonthMinutes[] {
  const month = date.slice(0, 7);
  const now = months.find((one) => one.month === month) ?? { month, overtime: 0, dayOff: 0, statutoryDayOff: 0 };
  const field = { OVERTIME: 'overtime', DAY_OFF: 'dayOff', STATUTORY_DAY_OFF: 'statutoryDayOff' } as const;
  return [...months.filter((one) => one.month !== month), { ...now, [field[on]]: now[field[on]] + minutes }];
}

/** From which day on the limits of a month look. */
export function limitsLookFrom(date: LocalDate): LocalDate {
  const month = monthOf(date);
  return firstOfMonth(monthsBefore(month)[0] ?? month);
}

export const limitsOn = (date: LocalDate, months: readonly MonthMinutes[], rules: LimitRules): LimitFinding[] =>
  checkLimits(date.slice(0, 7), months, rules);

/** Hours of the month, holiday work counted in, as tables of decisions ask for them: this order included. */
export function monthHours(date: LocalDate, months: readonly MonthMinutes[]): number {
  const now = months.find(({ month }) => month === date.slice(0, 7));
  return now ? Math.round(((now.overtime + now.dayOff + now.statutoryDayOff) / 60) * 100) / 100 : 0;
}

export const hoursText = (minutes: number): string => String(Math.round((minutes / 60) * 10) / 10);

/** A limit in the words of its sentence: hours, or months where it counts months. */
export const limitParams = ({ code, value, limit, months }: LimitFinding): Record<string, string | number> =>
  code === 'telework.limit_months_above'
    ? { value, limit, months }
    : { value: hoursText(value), limit: hoursText(limit), months };
