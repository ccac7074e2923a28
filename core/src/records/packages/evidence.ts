import type { Tx } from '../../platform/index.ts';
import type { FileVersionRow, RegisteredRow } from '../rows.ts';

// What was written into the log about a record.
const WITNESSED = [
  'select f.record_id, f.leaf_id from kaigi.records_file_version f where f.municipality_id = $1 and f.record_id = any($2::uuid[])',
  'select g.record_id, g.leaf_id from kaigi.records_register g where g.municipality_id = $1 and g.record_id = any($2::uuid[])',
  'select p.record_id, p.leaf_id from kaigi.records_pruning p where p.municipality_id = $1 and p.record_id = any($2::uuid[])',
  `select p.record_id, p.gone_leaf_id from kaigi.records_pruning p
   where p.municipality_id = $1 and p.record_id = any($2::uuid[]) and p.gone_leaf_id is not null`,
  `select h.subject_id, h.leaf_id from kaigi.records_fact h
   where h.municipality_id = $1 and h.subject_kind = 'record' and h.subject_id = any($2::uuid[])`,
].join(' union all ');

export interface Evidence {
  readonly recordId: string;
  readonly leafId: string;
}

/** The log's entries about these records, in the order in which they were written. */
export async function evidenceOf(tx: Tx, recordIds: readonly string[]): Promise<Evidence[]> {
  return tx.query<Evidence>(
    `select e.record_id as "recordId", e.leaf_id as "leafId" from (${WITNESSED}) e (record_id, leaf_id)
     order by e.record_id, e.leaf_id`,
    [tx.municipalityId, recordIds],
  );
}

export type PackedFile = Pick<
  FileVersionRow,
  'recordId' | 'fileVersion' | 'sha256' | 'fileName' | 'mediaType' | 'size'
>;

/** Their files, but for working versions that were pruned: the log's entries say what became of those. */
export async function filesOf(tx: Tx, recordIds: readonly string[]): Promise<PackedFile[]> {
  return tx.query<PackedFile>(
    `select f.record_id as "recordId", f.file_version as "fileVersion", f.sha256, f.file_name as "fileName",
       f.media_type as "mediaType", f.size
     from kaigi.records_file_version f
     where f.municipality_id = $1 and f.record_id = any($2::uuid[])
       and not exists (select from kaigi.records_pruning p where p.municipality_id = f.municipality_id
         and p.record_id = f.record_id and p.file_version = f.file_version)
     order by f.record_id, f.file_version`,
    [tx.municipalityId, recordIds],
  );
}

/** 主務課 of records, by record. */
export async function ownersOf(tx: Tx, recordIds: readonly string[]): Promise<Map<string, RegisteredRow['unitName']>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select r.id, r.owner_unit_name as name from kaigi.records_record r
     where r.municipality_id = $1 and r.id = any($2::uuid[])`,
    [tx.municipalityId, recordIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The records of cases, and those named themselves, as far as they are there. */
export async function recordsNamed(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from kaigi.records_record r
     where r.municipality_id = $1 and (r.id = any($2::uuid[]) or r.case_id = any($2::uuid[])) order by r.id`,
    [tx.municipalityId, ids],
  );
  return rows.map(({ id }) => id);
}
