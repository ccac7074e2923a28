import type { ScheduledDay, ScheduleOf } from './pattern.ts';
import { calendarDay, common, DAY, minutesIn, type Span, without } from './span.ts';
import type { TimeRules } from './time-rules.ts';

/**
 * What a worked minute is. Each is exactly one:
 * REGULAR 正規の勤務時間, WITHIN_EIGHT 時間外 up to eight hours a day, BEYOND_EIGHT 時間外 beyond them (労働基準法32条2項,
 * 37条1項), DAY_OFF 週休日, HOLIDAY 休日 (祝日, 年末年始), STATUTORY_DAY_OFF 法定休日 (35条, 37条1項).
 */
export type WorkClass = 'REGULAR' | 'WITHIN_EIGHT' | 'BEYOND_EIGHT' | 'DAY_OFF' | 'HOLIDAY' | 'STATUTORY_DAY_OFF';

export const WORK_CLASSES: readonly WorkClass[] = [
  'REGULAR',
  'WITHIN_EIGHT',
  'BEYOND_EIGHT',
  'DAY_OFF',
  'HOLIDAY',
  'STATUTORY_DAY_OFF',
];

export interface ClassMinutes {
  readonly minutes: number;
  /** Of them between 22 and 5 o'clock (37条4項). */
  readonly night: number;
}
export type ByClass = Readonly<Record<WorkClass, ClassMinutes>>;

const EIGHT_HOURS = 8 * 60;
/** Around midnight before, during and after a working day. */
const NIGHT: readonly Span[] = [-1, 0, 1, 2].map((day) => ({ from: day * DAY - 120, to: day * DAY + 300 }));

export const nightIn = (spans: readonly Span[]): number => minutesIn(common(spans, NIGHT));

function atMidnights(spans: readonly Span[]): Span[] {
  const days = [-1, 0, 1, 2].map((day) => ({ from: day * DAY, to: (day + 1) * DAY }));
  return days.flatMap((day) => common(spans, [day]));
}

function offClass(day: ScheduledDay): WorkClass | null {
  if (day.kind === 'WORK' || day.why === 'NO_PATTERN') return null;
  if (day.why === 'STATUTORY_DAY_OFF') return 'STATUTORY_DAY_OFF';
  return day.why === 'WEEKLY_DAY_OFF' ? 'DAY_OFF' : 'HOLIDAY';
}

/**
 * Work outside the hours of duty: overtime (null), or work on a day off. 法定休日 is a day of the calendar, from midnight
 * to midnight (昭和23年4月5日基発第535号); whose the others are after midnight is the city's rule, except after a shift
 * that itself ran over midnight.
 */
function classOutside(slice: Span, { scheduled, schedule }: Classed, rules: TimeRules): WorkClass | null {
  const onCalendar = offClass(schedule(calendarDay(scheduled.date, slice.from)));
  const ownNight = scheduled.kind === 'WORK' && scheduled.shift.to > DAY;
  if (onCalendar === 'STATUTORY_DAY_OFF' || (rules.dayOffBy === 'CALENDAR_DAY' && !ownNight)) return onCalendar;
  const onDay = offClass(scheduled);
  return onDay === 'STATUTORY_DAY_OFF' ? onCalendar : onDay;
}

interface Classed {
  readonly scheduled: ScheduledDay;
  readonly schedule: ScheduleOf;
  readonly worked: readonly Span[];
  readonly duty: readonly Span[];
}

/** The first so many minutes of the spans, and the rest. */
function split(spans: readonly Span[], minutes: number): readonly [Span[], Span[]] {
  let left = minutes;
  const first: Span[] = [];
  for (const { from, to } of spans) {
    const taken = Math.min(left, to - from);
    if (taken > 0) first.push({ from, to: from + taken });
    left -= taken;
  }
  return [first, without(spans, first)];
}

export interface Classes {
  readonly byClass: ByClass;
  /** Everything outside the hours of duty. */
  readonly outside: readonly Span[];
}

/**
 * Sorts a day's work into classes. Hours of duty fill the eight hours first, wherever they lie in the day, and a shift
 * longer than eight (変形労働時間制, 32条の2) counts with its own length: what is beyond is paid as beyond.
 */
export function classify(day: Classed, rules: TimeRules): Classes {
  const regular = common(day.worked, day.duty);
  const outside = without(day.worked, day.duty);
  const found = new Map<WorkClass, Span[]>([['REGULAR', regular]]);
  const overtime: Span[] = [];
  for (const slice of atMidnights(outside)) {
    const is = classOutside(slice, day, rules);
    if (is === null) overtime.push(slice);
    else found.set(is, [...(found.get(is) ?? []), slice]);
  }
  const threshold = Math.max(EIGHT_HOURS, minutesIn(day.duty));
  const others = minutesIn(found.get('DAY_OFF') ?? []) + minutesIn(found.get('HOLIDAY') ?? []);
  const [within, beyond] = split(overtime, Math.max(0, threshold - minutesIn(regular) - others));
  found.set('WITHIN_EIGHT', within).set('BEYOND_EIGHT', beyond);
  const byClass = Object.fromEntries(
    WORK_CLASSES.map((name) => {
      const spans = found.get(name) ?? [];
      return [name, { minutes: minutesIn(spans), night: nightIn(spans) }];
    }),
  ) as unknown as ByClass;
  return { byClass, outside };
}
