import type { Person } from '../../directory/index.ts';
import { append } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type NumberRow, type TakenNumber, takenLeaf } from '../register/number-row.ts';

export type Key = Pick<TakenNumber, 'symbol' | 'fiscalYear' | 'number' | 'branch'>;
export const keyOf = ({ symbol, fiscalYear, number, branch }: Key): string =>
  `${fiscalYear}/${symbol}/${number}/${branch}`;

export interface Standing extends Key {
  readonly origin: TakenNumber['origin'];
  readonly title: string;
}

/** Which of these numbers stand in the register already; asked run by run, so that no plan compares each with all. */
export async function standing(tx: Tx, keys: readonly Key[]): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const run of Map.groupBy(keys, ({ symbol, fiscalYear }) => `${fiscalYear}/${symbol}`).values()) {
    const [{ symbol, fiscalYear } = { symbol: '', fiscalYear: 0 }] = run;
    const rows = await tx.query<Standing>(
      `select g.symbol, g.fiscal_year as "fiscalYear", g.number, g.branch, g.origin, g.title from kaigi.records_register g
       where g.municipality_id = $1 and g.symbol = $2 and g.fiscal_year = $3 and g.number = any($4::int[])`,
      [tx.municipalityId, symbol, fiscalYear, run.map(({ number }) => number)],
    );
    for (const row of rows) found.set(keyOf(row), row);
  }
  return found;
}

export interface ImportedNumber extends TakenNumber {
  readonly theirNumber: string | null;
  readonly dueOn: LocalDate | null;
  readonly handling: NumberRow['handling'];
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly note: string | null;
}

/** Writes rows with their leaves. */
export async function insertImported(tx: Tx, rows: readonly ImportedNumber[]): Promise<void> {
  await tx.query(
    `insert into kaigi.records_register (municipality_id, id, symbol, fiscal_year, number, branch, origin, taken_on, taken_at,
       direction, title, counterparty, unit_id, unit_name, unit_path, registered_by, import_id, leaf_id, their_number,
       due_on, handling, issued_on, completed_on, note)
     select $1, r.id, r.symbol, r."fiscalYear", r.number, r.branch, 'IMPORTED', r."takenOn", r."takenAt", r.direction, r.title,
       r.counterparty, r."unitId", r."unitName", r."unitPath", r."registeredBy", r."importId", r."leafId", r."theirNumber",
       r."dueOn", r.handling, r."issuedOn", r."completedOn", r.note
     from jsonb_to_recordset($2) as r(id uuid, symbol text, "fiscalYear" int, number int, branch int, "takenOn" date,
       "takenAt" timestamptz, direction text, title text, counterparty text, "unitId" uuid, "unitName" text,
       "unitPath" uuid[], "registeredBy" jsonb, "importId" uuid, "leafId" uuid, "theirNumber" text, "dueOn" date,
       handling text, "issuedOn" date, "completedOn" date, note text)`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  await append(tx, rows.map(takenLeaf));
}

export interface Run {
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly highest: number;
}

/** Runs of which a number was taken here already that is not above the highest of the old ledger. */
export async function begunRuns(tx: Tx, runs: readonly Run[]): Promise<Run[]> {
  return tx.query<Run>(
    `select c.symbol, c.fiscal_year as "fiscalYear", k.highest from kaigi.records_number_counter c
     join unnest($2::text[], $3::int[], $4::int[]) k(symbol, fiscal_year, highest)
       on c.symbol = k.symbol and c.fiscal_year = k.fiscal_year
     where c.municipality_id = $1 and c.next_number > c.first_number and k.highest >= c.first_number`,
    [tx.municipalityId, ...columnsOfRuns(runs)],
  );
}

const columnsOfRuns = (runs: readonly Run[]): unknown[] => [
  ...[runs.map(({ symbol }) => symbol), runs.map(({ fiscalYear }) => fiscalYear), runs.map(({ highest }) => highest)],
];

/** A run goes on where the old ledger ended. */
export async function continueRuns(tx: Tx, runs: readonly Run[]): Promise<void> {
  await tx.query(
    `insert into kaigi.records_number_counter as c (municipality_id, symbol, fiscal_year, first_number, next_number)
     select $1, k.symbol, k.fiscal_year, k.highest + 1, k.highest + 1
     from unnest($2::text[], $3::int[], $4::int[]) k(symbol, fiscal_year, highest)
     on conflict (municipality_id, symbol, fiscal_year) do update
       set first_number = greatest(c.first_number, excluded.first_number),
         next_number = greatest(c.next_number, excluded.next_number)
       where c.next_number = c.first_number`,
    [tx.municipalityId, ...columnsOfRuns(runs)],
  );
}

export interface ImportRow {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly rowCount: number;
  readonly by: Person;
  readonly at: Date;
}

/** False where the same file was imported before, also by somebody at this moment. */
export async function insertImport(tx: Tx, row: ImportRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.records_import (municipality_id, id, sha256, file_name, row_count, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [tx.municipalityId, row.id, row.sha256, row.fileName, row.rowCount, JSON.stringify(row.by), row.at],
  );
  return rows.length > 0;
}
