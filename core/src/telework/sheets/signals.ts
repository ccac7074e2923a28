import { actTimesOf } from '../../approvals/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { instantOf } from '../working-time/span.ts';
import type { Signal } from './gaps.ts';

interface SignalsAsked {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

/**
 * What the suite knows besides: the person's own acts on cases and in this capability, and PC logs where personnel
 * imported them. Nothing else is looked at, and nothing of what they did but when.
 */
export async function signalsOf(tx: Tx, { staffIds, from, to }: SignalsAsked): Promise<Map<string, Signal[]>> {
  const [begins, ends] = [instantOf(from, 0), instantOf(to, 1440 + 720)];
  const [acts, rows] = await Promise.all([
    actTimesOf(tx, { staffIds, from: begins, until: ends }),
    tx.query<Signal & { staffId: string }>(
      `select f.staff_id as "staffId", 'ACT' as signal, f.at as "from", f.at as "to" from kaigi.telework_fact f
       where f.municipality_id = $1 and f.staff_id = any($2::uuid[]) and f.actor ->> 'staffId' = f.staff_id::text
         and f.at >= $3 and f.at < $4 and f.via <> 'rules'
       union all
       select p.staff_id, 'PC', p.on_at, p.off_at from kaigi.telework_pc_log p
       where p.municipality_id = $1 and p.staff_id = any($2::uuid[]) and p.on_at >= $3 and p.on_at < $4
       order by 1, 3`,
      [tx.municipalityId, staffIds, begins, ends],
    ),
  ]);
  const all = [...acts.map(({ staffId, at }) => ({ staffId, signal: 'ACT' as const, from: at, to: at })), ...rows];
  return Map.groupBy(all, ({ staffId }) => staffId);
}
