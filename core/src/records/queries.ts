import type { Tx } from '../platform/index.ts';
import type { FileRef } from './contract.ts';
import type { FileVersionRow, RecordRow, RegisteredRow } from './rows.ts';

const RECORD_COLUMNS = `r.id, r.kind, r.state, r.title, r.classification_code as "classificationCode",
  r.classification_name as "classificationName", r.retention_years as "retentionYears",
  r.regulation_version as "regulationVersion", r.owner_unit_id as "ownerUnitId", r.owner_unit_name as "ownerUnitName",
  r.owner_unit_path as "ownerUnitPath", r.registered_by as "registeredBy", r.registered_at as "registeredAt",
  r.frozen_at as "frozenAt", r.case_id as "caseId", r.file_version as "fileVersion"`;

const FILE_COLUMNS = `f.record_id as "recordId", f.file_version as "fileVersion", f.sha256, f.file_name as "fileName",
  f.media_type as "mediaType", f.size, f.kind, f.title, f.classification_code as "classificationCode",
  f.added_by as "addedBy", f.added_at as "addedAt", f.leaf_id as "leafId"`;

export type Numbered = Pick<RegisteredRow, 'symbol' | 'fiscalYear' | 'number' | 'takenOn'> & {
  readonly branch?: number;
};

/** A record with its current file and its number, as it is shown. */
export interface RecordInFull {
  readonly record: RecordRow;
  readonly file: FileRef;
  readonly number: Numbered | null;
  /** As it is kept today, by its 簿冊 where it lies in one. */
  readonly period: {
    readonly retentionYears: number;
    readonly permanent: boolean;
    readonly keepDays: number | undefined;
  };
}

type FullRow = RecordRow &
  FileRef & { [K in keyof Numbered]: Numbered[K] | null } & {
    readonly keptYears: number;
    readonly isPermanent: boolean;
    readonly keepDays: number | null;
  };

function inFull(row: FullRow): RecordInFull {
  const { sha256, fileName, mediaType, size, symbol, fiscalYear, number, takenOn, ...kept } = row;
  const { keptYears, isPermanent: permanent, keepDays, ...record } = kept;
  const numbered = symbol !== null && fiscalYear !== null && number !== null && takenOn !== null;
  return {
    record,
    file: { sha256, fileName, mediaType, size },
    period: { retentionYears: keptYears, permanent, keepDays: keepDays ?? undefined },
    number: numbered ? { symbol, fiscalYear, number, takenOn } : null,
  };
}

export async function recordsInFull(tx: Tx, recordIds: readonly string[]): Promise<RecordInFull[]> {
  const rows = await tx.query<FullRow>(
    `select ${RECORD_COLUMNS}, f.sha256, f.file_name as "fileName", f.media_type as "mediaType", f.size,
       g.symbol, g.fiscal_year as "fiscalYear", g.number, g.taken_on as "takenOn",
       k.retention_years as "keptYears", k.is_permanent as "isPermanent", k.keep_days as "keepDays"
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     join kaigi.records_file_version f
       on f.municipality_id = r.municipality_id and f.record_id = r.id and f.file_version = r.file_version
     left join kaigi.records_register g on g.municipality_id = r.municipality_id and g.record_id = r.id
     where r.municipality_id = $1 and r.id = any($2::uuid[])`,
    [tx.municipalityId, recordIds],
  );
  return rows.map(inFull);
}

export async function stateOf(tx: Tx, recordId: string): Promise<RecordRow['state'] | null> {
  const [row] = await tx.query<{ state: RecordRow['state'] }>(
    'select r.state from kaigi.records_record r where r.municipality_id = $1 and r.id = $2',
    [tx.municipalityId, recordId],
  );
  return row?.state ?? null;
}

/** For the log: file versions in the order of record and version. */
export async function fileVersionsAfter(
  tx: Tx,
  after: { recordId: string; fileVersion: number } | null,
  limit: number,
): Promise<FileVersionRow[]> {
  return tx.query<FileVersionRow>(
    `select ${FILE_COLUMNS} from kaigi.records_file_version f
     where f.municipality_id = $1 and ($2::uuid is null or (f.record_id, f.file_version) > ($2, $3::int))
     order by f.record_id, f.file_version limit $4`,
    [tx.municipalityId, after?.recordId ?? null, after?.fileVersion ?? null, limit],
  );
}
