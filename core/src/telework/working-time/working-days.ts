import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { DayPlan } from './day-plan.ts';
import type { ScheduleOf } from './pattern.ts';
import type { Punch } from './punches.ts';
import { DAY, dayBefore, minuteOf } from './span.ts';
import type { TimeRules } from './time-rules.ts';

export interface Boundaries {
  readonly schedule: ScheduleOf;
  readonly rules: TimeRules;
  readonly plans: ReadonlyMap<LocalDate, DayPlan>;
}

/** The minute of a working day after which nothing belongs to it any more: longer after a night shift or an order. */
export function closesAt(date: LocalDate, { schedule, rules, plans }: Boundaries): number {
  const day = schedule(date);
  const shift = day.kind === 'WORK' ? [day.shift.to] : [];
  const orders = plans.get(date)?.overtime.map(({ to }) => to) ?? [];
  const ends = [...shift, ...orders].map((end) => end + rules.openAfterShift);
  return Math.max(DAY + rules.dayTurnsAt, ...ends);
}

function lies(at: Date, date: LocalDate, schedule: ScheduleOf, before = 0): boolean {
  const day = schedule(date);
  const minute = minuteOf(at, date);
  return day.kind === 'WORK' && minute >= day.shift.from - before && minute < day.shift.to;
}

/**
 * The working day of a punch that nothing came before: that of the shift in which it lies, also one that began
 * yesterday; before a shift that begins around midnight, that of the shift; else the day of the calendar. Work over
 * midnight is one day's work, that of the day on which it began (昭和63年1月1日基発第1号).
 */
function dayByItself({ at, punch }: Punch, { schedule, rules }: Boundaries): LocalDate {
  const today = localDateOf(at);
  const yesterday = dayBefore(at);
  if (lies(at, yesterday, schedule)) return yesterday;
  if (lies(at, today, schedule)) return today;
  const tomorrow = addDays(today, 1);
  return punch === 'START' && lies(at, tomorrow, schedule, rules.earlyStart) ? tomorrow : today;
}

/** Punches in the order in which they count, by the working day that each belongs to. */
export function byWorkingDay(
  punches: readonly Punch[],
  boundaries: Boundaries,
): ReadonlyMap<LocalDate, readonly Punch[]> {
  const days = new Map<LocalDate, Punch[]>();
  let begun: LocalDate | null = null;
  for (const punch of punches) {
    const goesOn = begun !== null && punch.punch !== 'START' && minuteOf(punch.at, begun) < closesAt(begun, boundaries);
    const day: LocalDate = punch.day ?? (goesOn && begun ? begun : dayByItself(punch, boundaries));
    if (punch.punch === 'START') begun = day;
    const those = days.get(day);
    if (those) those.push(punch);
    else days.set(day, [punch]);
  }
  return days;
}
