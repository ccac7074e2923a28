import { addDays, type LocalDate } from '../../shared/index.ts';
import type { ScheduleOf, Shift } from '../working-time/pattern.ts';
import { common, minutesIn, type Span, spanOf, without } from '../working-time/span.ts';
import type { LeaveRequestInput } from './request-contract.ts';

/** A day of leave that is asked for. */
export interface LeaveDay {
  readonly date: LocalDate;
  /** Null: all of it. */
  readonly span: Span | null;
  readonly part: LeaveRequestInput['span'];
  /** Hours of duty that it takes. */
  readonly duty: number;
}

export interface AskedLeave {
  readonly days: readonly LeaveDay[];
  /** Days on which nothing is to be worked. */
  readonly off: readonly LocalDate[];
  /** How long it is, days off between counted in. */
  readonly calendarDays: number;
}

export const LONGEST_LEAVE_DAYS = 366;

/** Every day that is named, once and in order; nothing where the span runs backwards or is too long. */
export function datesOf(when: LeaveRequestInput['when']): LocalDate[] {
  if ('dates' in when) return [...new Set(when.dates)].sort() as LocalDate[];
  const dates: LocalDate[] = [];
  for (
    let date = when.from as LocalDate;
    date <= when.to && dates.length <= LONGEST_LEAVE_DAYS;
    date = addDays(date, 1)
  )
    dates.push(date);
  return dates.length > LONGEST_LEAVE_DAYS ? [] : dates;
}

/** Before and after the first break of the shift, or its two halves where it has none. */
function halfOf({ from, to, breaks }: Shift, part: 'MORNING' | 'AFTERNOON'): Span {
  const middle = Math.round((from + to) / 2);
  const [pause = { from: middle, to: middle }] = breaks;
  return part === 'MORNING' ? { from, to: pause.from } : { from: pause.to, to };
}

function partOf(shift: Shift, { span, time }: LeaveRequestInput): Span | null {
  if (span === 'DAY') return null;
  if (span !== 'HOURS') return halfOf(shift, span);
  return time === null ? { from: 0, to: 0 } : spanOf(time);
}

/** The days by somebody's hours of duty: leave is for what would be worked. */
export function askedLeave(input: LeaveRequestInput, schedule: ScheduleOf): AskedLeave {
  const dates = datesOf(input.when);
  const days: LeaveDay[] = [];
  const off: LocalDate[] = [];
  for (const date of dates) {
    const scheduled = schedule(date);
    if (scheduled.kind === 'OFF') {
      off.push(date);
      continue;
    }
    const { shift } = scheduled;
    const span = partOf(shift, input);
    const duty = without([shift], shift.breaks);
    days.push({ date, span, part: input.span, duty: minutesIn(span === null ? duty : common([span], duty)) });
  }
  return { days, off, calendarDays: dates.length };
}
