import type { Person } from '../../../directory/contract.ts';
import type { Tx } from '../../../platform/index.ts';

export interface Display {
  readonly displayId: string;
  readonly name: string;
  readonly office: string | null;
  readonly madeBy: Person;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
  readonly seenAt: Date | null;
}

const ROWS = `select d.display_id as "displayId", d.name, d.office, d.made_by as "madeBy", d.made_at as "madeAt",
    d.revoked_at as "revokedAt", d.seen_at as "seenAt"
  from kaigi.schedules_display d where d.municipality_id = $1`;

export const allDisplays = (tx: Tx): Promise<Display[]> =>
  tx.query<Display>(`${ROWS} order by d.revoked_at nulls first, d.made_at desc, d.display_id limit 200`, [
    tx.municipalityId,
  ]);

/** The display that may show something by this key now. */
export async function displayWith(tx: Tx, hash: Buffer): Promise<Display | null> {
  const [row] = await tx.query<Display>(`${ROWS} and d.key_hash = $2 and d.revoked_at is null`, [
    tx.municipalityId,
    hash,
  ]);
  return row ?? null;
}

export async function insertDisplay(tx: Tx, one: Display, hash: Buffer): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_display (municipality_id, display_id, name, office, key_hash, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipalityId, one.displayId, one.name, one.office, hash, JSON.stringify(one.madeBy), one.madeAt],
  );
}

/** Again it stays as it was. Returns null where there is no such display. */
export async function revokeDisplay(tx: Tx, displayId: string, at: Date): Promise<Display | null> {
  await tx.query(
    `update kaigi.schedules_display set revoked_at = $3
     where municipality_id = $1 and display_id = $2 and revoked_at is null`,
    [tx.municipalityId, displayId, at],
  );
  const [row] = await tx.query<Display>(`${ROWS} and d.display_id = $2`, [tx.municipalityId, displayId]);
  return row ?? null;
}

/** Every five minutes is often enough. */
export async function noteSeen(tx: Tx, displayId: string, at: Date): Promise<void> {
  await tx.query(
    `update kaigi.schedules_display set seen_at = $3
     where municipality_id = $1 and display_id = $2 and (seen_at is null or seen_at < $3::timestamptz - interval '5 minutes')`,
    [tx.municipalityId, displayId, at],
  );
}
