import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { closedFrom } from '../sheets/is-closed.ts';
import { termsOf } from './store.ts';

interface Begins {
  readonly staffId: string;
  readonly from: LocalDate;
}

/** Terms hold until the next ones of the same person begin: the first closed month that each of these would change. */
export async function closedByTerms(tx: Tx, asked: readonly Begins[]): Promise<(string | null)[]> {
  const staffIds = [...new Set(asked.map(({ staffId }) => staffId))];
  const first = asked.map(({ from }) => from).toSorted()[0];
  if (first === undefined) return [];
  const [closed, there] = await Promise.all([
    closedFrom(tx, { staffIds, month: first.slice(0, 7) }),
    termsOf(tx, staffIds),
  ]);
  const begins = Map.groupBy([...there, ...asked], ({ staffId }) => staffId);
  return asked.map(({ staffId, from }) => {
    const days = (begins.get(staffId) ?? []).map((one) => one.from);
    const [next] = days.filter((day) => day > from).toSorted();
    const months = closed.get(staffId) ?? [];
    return months.find((month) => month >= from.slice(0, 7) && (next === undefined || `${month}-01` < next)) ?? null;
  });
}
