import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Via } from '../../shared/index.ts';
import type { Month } from './month.ts';

export interface Closing {
  readonly closingId: string;
  readonly month: Month;
  /** Null: everybody. */
  readonly unitId: string | null;
  readonly begunAt: Date;
  readonly begunBy: Person;
  readonly via: Via;
  readonly doneAt: Date | null;
  readonly closed: number | null;
  readonly leftOut: number | null;
}

const CLOSINGS = `select c.closing_id as "closingId", c.month, c.unit_id as "unitId", c.begun_at as "begunAt",
    c.begun_by as "begunBy", c.via, c.done_at as "doneAt", c.closed, c.left_out as "leftOut"
  from kaigi.telework_closing c where c.municipality_id = $1`;

/** What is under way first, then the newest. */
export const closingsOf = (tx: Tx, month: Month): Promise<Closing[]> =>
  tx.query<Closing>(
    `${CLOSINGS} and c.month = $2 order by c.done_at is not null, c.begun_at desc, c.closing_id desc limit 100`,
    [tx.municipalityId, month],
  );

/** Held until the end of the transaction, so that only one process ends it. */
export async function closingToEnd(tx: Tx, closingId: string): Promise<Closing | null> {
  const [row] = await tx.query<Closing>(`${CLOSINGS} and c.closing_id = $2 for update`, [tx.municipalityId, closingId]);
  return row ?? null;
}

export async function closingOf(tx: Tx, closingId: string): Promise<Closing | null> {
  const [row] = await tx.query<Closing>(`${CLOSINGS} and c.closing_id = $2`, [tx.municipalityId, closingId]);
  return row ?? null;
}

type Begun = Omit<Closing, 'doneAt' | 'closed' | 'leftOut'>;

/** False where another closing of the month is under way. */
export async function insertClosing(
  tx: Tx,
  { closingId, month, unitId, begunAt, begunBy, via }: Begun,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.telework_closing (municipality_id, closing_id, month, unit_id, begun_at, begun_by, via)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning closing_id`,
    [tx.municipalityId, closingId, month, unitId, begunAt, JSON.stringify(begunBy), via],
  );
  return rows.length > 0;
}

/** From now on the month of these people is being closed; returns those of whom it was not closed before. */
export async function takeSheets(
  tx: Tx,
  { closingId, month, staffIds }: { closingId: string; month: Month; staffIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `insert into kaigi.telework_sheet as s (municipality_id, staff_id, month, closing_id)
     select $1, id, $2, $3 from unnest($4::uuid[]) as id order by id
     on conflict (municipality_id, staff_id, month) do update set closing_id = excluded.closing_id
       where s.closing_id is null
     returning s.staff_id as "staffId"`,
    [tx.municipalityId, month, closingId, staffIds],
  );
  return rows.map(({ staffId }) => staffId);
}

/** The people whose sheets a closing has taken. */
export async function takenBy(tx: Tx, closingId: string): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select s.staff_id as "staffId" from kaigi.telework_sheet s
     where s.municipality_id = $1 and s.closing_id = $2 and s.closed is null order by s.staff_id`,
    [tx.municipalityId, closingId],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Closes these sheets with their fingerprints, gives the others back, and ends the closing. */
export async function endClosing(
  tx: Tx,
  {
    closingId,
    fingerprints,
    at,
    leftOut,
  }: { closingId: string; fingerprints: ReadonlyMap<string, string>; at: Date; leftOut: number },
): Promise<void> {
  const city = tx.municipalityId;
  await tx.query(
    `update kaigi.telework_sheet s set unlocked_at = null, closed = jsonb_build_object('fingerprint', f.fingerprint, 'at', $5::text)
     from unnest($3::uuid[], $4::text[]) as f(staff_id, fingerprint)
     where s.municipality_id = $1 and s.closing_id = $2 and s.staff_id = f.staff_id`,
    [city, closingId, [...fingerprints.keys()], [...fingerprints.values()], at.toISOString()],
  );
  await tx.query(
    `update kaigi.telework_sheet s set closing_id = null
     where s.municipality_id = $1 and s.closing_id = $2 and s.closed is null`,
    [city, closingId],
  );
  await tx.query(
    `update kaigi.telework_closing c set done_at = $3, closed = $4, left_out = $5
     where c.municipality_id = $1 and c.closing_id = $2`,
    [city, closingId, at, fingerprints.size, leftOut],
  );
}
