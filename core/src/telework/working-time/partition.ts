import type { DayPlan } from './day-plan.ts';
import type { DayRecord, MidShift } from './day-record.ts';
import type { ScheduledDay } from './pattern.ts';
import type { MidShiftAnswered } from './punches.ts';
import { common, merged, minutesIn, type Span, without } from './span.ts';

/** Every minute between a START and its END is in exactly one of these. */
export interface Partition {
  readonly worked: readonly Span[];
  readonly breaks: readonly Span[];
  /** 中抜け that is no break: by the hour on leave, or nobody has said yet. */
  readonly midShift: readonly Span[];
  /** Approved leave by the hour that lay between START and END. */
  readonly leave: readonly Span[];
  /** The hours of duty, and those of them that a 出張 fills where nothing was punched. */
  readonly duty: readonly Span[];
  readonly deemed: readonly Span[];
  /** Hours of duty that leave takes, whether anything was punched or not. */
  readonly dutyOnLeave: readonly Span[];
  /** 中抜け by what the person said, for the questions. */
  readonly unanswered: readonly MidShift[];
  readonly saidLeave: readonly MidShift[];
}

export interface Day {
  readonly scheduled: ScheduledDay;
  readonly record: DayRecord;
  readonly plan: DayPlan;
  readonly answers: ReadonlyMap<string, MidShiftAnswered['as']>;
}

/** The hours of duty of the day and its breaks, as approved. */
function dutyOf({ scheduled, plan }: Day): { whole: Span[]; breaks: readonly Span[] } {
  if (scheduled.kind === 'OFF') return { whole: [], breaks: plan.breaks ?? [] };
  const { shift } = scheduled;
  return { whole: [{ from: shift.from, to: shift.to }], breaks: plan.breaks ?? shift.breaks };
}

export function partition(day: Day, askAboutMidShift: number): Partition {
  const { record, plan, answers } = day;
  const { whole, breaks } = dutyOf(day);
  const duty = without(whole, breaks);
  const spans = (some: readonly { readonly span: Span | null }[]) =>
    some.flatMap(({ span }) => (span ? [span] : whole));
  const sessions = merged(record.sessions);
  // Who works on a day of leave has worked: only leave of a part of the day takes minutes out of what was punched.
  const leave = common(
    sessions,
    plan.leave.flatMap(({ span }) => span ?? []),
  );
  const pauses = record.sessions.flatMap((session) => session.pauses);
  const isBreak = ({ punchId, from, to }: MidShift) =>
    answers.get(punchId) === 'BREAK' || (!answers.has(punchId) && to - from <= askAboutMidShift);
  const paused = without(pauses, leave);
  // The planned break goes before a pause: who taps 中抜け at noon was on the noon break.
  const planned = without(common(sessions, breaks), leave);
  const midShift = without(without(paused, planned), pauses.filter(isBreak));
  const rest = merged([...planned, ...without(paused, midShift)]);
  const worked = without(sessions, [...leave, ...rest, ...midShift]);
  const dutyOnLeave = common(duty, spans(plan.leave));
  const open = (pause: MidShift) => minutesIn(common([pause], midShift)) > 0;
  return {
    worked,
    breaks: rest,
    midShift,
    leave,
    duty,
    deemed: without(common(duty, spans(plan.trips)), [...sessions, ...dutyOnLeave]),
    dutyOnLeave,
    unanswered: pauses.filter((pause) => open(pause) && !answers.has(pause.punchId)),
    saidLeave: pauses.filter((pause) => open(pause) && answers.get(pause.punchId) === 'HOURLY_LEAVE'),
  };
}
