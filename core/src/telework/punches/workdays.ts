import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { type DayPlan, NOTHING_PLANNED } from '../working-time/day-plan.ts';
import { type DayRecord, foldDay } from '../working-time/day-record.ts';
import { type Partition, partition } from '../working-time/partition.ts';
import { type ScheduledDay, scheduleOf } from '../working-time/pattern.ts';
import { type Heard, type Punch, punchesOf } from '../working-time/punches.ts';
import { type DayReckoning, reckonDay } from '../working-time/reckoning.ts';
import { endAskedFrom, type PersonsRecord } from '../working-time/sheet-rows.ts';
import { instantOf, minuteOf } from '../working-time/span.ts';
import type { TimeRules } from '../working-time/time-rules.ts';
import { byWorkingDay, closesAt } from '../working-time/working-days.ts';

/** One working day as it stands at a moment: of who is at work, up to that moment. */
export interface Workday {
  readonly date: LocalDate;
  readonly scheduled: ScheduledDay;
  readonly plan: DayPlan;
  readonly record: DayRecord;
  readonly reckoning: DayReckoning;
  readonly parts: Partition;
  readonly answers: Heard['answers'];
  /** Whether punches may still belong to it. */
  readonly isOpen: boolean;
  /** Whether what was planned is over, and the time to ask as well. */
  readonly isLate: boolean;
}

/** As if it ended now: what has been worked so far. */
function upTo(now: Date, record: DayRecord, rules: TimeRules): DayRecord {
  if (record.state !== 'WORKING') return record;
  const end: Punch = {
    ...{ punchId: 'now', punch: 'END', at: now, day: null },
    ...{ reportedLate: false, clockDoubted: false, corrected: false },
  };
  const { date, punches } = record;
  const ended = foldDay({ date, punches: [...punches, end], endAskedFrom: Number.POSITIVE_INFINITY, now }, rules);
  return { ...record, sessions: ended.sessions };
}

/** The days from one up to and with another. Facts must reach back to two days before the first. */
export function workdaysOf(from: LocalDate, to: LocalDate, person: PersonsRecord): Workday[] {
  const { facts, hours, plans, rules, now } = person;
  const schedule = scheduleOf(hours);
  const heard = punchesOf(facts);
  const boundaries = { schedule, rules, plans };
  const punches = byWorkingDay(heard.punches, boundaries);
  const days: Workday[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const scheduled = schedule(date);
    const plan = plans.get(date) ?? { date, ...NOTHING_PLANNED };
    const endAsked = endAskedFrom(scheduled, plan, boundaries);
    const record = foldDay({ date, punches: punches.get(date) ?? [], endAskedFrom: endAsked, now }, rules);
    const day = { scheduled, plan, record: upTo(now, record, rules), answers: heard.answers };
    const minute = minuteOf(now, date);
    days.push({
      ...{ ...day, date, record, parts: partition(day, rules.askAboutMidShift) },
      ...{ reckoning: reckonDay(day, { rules, schedule, now }) },
      ...{ isOpen: minute < closesAt(date, boundaries), isLate: minute >= endAsked },
    });
  }
  return days;
}

/** The day of which somebody speaks now: the one that is still going on, or else that of the calendar. */
export function currentOf(days: readonly Workday[], now: Date): Workday | undefined {
  const today = localDateOf(now);
  const own = days.find(({ date }) => date === today);
  if (own && own.record.state !== 'NOT_STARTED') return own;
  const before = days.find(({ date }) => date === addDays(today, -1));
  const goesOn = before?.isOpen && before.record.state !== 'NOT_STARTED' && before.record.state !== 'ENDED';
  return goesOn ? before : own;
}

export const dayWith = (days: readonly Workday[], punchId: string): Workday | undefined =>
  days.find(({ record }) => record.punches.some((punch) => punch.punchId === punchId));

/** From when until when something may belong to a working day. */
export function windowOf(date: LocalDate, { hours, plans, rules }: PersonsRecord): { from: Date; to: Date } {
  const schedule = scheduleOf(hours);
  const day = schedule(date);
  const begins = day.kind === 'WORK' ? Math.min(0, day.shift.from - rules.earlyStart) : 0;
  const ends = closesAt(date, { schedule, rules, plans });
  return { from: instantOf(date, begins), to: instantOf(date, ends) };
}
