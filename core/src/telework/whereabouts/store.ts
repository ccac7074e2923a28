import type { Tx } from '../../platform/index.ts';
import type { Whereabouts } from './rules.ts';

const ROWS = `select w.whereabouts_id as "whereaboutsId", w.staff_id as "staffId", w.person, w.kind, w.from_at as "from",
    w.until_at as "until", w.expires_at as "expiresAt", w.place, w.said_at as "saidAt", w.ended_at as "endedAt",
    w.ended_by as "endedBy"
  from kaigi.telework_whereabouts w where w.municipality_id = $1`;

/** Of these people, what holds or is to come; what begins last comes last. */
export const openWhereabouts = (tx: Tx, staffIds: readonly string[], now: Date): Promise<Whereabouts[]> =>
  tx.query<Whereabouts>(
    `${ROWS} and w.staff_id = any($2::uuid[]) and w.ended_at is null and w.expires_at > $3
     order by w.staff_id, w.from_at, w.whereabouts_id`,
    [tx.municipalityId, staffIds, now],
  );

/** Of these people, where they were or are to be within a time; what was said anew is left out. */
export const whereaboutsIn = (
  tx: Tx,
  { staffIds, from, to }: { staffIds: readonly string[]; from: Date; to: Date },
): Promise<Whereabouts[]> =>
  tx.query<Whereabouts>(
    `${ROWS} and w.staff_id = any($2::uuid[]) and w.ended_by is distinct from 'REPLACED' and w.from_at < $4
       and w.expires_at > $3 and coalesce(w.ended_at, w.expires_at) > greatest(w.from_at, $3)
     order by w.staff_id, w.from_at, w.whereabouts_id`,
    [tx.municipalityId, staffIds, from, to],
  );

/** Until the end of the transaction nobody else says where this person is. */
export async function lockWhereabouts(tx: Tx, staffId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `kaigi.telework_whereabouts ${tx.municipalityId} ${staffId}`,
  ]);
}

export async function insertWhereabouts(tx: Tx, one: Whereabouts): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_whereabouts (municipality_id, whereabouts_id, staff_id, person, kind, from_at, until_at,
       expires_at, place, said_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.municipalityId, one.whereaboutsId, one.staffId, JSON.stringify(one.person), one.kind],
      ...[one.from, one.until, one.expiresAt, one.place, one.saidAt],
    ],
  );
}

export async function endWhereabouts(
  tx: Tx,
  ids: readonly string[],
  { at, by }: { at: Date; by: 'BACK' | 'REPLACED' },
): Promise<void> {
  await tx.query(
    `update kaigi.telework_whereabouts set ended_at = $3, ended_by = $4
     where municipality_id = $1 and whereabouts_id = any($2::uuid[]) and ended_at is null`,
    [tx.municipalityId, ids, at, by],
  );
}
