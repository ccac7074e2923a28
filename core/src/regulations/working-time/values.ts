import type { LocalDate } from '../../shared/index.ts';
import type { LeaveRule } from '../language/leave.ts';
import type { TimeRule } from '../language/working-time.ts';
import { minutesOfClock, WEEKDAYS } from '../language/working-time-parts.ts';
import type { LeaveValues, OvertimeLimits, TimeValues, WorkingTimeTopic } from './vocabulary.ts';

interface Said {
  readonly time?: Partial<Omit<TimeValues, 'limits'>>;
  readonly limits?: Partial<OvertimeLimits>;
  readonly leave?: Partial<LeaveValues>;
}

type AnyRule = TimeRule | LeaveRule;
type SaysOf = { readonly [Rule in AnyRule['rule']]: (row: Extract<AnyRule, { rule: Rule }>) => Said };

const SAYS: SaysOf = {
  DAY_TURNS: ({ at }) => ({ time: { dayTurnsAt: minutesOfClock(at) } }),
  OVER_MIDNIGHT: ({ openAfter, earlyStart }) => ({ time: { openAfterShift: openAfter, earlyStart } }),
  TAPS: ({ doubleSeconds, offlineAfterSeconds, offlineAtMostHours }) => ({
    time: { doubleTapSeconds: doubleSeconds, offlineAfterSeconds, offlineAtMostHours },
  }),
  MISSING_PUNCH: ({ minutes }) => ({ time: { askAfter: minutes } }),
  MID_SHIFT: ({ minutes }) => ({ time: { askAboutMidShift: minutes } }),
  GAP: ({ minutes }) => ({ time: { askAboutGap: minutes } }),
  KEPT_SINCE: ({ on }) => ({ time: { keptSince: on as LocalDate } }),
  MONTH_CONFIRMED: ({ workingDays }) => ({ time: { confirmWithin: workingDays } }),
  WITHOUT_ORDER: ({ minutes }) => ({ time: { flagWithoutOrder: minutes } }),
  DAY_OFF_BY: ({ by }) => ({ time: { dayOffBy: by } }),
  WEEK: ({ begins }) => ({ time: { weekBegins: WEEKDAYS.indexOf(begins) } }),
  PAY_ROUNDING: ({ to }) => ({ time: { payRounding: to && { unit: to.minutes, how: to.how } } }),
  OVERTIME_MONTH: ({ hours }) => ({ limits: { month: 60 * hours } }),
  OVERTIME_YEAR: ({ hours }) => ({ limits: { year: 60 * hours } }),
  MONTHS_ABOVE: ({ months }) => ({ limits: { monthsAbove: months } }),
  SINGLE_MONTH: ({ hours }) => ({ limits: { singleMonth: 60 * hours } }),
  AVERAGE: ({ hours }) => ({ limits: { average: 60 * hours } }),
  OVERTIME_WARNING: ({ percent }) => ({ limits: { warnAtPercent: percent } }),
  OVERTIME_COUNTS: ({ dayOffWork }) => ({ limits: { countsDayOffWork: dayOffWork } }),
  LEAVE_YEAR: ({ begins }) => ({ leave: { yearBegins: begins } }),
  YEARLY_DAYS: ({ days }) => ({ leave: { days } }),
  FIRST_YEAR: ({ days }) => ({ leave: { firstYear: days } }),
  CARRY_OVER: ({ days }) => ({ leave: { carryOverDays: days } }),
  LASTS: ({ until }) => ({ leave: { lasts: until } }),
  DAY_LENGTH: ({ length }) => ({ leave: { minutesPerDay: minutesOfClock(length) } }),
  HOURLY: ({ step }) => ({ leave: { hourStep: step } }),
  PART_TIME: ({ employments, by, first, begins, table = {} }) => ({
    leave: { partTime: [{ employments, by, first, begins, table }] },
  }),
  HALF_DAYS: ({ halves }) => ({
    leave: { halfDays: halves && { AM: minutesOfClock(halves.morning), PM: minutesOfClock(halves.afternoon) } },
  }),
};

/** The values that a row sets. */
export const saidBy = (row: AnyRule): Said => (SAYS[row.rule] as (one: AnyRule) => Said)(row);

const topics = (prefix: string, values: object = {}): WorkingTimeTopic[] =>
  Object.keys(values).map((name) => `${prefix}${name}` as WorkingTimeTopic);

/** Of which values a row speaks. */
export function topicsOf(row: AnyRule): WorkingTimeTopic[] {
  const { time, limits, leave } = saidBy(row);
  return [...topics('', time), ...topics('limits.', limits), ...topics('leave.', leave)];
}

/** A value by its topic, or a part of one: `limits.month`, `leave.halfDays.AM`. Undefined where there is none. */
export function valueAt(topic: string, { rules, leave }: { rules: TimeValues; leave: LeaveValues }): unknown {
  return topic
    .split('.')
    .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), {
      ...rules,
      leave,
    });
}
