import type { Tx } from '../../platform/index.ts';
import type { Nudge } from './nudge-rules.ts';

const ROWS = `select n.nudge_id as "nudgeId", n.staff_id as "staffId", n.person, n.asked_by as "askedBy", n.asker,
    n.message, n.asked_at as "askedAt", n.due_at as "dueAt", n.answered_at as "answeredAt", n.answer,
    n.told_at as "toldAt", n.version
  from kaigi.telework_nudge n where n.municipality_id = $1`;

export async function insertNudges(tx: Tx, nudges: readonly Nudge[]): Promise<void> {
  for (const one of nudges)
    await tx.query(
      `insert into kaigi.telework_nudge (municipality_id, nudge_id, staff_id, person, asked_by, asker, message,
         asked_at, due_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[tx.municipalityId, one.nudgeId, one.staffId, JSON.stringify(one.person), one.askedBy],
        ...[JSON.stringify(one.asker), one.message, one.askedAt, one.dueAt],
      ],
    );
}

export async function readNudge(tx: Tx, nudgeId: string): Promise<Nudge | null> {
  const [row] = await tx.query<Nudge>(`${ROWS} and n.nudge_id = $2`, [tx.municipalityId, nudgeId]);
  return row ?? null;
}

/** The same, and nobody else changes it until the end of the transaction. */
export async function lockNudge(tx: Tx, nudgeId: string): Promise<Nudge | null> {
  const [row] = await tx.query<Nudge>(`${ROWS} and n.nudge_id = $2 for update`, [tx.municipalityId, nudgeId]);
  return row ?? null;
}

/** Asked of somebody or by them since then, newest first. */
export const nudgesOf = (tx: Tx, staffId: string, since: Date): Promise<Nudge[]> =>
  tx.query<Nudge>(
    `${ROWS} and (n.staff_id = $2 or n.asked_by = $2) and n.asked_at >= $3 order by n.asked_at desc, n.nudge_id limit 200`,
    [tx.municipalityId, staffId, since],
  );

/** Of these people, who was asked by this one and has not answered while there is time. */
export async function stillAsked(
  tx: Tx,
  { askedBy, staffIds, now }: { askedBy: string; staffIds: readonly string[]; now: Date },
): Promise<Nudge[]> {
  return tx.query<Nudge>(
    `${ROWS} and n.asked_by = $2 and n.staff_id = any($3::uuid[]) and n.answered_at is null and n.due_at > $4`,
    [tx.municipalityId, askedBy, staffIds, now],
  );
}

export async function changeNudge(tx: Tx, { nudgeId, answeredAt, answer, toldAt, version }: Nudge): Promise<void> {
  await tx.query(
    `update kaigi.telework_nudge set answered_at = $3, answer = $4, told_at = $5, version = $6
     where municipality_id = $1 and nudge_id = $2`,
    [tx.municipalityId, nudgeId, answeredAt, answer, toldAt, version],
  );
}
