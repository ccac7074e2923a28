import { append, type Finding, type Witnessed } from '../../ledger/index.ts';
import { sha256Hex, type Tx } from '../../platform/index.ts';
import { canonicalJson, fill, type Json, localDateOf, notFound } from '../../shared/index.ts';
import { tombstoneSentences } from './text.ts';

export interface TombstoneRow {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly unitPath: readonly string[];
  readonly listId: string;
  readonly buriedAt: Date;
  readonly action: 'DESTROY' | 'TRANSFER';
  /** False where the city keeps a copy of what the archives have. */
  readonly contentGoes: boolean;
  /** Number, title, class, dates, who and why. Never its content. */
  readonly facts: Readonly<Record<string, Json>>;
  readonly files: readonly {
    readonly fileVersion: number;
    readonly sha256: string;
    readonly size: number;
    readonly leafId: string;
  }[];
  readonly leafId: string;
}

const TOMBSTONE_KIND = 'records/tombstone';

/** What the log says of it: everything, of the files the hash of their list, so that no entry grows too long. */
const leafOf = ({ leafId, buriedAt, files, unitPath, ...row }: TombstoneRow) => ({
  leafId,
  kind: TOMBSTONE_KIND,
  subject: `${row.subjectKind}/${row.subjectId}`,
  body: {
    ...row,
    facts: { ...row.facts },
    unitPath: [...unitPath],
    buriedAt: buriedAt.toISOString(),
    files: files.length,
    filesSha256: sha256Hex(new TextEncoder().encode(canonicalJson(files.map((file) => ({ ...file }))))),
  } satisfies Json,
});

export const TOMBSTONE_COLUMNS = `t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.unit_id as "unitId",
  t.unit_path as "unitPath", t.list_id as "listId", t.buried_at as "buriedAt", t.action,
  t.content_goes as "contentGoes", t.facts, t.files, t.leaf_id as "leafId"`;

/** Further bytes that are to vanish with it: pictures made of its files, and the like. */
export async function addRemovals(
  tx: Tx,
  { subjectKind, subjectId }: Pick<TombstoneRow, 'subjectKind' | 'subjectId'>,
  sha256s: readonly string[],
): Promise<void> {
  if (sha256s.length === 0) return;
  await tx.query(
    `insert into kaigi.records_removal (municipality_id, subject_kind, subject_id, sha256)
     select distinct $1::uuid, $2, $3::uuid, s from unnest($4::text[]) s on conflict do nothing`,
    [tx.municipalityId, subjectKind, subjectId, sha256s],
  );
}

/** Writes it with its leaf, and which bytes are to vanish. */
export async function bury(tx: Tx, row: TombstoneRow): Promise<void> {
  const { subjectKind, subjectId, files, contentGoes } = row;
  await tx.query(
    `insert into kaigi.records_tombstone (municipality_id, subject_kind, subject_id, unit_id, unit_path, list_id,
       buried_at, action, content_goes, facts, files, leaf_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.municipalityId, subjectKind, subjectId, row.unitId, row.unitPath, row.listId, row.buriedAt, row.action],
      ...[contentGoes, JSON.stringify(row.facts), JSON.stringify(files), row.leafId],
    ],
  );
  if (contentGoes)
    await addRemovals(
      tx,
      row,
      files.map(({ sha256 }) => sha256),
    );
  await append(tx, [leafOf(row)]);
}

export async function tombstoneOf(tx: Tx, subjectKind: string, subjectId: string): Promise<TombstoneRow | null> {
  const [row] = await tx.query<TombstoneRow>(
    `select ${TOMBSTONE_COLUMNS} from kaigi.records_tombstone t
     where t.municipality_id = $1 and t.subject_kind = $2 and t.subject_id = $3`,
    [tx.municipalityId, subjectKind, subjectId],
  );
  return row ?? null;
}

/** @throws not-found `records.destroyed`, `records.transferred`: the content went, lawfully */
export async function refuseGone(tx: Tx, recordId: string): Promise<void> {
  const found = await tombstoneOf(tx, 'RECORD', recordId);
  if (found?.contentGoes !== true) return;
  const day = localDateOf(found.buriedAt);
  throw notFound(found.action === 'DESTROY' ? 'records.destroyed' : 'records.transferred', { day });
}

/**
 * Whoever is about to use the bytes of a record once more waits for its disposal, or makes it wait until the commit.
 * @throws not-found `records.destroyed`, `records.transferred`
 */
export async function stillKept(tx: Tx, recordId: string): Promise<void> {
  await tx.query(
    'select k.record_id from kaigi.records_keeping k where k.municipality_id = $1 and k.record_id = $2 for share',
    [tx.municipalityId, recordId],
  );
  await refuseGone(tx, recordId);
}

const tombstonesAfter = (tx: Tx, after: string | null, limit: number): Promise<TombstoneRow[]> => {
  const [kind = null, id = null] = after?.split('/') ?? [];
  return tx.query<TombstoneRow>(
    `select ${TOMBSTONE_COLUMNS} from kaigi.records_tombstone t
     where t.municipality_id = $1 and ($2::text is null or (t.subject_kind, t.subject_id) > ($2, $3::uuid))
     order by t.subject_kind, t.subject_id limit $4`,
    [tx.municipalityId, kind, id, limit],
  );
};

type Wrong = {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly code: keyof typeof tombstoneSentences;
};

/** Who is said to be gone and is not, and the other way round. */
const disagreements = (tx: Tx): Promise<Wrong[]> =>
  tx.query<Wrong>(
    `select 'RECORD' as "subjectKind", k.record_id as "subjectId", 'records.disposed_without_tombstone' as code
     from kaigi.records_keeping k
     where k.municipality_id = $1 and k.state <> 'KEPT' and not exists (select from kaigi.records_tombstone t
       where t.municipality_id = k.municipality_id and t.subject_kind = 'RECORD' and t.subject_id = k.record_id)
     union all
     select t.subject_kind, t.subject_id, 'records.tombstone_of_kept' from kaigi.records_tombstone t
     join kaigi.records_keeping k on k.municipality_id = t.municipality_id and k.record_id = t.subject_id
     where t.municipality_id = $1 and t.subject_kind = 'RECORD' and k.state = 'KEPT'
     union all
     select t.subject_kind, t.subject_id, 'records.tombstone_files' from kaigi.records_tombstone t
     where t.municipality_id = $1 and t.subject_kind = 'RECORD' and exists (
       select from kaigi.records_file_version v
       where v.municipality_id = t.municipality_id and v.record_id = t.subject_id and not exists (
         select from json_array_elements(t.files) f
         where f ->> 'sha256' = v.sha256 and (f ->> 'fileVersion')::int = v.file_version))`,
    [tx.municipalityId],
  );

function findingOf({ code, subjectKind, subjectId }: Wrong): Finding {
  const { ja, en } = tombstoneSentences[code];
  const params = { kind: subjectKind, id: subjectId };
  const sentence = { ja: fill(ja, params), en: fill(en, params) };
  return { kind: TOMBSTONE_KIND, subject: `${subjectKind}/${subjectId}`, code, sentence };
}

/** A tombstone is a witness: it says of a file that is not there any more that it went lawfully. */
export const tombstoneWitness: Witnessed = {
  kind: TOMBSTONE_KIND,
  entries: async (tx, after, limit) => (await tombstonesAfter(tx, after, limit)).map(leafOf),
  async *check(tx) {
    for (const wrong of await disagreements(tx)) yield findingOf(wrong);
  },
  name: (subject) => ({ ja: `廃棄記録 ${subject}`, en: `disposal record ${subject}` }),
};
