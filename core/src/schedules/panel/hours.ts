import type { Tx } from '../../platform/index.ts';
import { addDays, localDateOf } from '../../shared/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import type { Entry } from '../calendar/entry.ts';
import { blocks } from '../calendar/entry.ts';
import { hoursOfPeople, workingDaysOf } from '../slots/gather.ts';
import type { Stretch, WorkingDay } from '../slots/wanted.ts';

// 年末年始 with the week-ends beside it.
const DAYS_AHEAD = 12;

/** Of each, the hours of duty that are still to come of so many working days, lunch left out. */
export async function nextHours(
  parts: Pick<BookingParts, 'regulations'>,
  tx: Tx,
  asked: { readonly staffIds: readonly string[]; readonly now: Date; readonly most: number },
): Promise<Map<string, WorkingDay[]>> {
  const { staffIds, now, most } = asked;
  const from = localDateOf(now);
  const days = { from, to: addDays(from, DAYS_AHEAD), breaks: true };
  const hours = await hoursOfPeople(parts, tx, { staffIds, ...days });
  return new Map(
    [...hours].map(([staffId, theirs]) => {
      const left = workingDaysOf(theirs, days).filter(({ to }) => to > now.getTime());
      return [staffId, left.slice(0, most)];
    }),
  );
}

export const busyOf = (entries: readonly Entry[]): Stretch[] =>
  entries.filter(blocks).map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));
