import type { Tx } from '../platform/index.ts';

/** When these people acted on cases, and nothing else of it. */
export const actTimesOf = (
  tx: Tx,
  { staffIds, from, until }: { staffIds: readonly string[]; from: Date; until: Date },
): Promise<{ staffId: string; at: Date }[]> =>
  tx.query(
    `select h.actor_staff_id as "staffId", h.at from kaigi.approvals_history h
     where h.municipality_id = $1 and h.actor_staff_id = any($2::uuid[]) and h.at >= $3 and h.at < $4 and h.via <> 'rules'
     order by h.at`,
    [tx.municipalityId, staffIds, from, until],
  );
