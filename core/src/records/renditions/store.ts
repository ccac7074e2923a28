import type { Database, Tx } from '../../platform/index.ts';

export interface RenditionRow {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly state: 'WAITING' | 'MADE' | 'ABSENT' | 'REFUSED';
  readonly sourceSha256: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly pdfa: string | null;
  readonly faults: readonly string[];
  readonly at: Date;
}

const COLUMNS = `n.record_id as "recordId", n.file_version as "fileVersion", n.state, n.source_sha256 as "sourceSha256",
  n.sha256, n.size, n.pdfa, n.faults, n.at`;

/** Of the newest versions of these records' files. */
export async function renditionsOf(tx: Tx, recordIds: readonly string[]): Promise<RenditionRow[]> {
  return tx.query<RenditionRow>(
    `select ${COLUMNS} from kaigi.records_rendition n
     join kaigi.records_record r
       on r.municipality_id = n.municipality_id and r.id = n.record_id and r.file_version = n.file_version
     where n.municipality_id = $1 and n.record_id = any($2::uuid[])`,
    [tx.municipalityId, recordIds],
  );
}

export async function saveRendition(tx: Tx, row: RenditionRow): Promise<void> {
  await tx.query(
    `insert into kaigi.records_rendition as n (municipality_id, record_id, file_version, state, source_sha256, sha256,
       size, pdfa, faults, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10)
     on conflict (municipality_id, record_id, file_version) do update
       set state = excluded.state, sha256 = excluded.sha256, size = excluded.size, pdfa = excluded.pdfa,
         faults = excluded.faults, at = excluded.at`,
    [
      ...[tx.municipalityId, row.recordId, row.fileVersion, row.state, row.sourceSha256],
      ...[row.sha256, row.size, row.pdfa, [...row.faults], row.at],
    ],
  );
}

/** At the end of a record. Returns the bytes that were only its renditions’, to be removed after the commit. */
export async function forgetRenditions(tx: Tx, recordId: string): Promise<readonly string[]> {
  const gone = await tx.query<{ sha256: string | null }>(
    'delete from kaigi.records_rendition n where n.municipality_id = $1 and n.record_id = $2 returning n.sha256',
    [tx.municipalityId, recordId],
  );
  return gone.flatMap(({ sha256 }) => sha256 ?? []);
}

/** Of versions that go: their pictures go too. The sweep finds the bytes, which nobody names any more. */
export async function forgetRenditionsOf(tx: Tx, recordId: string, fileVersions: readonly number[]): Promise<void> {
  await tx.query(
    `delete from kaigi.records_rendition n
     where n.municipality_id = $1 and n.record_id = $2 and n.file_version = any($3::int[])`,
    [tx.municipalityId, recordId, fileVersions],
  );
}

/** Which of these bytes are renditions that somebody still has. */
export async function renditionNames(owner: Database['owner'], sha256s: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ sha256: string }>(
    'select distinct n.sha256 from kaigi.records_rendition n where n.sha256 = any($1::text[])',
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
}
