import { addDays, type LocalDate } from '../../shared/index.ts';
import type { DataSetRow } from '../file-plan.ts';
import { type Period, spanOf } from './periods.ts';

type Row = Pick<DataSetRow, 'retentionYears' | 'keepDays' | 'retentionBasis' | 'starts' | 'endAction'>;

const periodOf = ({ retentionYears, starts, keepDays }: Row): Period => ({
  ...{ retentionYears, starts: starts ?? 'NEXT_FISCAL_YEAR', keepDays: keepDays ?? null },
});

const dayNumber = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Before this day the period of everything is over, however the days between fall: two years more than said. */
const longAgo = ({ retentionYears, keepDays }: Period, today: LocalDate): LocalDate =>
  addDays(today, -(366 * (retentionYears + 2) + (keepDays ?? 0) + 1));

/**
 * The first day whose data are still kept today: what is of an earlier day has been kept for as long as the row says.
 * Null where nothing ends by itself: the row asks somebody first (移管, 協議), counts from something other than the day
 * of the data, or names no length.
 */
export function firstKeptDay(row: Row, today: LocalDate): LocalDate | null {
  const period = periodOf(row);
  if (row.endAction !== 'DESTROY' || row.retentionBasis !== 'CREATION') return null;
  if (period.retentionYears === 0 && period.keepDays === null) return null;
  const isOver = (day: LocalDate) => {
    const { endsOn } = spanOf(period, day);
    return endsOn !== null && endsOn < today;
  };
  // No period of a later day ends earlier (`periods.test.ts`), so the turn lies between the two.
  let [over, kept] = [longAgo(period, today), today];
  while (addDays(over, 1) < kept) {
    const middle = addDays(over, Math.floor((dayNumber(kept) - dayNumber(over)) / 2));
    if (isOver(middle)) over = middle;
    else kept = middle;
  }
  return kept;
}
