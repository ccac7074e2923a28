import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { ScheduleOf } from './pattern.ts';
import type { Punch } from './punches.ts';
import { DAY, dayBefore, minuteOf } from './span.ts';
import type { TimeRules } from './time-rules.ts';

/** The minute of a working day after which nothing belongs to it any more. */
export function closesAt(date: LocalDate, schedule: ScheduleOf, rules: TimeRules): number {
  const day = schedule(date);
  const turns = DAY + rules.dayTurnsAt;
  return day.kind === 'WORK' ? Math.max(turns, day.shift.to + rules.openAfterShift) : turns;
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
function dayByItself({ at, punch }: Punch, schedule: ScheduleOf, rules: TimeRules): LocalDate {
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
  schedule: ScheduleOf,
  rules: TimeRules,
): ReadonlyMap<LocalDate, readonly Punch[]> {
  const days = new Map<LocalDate, Punch[]>();
  let begun: LocalDate | null = null;
  for (const punch of punches) {
    const goesOn =
      begun !== null && punch.punch !== 'START' && minuteOf(punch.at, begun) < closesAt(begun, schedule, rules);
    const day: LocalDate = punch.day ?? (goesOn && begun ? begun : dayByItself(punch, schedule, rules));
    if (punch.punch === 'START') begun = day;
    const those = days.get(day);
    if (those) those.push(punch);
    else days.set(day, [punch]);
  }
  return days;
}
