import type { Tx } from '../../platform/index.ts';
import type { Json, LocalDate } from '../../shared/index.ts';
import type { WorkLocation } from './port.ts';
import type { LocationRow } from './rules.ts';

const ROWS = `select l.staff_id as "staffId", l.date, l.wanted, l.written, l.problem
  from kaigi.telework_work_location l where l.municipality_id = $1`;

export const locationsOf = (tx: Tx, staffId: string, from: LocalDate): Promise<LocationRow[]> =>
  tx.query<LocationRow>(`${ROWS} and l.staff_id = $2 and l.date >= $3 order by l.date`, [
    ...[tx.municipalityId, staffId, from],
  ]);

/** A new wish; whatever stood in its way may not any more. */
export async function wish(
  tx: Tx,
  staffId: string,
  days: readonly { readonly date: LocalDate; readonly wanted: WorkLocation | null }[],
): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_work_location (municipality_id, staff_id, date, wanted)
     select $1, $2, r.date, r.wanted from jsonb_to_recordset($3) as r(date date, wanted text)
     on conflict (municipality_id, staff_id, date) do update set wanted = excluded.wanted, problem = null`,
    [tx.municipalityId, staffId, JSON.stringify(days)],
  );
}

export interface Kept extends LocationRow {
  readonly before: Json | null;
}

export async function locationOn(tx: Tx, staffId: string, date: LocalDate): Promise<Kept | null> {
  const [row] = await tx.query<Kept>(
    `${ROWS.replace('l.problem', 'l.problem, l.before')} and l.staff_id = $2 and l.date = $3`,
    [tx.municipalityId, staffId, date],
  );
  return row ?? null;
}

interface Outcome {
  readonly staffId: string;
  readonly date: LocalDate;
  readonly written: WorkLocation | null;
  readonly before: Json | null;
  readonly problem: LocationRow['problem'];
}

export async function noteLocation(tx: Tx, { staffId, date, written, before, problem }: Outcome): Promise<void> {
  await tx.query(
    `update kaigi.telework_work_location set written = $4, before = $5, problem = $6
     where municipality_id = $1 and staff_id = $2 and date = $3`,
    [tx.municipalityId, staffId, date, written, before === null ? null : JSON.stringify(before), problem],
  );
}

/** What is not written yet of days to come; of what was refused a new try is made as well. */
export const unwritten = (tx: Tx, from: LocalDate, limit: number): Promise<LocationRow[]> =>
  tx.query<LocationRow>(
    `${ROWS} and l.wanted is distinct from l.written and l.date >= $2 order by l.date, l.staff_id limit $3`,
    [tx.municipalityId, from, limit],
  );

/** Days that are over are Outlook's own business. */
export async function forgetBefore(tx: Tx, day: LocalDate): Promise<void> {
  await tx.query('delete from kaigi.telework_work_location where municipality_id = $1 and date < $2', [
    ...[tx.municipalityId, day],
  ]);
}
