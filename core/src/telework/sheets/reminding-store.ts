import type { Tx } from '../../platform/index.ts';
import type { Month } from './month.ts';

export type Told = 'HEAD' | 'PERSONNEL';

/** Notes who is told; returns those who had not been told before, by whichever process. */
export async function noteTold(
  tx: Tx,
  { staffIds, month, told, at }: { staffIds: readonly string[]; month: Month; told: Told; at: Date },
): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `insert into kaigi.telework_confirm_notice (municipality_id, staff_id, month, told, noticed_at)
     select $1, id, $2, $3, $4 from unnest($5::uuid[]) as id order by id
     on conflict do nothing returning staff_id as "staffId"`,
    [tx.municipalityId, month, told, at, staffIds],
  );
  return rows.map(({ staffId }) => staffId);
}

export async function toldOf(tx: Tx, month: Month, told: Told): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select n.staff_id as "staffId" from kaigi.telework_confirm_notice n
     where n.municipality_id = $1 and n.month = $2 and n.told = $3 order by n.staff_id`,
    [tx.municipalityId, month, told],
  );
  return rows.map(({ staffId }) => staffId);
}
