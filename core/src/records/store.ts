import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { FileVersionRow, RecordRow, RegisteredRow } from './rows.ts';

export async function insertRecord(tx: Tx, row: RecordRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_record (municipality_id, id, kind, state, title, classification_code,
       classification_name, retention_years, regulation_version, owner_unit_id, owner_unit_name, owner_unit_path,
       registered_by, registered_at, case_id, file_version, version)
     values ($1, $2, $3, 'OPEN', $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, $13, $14, 1, 1)`,
    [
      tx.municipalityId,
      row.id,
      row.kind,
      row.title,
      row.classificationCode,
      row.classificationName,
      row.retentionYears,
      row.regulationVersion,
      row.ownerUnitId,
      row.ownerUnitName,
      row.ownerUnitPath,
      JSON.stringify(row.registeredBy),
      row.registeredAt,
      row.caseId,
    ],
  );
}

export async function insertFileVersion(tx: Tx, row: FileVersionRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_file_version (municipality_id, record_id, file_version, sha256, file_name, media_type,
       size, kind, title, classification_code, added_by, added_at, leaf_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.municipalityId,
      row.recordId,
      row.fileVersion,
      row.sha256,
      row.fileName,
      row.mediaType,
      row.size,
      row.kind,
      row.title,
      row.classificationCode,
      JSON.stringify(row.addedBy),
      row.addedAt,
      row.leafId,
    ],
  );
}

export type Raised = Pick<RecordRow, 'fileVersion' | 'kind' | 'title' | 'classificationCode'>;

/** Makes room for the next file version; null unless the record is open. */
export async function raiseFileVersion(tx: Tx, recordId: string): Promise<Raised | null> {
  const [row] = await tx.query<Raised>(
    `update kaigi.records_record r set file_version = r.file_version + 1, version = r.version + 1
     where r.municipality_id = $1 and r.id = $2 and r.state = 'OPEN'
     returning r.file_version as "fileVersion", r.kind, r.title, r.classification_code as "classificationCode"`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

export interface Description {
  readonly title: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly retentionYears: number;
  readonly regulationVersion: string;
}

/** False unless the record is open. */
export async function describeRecord(tx: Tx, recordId: string, to: Description): Promise<boolean> {
  const rows = await tx.query(
    `update kaigi.records_record r set title = $3, classification_code = $4, classification_name = $5,
       retention_years = $6, regulation_version = $7, version = r.version + 1
     where r.municipality_id = $1 and r.id = $2 and r.state = 'OPEN' returning r.id`,
    [
      tx.municipalityId,
      recordId,
      to.title,
      to.classificationCode,
      to.classificationName,
      to.retentionYears,
      to.regulationVersion,
    ],
  );
  return rows.length > 0;
}

/** False unless the record is open. */
export async function closeRecord(
  tx: Tx,
  recordId: string,
  to: { state: 'FROZEN'; at: Date; unnumbered?: true } | { state: 'DISCARDED' },
): Promise<boolean> {
  const rows = await tx.query(
    `update kaigi.records_record r set state = $3, frozen_at = $4, unnumbered = $5, version = r.version + 1
     where r.municipality_id = $1 and r.id = $2 and r.state = 'OPEN' returning r.id`,
    [
      ...[tx.municipalityId, recordId, to.state, to.state === 'FROZEN' ? to.at : null],
      to.state === 'FROZEN' && to.unnumbered === true,
    ],
  );
  return rows.length > 0;
}

/** Waits for whoever works on the record, and keeps others waiting; its state then, null where there is none. */
export async function lockRecord(tx: Tx, recordId: string): Promise<RecordRow['state'] | null> {
  const [row] = await tx.query<{ state: RecordRow['state'] }>(
    'select r.state from kaigi.records_record r where r.municipality_id = $1 and r.id = $2 for no key update',
    [tx.municipalityId, recordId],
  );
  return row?.state ?? null;
}

export type Numbering = Pick<
  RegisteredRow,
  'id' | 'leafId' | 'symbol' | 'direction' | 'counterparty' | 'unitId' | 'unitName' | 'unitPath' | 'registeredBy'
> & { readonly recordId: string; readonly fiscalYear: number; readonly takenOn: LocalDate; readonly takenAt: Date };

/**
 * Freezes the record, takes the next number and writes the row of the register, in one statement: the counter is
 * locked for as short a time as can be, and a transaction that fails gives the number back. Null unless the record is open;
 * also where a file is added to it at this moment, which this statement cannot see; and where the run has a later year already:
 * a clock that was set back takes no number of a year that is over.
 */
export async function takeNumber(tx: Tx, numbering: Numbering): Promise<RegisteredRow | null> {
  const [taken] = await tx.query<TakenRow>(
    `with frozen as (
       update kaigi.records_record r set state = 'FROZEN', frozen_at = $4, version = r.version + 1
       from kaigi.records_file_version f
       where r.municipality_id = $1 and r.id = $2 and r.state = 'OPEN'
         and not exists (select from kaigi.records_number_counter l
           where l.municipality_id = $1 and l.symbol = $5 and l.fiscal_year > $6)
         and f.municipality_id = $1 and f.record_id = $2 and f.file_version = r.file_version
       returning r.title, r.case_id, r.classification_code, r.classification_name, r.retention_years, r.file_version, f.sha256
     ), counter as (
       insert into kaigi.records_number_counter as c (municipality_id, symbol, fiscal_year, next_number)
       select $1, $5, $6, 2 from frozen
       on conflict (municipality_id, symbol, fiscal_year) do update set next_number = c.next_number + 1
       returning c.next_number - 1 as number
     )
     insert into kaigi.records_register (municipality_id, id, symbol, fiscal_year, number, taken_on, taken_at, direction,
       title, counterparty, unit_id, unit_name, unit_path, registered_by, record_id, case_id, classification_code,
       classification_name, retention_years, file_version, sha256, leaf_id)
     select $1, $3, $5, $6, counter.number, $7, $4, $8, frozen.title, $9, $10, $11, $12::uuid[], $13, $2, frozen.case_id,
       frozen.classification_code, frozen.classification_name, frozen.retention_years, frozen.file_version, frozen.sha256, $14
     from frozen, counter
     returning number, title, case_id as "caseId", classification_code as "classificationCode",
       classification_name as "classificationName", retention_years as "retentionYears",
       file_version as "fileVersion", sha256`,
    [
      tx.municipalityId,
      numbering.recordId,
      numbering.id,
      numbering.takenAt,
      numbering.symbol,
      numbering.fiscalYear,
      numbering.takenOn,
      numbering.direction,
      numbering.counterparty,
      numbering.unitId,
      numbering.unitName,
      numbering.unitPath,
      JSON.stringify(numbering.registeredBy),
      numbering.leafId,
    ],
  );
  return taken ? { ...numbering, ...taken } : null;
}

type TakenRow = Pick<
  RegisteredRow,
  | 'number'
  | 'title'
  | 'caseId'
  | 'classificationCode'
  | 'classificationName'
  | 'retentionYears'
  | 'fileVersion'
  | 'sha256'
>;
