import { localTimeOf } from '../../shared/index.ts';

export interface Times {
  readonly from: Date;
  readonly to: Date;
  readonly allDay: boolean;
}

export type TimesProblem = 'schedules.entry_ends_before' | 'schedules.entry_whole_days' | 'schedules.entry_far';

const DAY_MS = 86_400_000;
const LONGEST_MS = 400 * DAY_MS;
const FARTHEST_MS = 5 * 366 * DAY_MS;

/** What is wrong with the times of an own entry, or null. */
export function timesProblem({ from, to, allDay }: Times, now: Date): TimesProblem | null {
  if (to <= from) return 'schedules.entry_ends_before';
  if (allDay && [from, to].some((at) => localTimeOf(at) !== '00:00' || at.getTime() % 60_000 !== 0))
    return 'schedules.entry_whole_days';
  const far = [from, to].some((at) => Math.abs(at.getTime() - now.getTime()) > FARTHEST_MS);
  return far || to.getTime() - from.getTime() > LONGEST_MS ? 'schedules.entry_far' : null;
}
