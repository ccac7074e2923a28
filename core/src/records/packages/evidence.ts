import type { Tx } from '../../platform/index.ts';
import type { FileVersionRow, RegisteredRow } from '../rows.ts';

// What was written into the log about a record: tables with its id and the id of the log's entry.
const WITNESSED_TABLES = ['kaigi.records_file_version', 'kaigi.records_register'] as const;

export interface Evidence {
  readonly recordId: string;
  readonly leafId: string;
}

/** The log's entries about these records, in the order in which they were written. */
export async function evidenceOf(tx: Tx, recordIds: readonly string[]): Promise<Evidence[]> {
  const each = WITNESSED_TABLES.map(
    (table) =>
      `select t.record_id, t.leaf_id from ${table} t where t.municipality_id = $1 and t.record_id = any($2::uuid[])`,
  );
  return tx.query<Evidence>(
    `select e.record_id as "recordId", e.leaf_id as "leafId" from (${each.join(' union all ')}) e
     order by e.record_id, e.leaf_id`,
    [tx.municipalityId, recordIds],
  );
}

export type PackedFile = Pick<
  FileVersionRow,
  'recordId' | 'fileVersion' | 'sha256' | 'fileName' | 'mediaType' | 'size'
>;

export async function filesOf(tx: Tx, recordIds: readonly string[]): Promise<PackedFile[]> {
  return tx.query<PackedFile>(
    `select f.record_id as "recordId", f.file_version as "fileVersion", f.sha256, f.file_name as "fileName",
       f.media_type as "mediaType", f.size
     from kaigi.records_file_version f
     where f.municipality_id = $1 and f.record_id = any($2::uuid[]) order by f.record_id, f.file_version`,
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
