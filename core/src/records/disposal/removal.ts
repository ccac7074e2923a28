import { append, type LedgerEntry, type Witnessed } from '../../ledger/index.ts';
import { type Blobs, type Clock, type Database, newId, type Tx } from '../../platform/index.ts';

/**
 * Which of these files somebody still counts on, of whatever municipality: the same bytes are stored once for all.
 * Asked as the owner of the database.
 */
export type NamesOf = (owner: Database['owner'], sha256s: readonly string[]) => Promise<readonly string[]>;

interface RemovalParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly names: () => readonly NamesOf[];
}

/** Whoever put bytes within the last hour may be about to name them. */
const SETTLES_MS = 60 * 60_000;

type Outcome = 'GONE' | 'KEPT' | 'LATER';

/** The record's own files, of every version, unless a tombstone says that they go, or that a working version went. */
export const recordFileNames: NamesOf = async (owner, sha256s) => {
  const { rows } = await owner.query<{ sha256: string }>(
    `select distinct v.sha256 from kaigi.records_file_version v where v.sha256 = any($1::text[])
       and not exists (select from kaigi.records_tombstone t where t.municipality_id = v.municipality_id
         and t.subject_kind = 'RECORD' and t.subject_id = v.record_id and t.content_goes)
       and not exists (select from kaigi.records_pruning p where p.municipality_id = v.municipality_id
         and p.record_id = v.record_id and p.file_version = v.file_version)
     union select e.sha256 from kaigi.records_template_edition e where e.sha256 = any($1::text[])
     union select l.package_sha256 from kaigi.records_disposal_list l
       where l.package_sha256 = any($1::text[]) and (l.receipt is null or (l.receipt ->> 'keepsCopy')::boolean)`,
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
};

/** Lets bytes vanish unless somebody counts on them. Asked again, it answers the same. */
export async function removeBytes(
  { db, blobs, clock, names }: Pick<RemovalParts, 'db' | 'clock' | 'names'> & { readonly blobs: Pick<Blobs, 'remove'> },
  sha256: string,
): Promise<Outcome> {
  for (const namesOf of names()) if ((await namesOf(db.owner, [sha256])).length > 0) return 'KEPT';
  return (await blobs.remove(sha256, new Date(clock.now().getTime() - SETTLES_MS))) ? 'GONE' : 'LATER';
}

interface Waiting {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly sha256: string;
}

export const waitingRemovals = (tx: Tx, limit: number, after: Waiting | null): Promise<Waiting[]> =>
  tx.query<Waiting>(
    `select m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.sha256 from kaigi.records_removal m
     where m.municipality_id = $1 and m.outcome is null
       and ($2::text is null or (m.subject_kind, m.subject_id, m.sha256) > ($2, $3::uuid, $4))
     order by m.subject_kind, m.subject_id, m.sha256 limit $5`,
    [tx.municipalityId, after?.subjectKind ?? null, after?.subjectId ?? null, after?.sha256 ?? null, limit],
  );

const BATCH = 100;

/** Everything of a municipality that waits to vanish. Killed at any point, whoever comes next goes on. */
export async function removeWaiting(parts: RemovalParts, municipalityId: string): Promise<{ readonly later: number }> {
  let later = 0;
  for (let after: Waiting | null = null; ; ) {
    const page: Waiting[] = await parts.db.singly(municipalityId, (tx) => waitingRemovals(tx, BATCH, after));
    for (const one of page) {
      const outcome = await removeBytes(parts, one.sha256);
      if (outcome === 'LATER') later += 1;
      else await parts.db.inMunicipality(municipalityId, (tx) => settle(parts, tx, { one, outcome }));
    }
    after = page.at(-1) ?? null;
    if (after === null) return { later };
  }
}

/** That bytes are really gone: whoever checks an export excuses a file that is not there by this alone. */
const GONE_KIND = 'records/disposal-gone';

interface GoneRow extends Waiting {
  readonly settledAt: Date;
  readonly leafId: string;
}

const goneLeaf = ({
  subjectKind,
  subjectId,
  sha256,
  settledAt,
  leafId,
}: GoneRow): LedgerEntry & { leafId: string } => ({
  ...{ leafId, kind: GONE_KIND, subject: `${subjectKind}/${subjectId}/${sha256}` },
  body: { of: `${subjectKind}/${subjectId}`, gone: sha256, at: settledAt.toISOString() },
});

async function settle(
  { clock }: RemovalParts,
  tx: Tx,
  { one, outcome }: { readonly one: Waiting; readonly outcome: 'GONE' | 'KEPT' },
): Promise<void> {
  const settledAt = clock.now();
  const leafId = newId(clock);
  const settled = await tx.query(
    `update kaigi.records_removal m set outcome = $5, settled_at = $6, leaf_id = $7 where m.municipality_id = $1
       and m.subject_kind = $2 and m.subject_id = $3 and m.sha256 = $4 and m.outcome is null returning m.sha256`,
    [
      ...[tx.municipalityId, one.subjectKind, one.subjectId, one.sha256, outcome, settledAt],
      outcome === 'GONE' ? leafId : null,
    ],
  );
  if (settled.length > 0 && outcome === 'GONE') await append(tx, [goneLeaf({ ...one, settledAt, leafId })]);
}

const goneAfter = (tx: Tx, after: string | null, limit: number): Promise<GoneRow[]> => {
  const [kind = null, id = null, sha256 = null] = after?.split('/') ?? [];
  return tx.query<GoneRow>(
    `select m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.sha256, m.settled_at as "settledAt",
       m.leaf_id as "leafId"
     from kaigi.records_removal m
     where m.municipality_id = $1 and m.leaf_id is not null
       and ($2::text is null or (m.subject_kind, m.subject_id, m.sha256) > ($2, $3::uuid, $4))
     order by m.subject_kind, m.subject_id, m.sha256 limit $5`,
    [tx.municipalityId, kind, id, sha256, limit],
  );
};

export const goneWitness: Witnessed = {
  kind: GONE_KIND,
  entries: async (tx, after, limit) => (await goneAfter(tx, after, limit)).map(goneLeaf),
  name: (subject) => ({ ja: `ファイルの消去 ${subject}`, en: `removal of a file ${subject}` }),
};
