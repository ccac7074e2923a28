import type { Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { invariant, type LocalDate } from '../../shared/index.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { hoursOf } from '../hours/hours-of.ts';
import { type ScheduleOf, scheduleOf } from '../working-time/pattern.ts';

export interface ScheduleAsked {
  readonly staffId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** By whose patterns. */
  readonly today: LocalDate;
}

/** What somebody is to work on these days. */
export async function scheduleFor(
  regulations: Regulations,
  tx: Tx,
  { staffId, from, to, today }: ScheduleAsked,
): Promise<ScheduleOf> {
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: today });
  const hours = (await hoursOf(tx, { staffIds: [staffId], from, to }, times)).get(staffId);
  invariant(hours, 'everybody has hours of duty');
  return scheduleOf(hours);
}
