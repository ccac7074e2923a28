import { legalBreak } from '../../shared/index.ts';
import type { Flag } from './flags.ts';
import { type Day, type Partition, partition } from './partition.ts';
import type { ScheduleOf } from './pattern.ts';
import { common, type Minute, merged, minuteOf, minutesIn, type Span, without } from './span.ts';
import type { TimeRules } from './time-rules.ts';
import { type ByClass, classify } from './work-classes.ts';

/** One working day in figures, all minutes. elapsed = worked + breaks + midShift + leaveWithin, always. */
export interface DayReckoning {
  readonly scheduled: number;
  readonly elapsed: number;
  readonly worked: number;
  readonly breaks: number;
  readonly midShift: number;
  /** Leave between START and END. */
  readonly leaveWithin: number;
  /** Hours of duty on leave, and those that a 出張 filled. */
  readonly leave: number;
  readonly deemed: number;
  /** Hours of duty that nothing accounts for: before the first START, after the last END, between, or all of the day. */
  readonly late: number;
  readonly leftEarly: number;
  readonly away: number;
  readonly absent: number;
  readonly byClass: ByClass;
  /** Work outside the hours of duty with an order, and without one: it counts all the same. */
  readonly ordered: number;
  readonly withoutOrder: number;
  readonly from: Minute | null;
  readonly to: Minute | null;
  readonly flags: readonly Flag[];
}

interface Missing {
  readonly late: number;
  readonly leftEarly: number;
  readonly away: number;
  readonly absent: number;
}

function missingOf({ record }: Day, { duty, dutyOnLeave, deemed }: Partition): Missing {
  const sessions = merged(record.sessions);
  const missing = without(duty, [...sessions, ...dutyOnLeave, ...deemed]);
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return { late: 0, leftEarly: 0, away: 0, absent: minutesIn(missing) };
  const before = minutesIn(common(missing, [{ from: Number.NEGATIVE_INFINITY, to: first.from }]));
  const after = minutesIn(common(missing, [{ from: last.to, to: Number.POSITIVE_INFINITY }]));
  const away = minutesIn(missing) - before - after;
  // Whoever has not ended has not left early.
  return { late: before, leftEarly: record.state === 'ENDED' ? after : 0, away, absent: 0 };
}

interface Found extends Missing {
  readonly parts: Partition;
  readonly withoutOrder: number;
  readonly worked: number;
}

function orderFlags({ plan }: Day, { withoutOrder }: Found, rules: TimeRules): Flag[] {
  return [
    ...(withoutOrder > rules.flagWithoutOrder ? (['OVERTIME_WITHOUT_ORDER'] as const) : []),
    ...(plan.overtime.some(({ confirmed }) => !confirmed) ? (['OVERTIME_NOT_CONFIRMED'] as const) : []),
  ];
}

/** What the punches and their day leave to be asked or told. Nothing is asked of a day that is not over. */
function flagsOf(day: Day, found: Found, { rules, now }: { rules: TimeRules; now: Date }): Flag[] {
  const { record, plan, scheduled } = day;
  const { parts } = found;
  const isOver = scheduled.kind === 'OFF' || minuteOf(now, record.date) >= scheduled.shift.to + rules.askAfter;
  const isKept = rules.keptSince === null || rules.keptSince <= record.date;
  const onWholeDayLeave = plan.leave.some(({ span }) => span === null);
  const rest = minutesIn(parts.breaks) + minutesIn(parts.midShift) + minutesIn(parts.leave);
  const has = (flag: Flag, is: boolean): Flag[] => (is ? [flag] : []);
  return [
    ...has('MISSING_START', isOver && isKept && record.sessions.length === 0 && found.absent > 0),
    ...has('MISSING_END', record.state === 'UNCONFIRMED_END'),
    ...has('ODD_PUNCHES', record.oddities.length > 0),
    ...has('OPEN_REQUEST', plan.open.length > 0),
    ...has('MID_SHIFT_UNANSWERED', parts.unanswered.length > 0),
    ...has('MID_SHIFT_LEAVE_NOT_ASKED_FOR', parts.saidLeave.length > 0),
    ...(isOver ? orderFlags(day, found, rules) : []),
    ...has('WORKED_ON_LEAVE', onWholeDayLeave && found.worked > 0),
    ...has('BREAK_TOO_SHORT', record.state === 'ENDED' && rest < legalBreak(found.worked)),
    ...has('LATE', found.late > 0),
    ...has('LEFT_EARLY', found.leftEarly > 0),
    ...has('AWAY', found.away > 0),
    ...has(
      'REPORTED_LATE',
      record.punches.some(({ reportedLate }) => reportedLate),
    ),
    ...has(
      'CLOCK_DOUBTED',
      record.punches.some(({ clockDoubted }) => clockDoubted),
    ),
    ...has(
      'CORRECTED',
      record.punches.some(({ corrected }) => corrected),
    ),
  ];
}

export interface Reckoned {
  readonly rules: TimeRules;
  readonly schedule: ScheduleOf;
  readonly now: Date;
}

/** A working day in figures. */
export function reckonDay(day: Day, { rules, schedule, now }: Reckoned): DayReckoning {
  const { record, plan, scheduled } = day;
  const parts = partition(day, rules.askAboutMidShift);
  const all = merged([...parts.worked, ...parts.deemed]);
  const { byClass, outside } = classify({ scheduled, schedule, worked: all, duty: parts.duty }, rules);
  const ordered = minutesIn(common(outside, plan.overtime as readonly Span[]));
  const missing = missingOf(day, parts);
  const worked = minutesIn(parts.worked);
  const withoutOrder = minutesIn(outside) - ordered;
  return {
    scheduled: minutesIn(parts.duty),
    elapsed: minutesIn(merged(record.sessions)),
    worked,
    breaks: minutesIn(parts.breaks),
    midShift: minutesIn(parts.midShift),
    leaveWithin: minutesIn(parts.leave),
    leave: minutesIn(parts.dutyOnLeave),
    deemed: minutesIn(parts.deemed),
    ...missing,
    byClass,
    ordered,
    withoutOrder,
    from: record.sessions[0]?.from ?? null,
    to: record.state === 'ENDED' ? (record.sessions.at(-1)?.to ?? null) : null,
    flags: flagsOf(day, { ...missing, parts, withoutOrder, worked }, { rules, now }),
  };
}
