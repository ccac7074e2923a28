import type { Tx } from '../../platform/index.ts';
import { badInput, type LocalDate } from '../../shared/index.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { monthOf } from '../sheets/month.ts';

/**
 * A month that is closed for somebody takes no new day and loses none: personnel opens it again first. Until the end of the
 * transaction none of these months is closed.
 * @throws bad-input `telework.application_month_closed`
 */
export async function refuseClosedMonths(
  tx: Tx,
  staffId: string,
  { dates, today }: { dates: readonly LocalDate[]; today: LocalDate },
): Promise<void> {
  // No month to come is closed.
  const months = new Set(dates.map(monthOf).filter((month) => month <= monthOf(today)));
  for (const month of [...months].toSorted())
    if (await isClosed(tx, staffId, month)) throw badInput('telework.application_month_closed', { month });
}
