import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { type DayPlan, NOTHING_PLANNED } from '../working-time/day-plan.ts';
import { type DayRecord, foldDay } from '../working-time/day-record.ts';
import { type PersonsHours, type ScheduleOf, scheduleOf } from '../working-time/pattern.ts';
import { type Punch, type PunchFact, punchesOf } from '../working-time/punches.ts';
import { endAskedFrom } from '../working-time/sheet-rows.ts';
import { minuteOf } from '../working-time/span.ts';
import { type Boundaries, byWorkingDay, closesAt } from '../working-time/working-days.ts';

/** How somebody stands by their punches, on the working day that is now. */
export interface Standing {
  readonly day: LocalDate;
  readonly state: DayRecord['state'];
  /** The last punch that counts. */
  readonly since: Date | null;
  /** Whether the hours of duty of this day are now. */
  readonly onDuty: boolean;
  readonly isWorkDay: boolean;
}

/** Whose hours are the city's usual ones asks for the same few days as everybody else. */
export function schedulesOf(): (hours: PersonsHours) => ScheduleOf {
  const shared = new Map<string, ScheduleOf>();
  return (hours) => {
    const [only] = hours.assigned;
    if (!only || hours.assigned.length > 1 || hours.named.size > 0 || only.to !== null) return scheduleOf(hours);
    const key = `${only.patternId} ${only.from}`;
    const known = shared.get(key);
    if (known) return known;
    const ask = scheduleOf(hours);
    const days = new Map<LocalDate, ReturnType<ScheduleOf>>();
    const schedule: ScheduleOf = (date) => {
      const day = days.get(date) ?? ask(date);
      days.set(date, day);
      return day;
    };
    shared.set(key, schedule);
    return schedule;
  };
}

/** Whether yesterday's working day may still be open: a shift or an order over midnight, or the small hours. */
export function isYesterdayOpen(boundaries: Boundaries, now: Date): boolean {
  const yesterday = addDays(localDateOf(now), -1);
  return minuteOf(now, yesterday) < closesAt(yesterday, boundaries);
}

function stand(day: LocalDate, punches: readonly Punch[], { boundaries, now }: Standings): Standing {
  const scheduled = boundaries.schedule(day);
  const plan: DayPlan = boundaries.plans.get(day) ?? { date: day, ...NOTHING_PLANNED };
  const works = scheduled.kind === 'WORK' ? scheduled.shift : null;
  const minute = minuteOf(now, day);
  const onDuty = works !== null && minute >= works.from && minute < works.to;
  const rest = { day, onDuty, isWorkDay: works !== null };
  if (punches.length === 0) return { ...rest, state: 'NOT_STARTED', since: null };
  const asked = { date: day, punches, endAskedFrom: endAskedFrom(scheduled, plan, boundaries), now };
  return { ...rest, state: foldDay(asked, boundaries.rules).state, since: punches.at(-1)?.at ?? null };
}

interface Standings {
  readonly boundaries: Boundaries;
  readonly now: Date;
}

/**
 * A night shift of yesterday that still runs is the working day that is now.
 * @param facts today's, and yesterday's where that day may still be open
 */
export function standingOf(facts: readonly PunchFact[], standings: Standings): Standing {
  const { boundaries, now } = standings;
  const today = localDateOf(now);
  if (facts.length === 0) return stand(today, [], standings);
  const { punches } = punchesOf(facts);
  if (!isYesterdayOpen(boundaries, now))
    return stand(
      today,
      punches.filter(({ day }) => day === null || day === today),
      standings,
    );
  const days = byWorkingDay(punches, boundaries);
  const yesterday = addDays(today, -1);
  const before = days.get(yesterday);
  if (before && !days.has(today)) {
    const night = stand(yesterday, before, standings);
    if (night.state === 'WORKING' || night.state === 'PAUSED') return night;
  }
  return stand(today, days.get(today) ?? [], standings);
}
