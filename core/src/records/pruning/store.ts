import type { Person } from '../../directory/index.ts';
import { append } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type PruningRow, type PruningRule, pruningLeaf } from './row.ts';
import type { Draft } from './rules.ts';

export interface VersionRow {
  readonly fileVersion: number;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: Person;
  readonly prunedAt: Date | null;
  readonly prunedBy: Person | null;
  readonly reason: string | null;
  readonly rule: PruningRule | null;
}

/** Every version of a record's file, with what became of it. */
export const versionsOf = (tx: Tx, recordId: string): Promise<VersionRow[]> =>
  tx.query<VersionRow>(
    `select f.file_version as "fileVersion", f.file_name as "fileName", f.size, f.sha256, f.added_at as "addedAt",
       f.added_by as "addedBy", p.pruned_at as "prunedAt", p.pruned_by as "prunedBy", p.reason, p.rule
     from kaigi.records_file_version f
     left join kaigi.records_pruning p on p.municipality_id = f.municipality_id and p.record_id = f.record_id
       and p.file_version = f.file_version
     where f.municipality_id = $1 and f.record_id = $2 order by f.file_version`,
    [tx.municipalityId, recordId],
  );

type DraftRow = Omit<Draft, 'actedOn'>;

/** The record as its working versions ask, with the holds of its 簿冊. */
export async function draftOf(tx: Tx, recordId: string): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(
    `select r.state, r.case_id as "caseId", k.state as kept, (k.is_held or coalesce(fo.is_held, false)) as "isHeld",
       greatest(k.held_until, fo.held_until) as "heldUntil", r.file_version as "fileVersion"
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id
     where r.municipality_id = $1 and r.id = $2`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

/** Writes what goes, each with its leaf. */
export async function insertPrunings(tx: Tx, rows: readonly PruningRow[]): Promise<void> {
  for (const row of rows)
    await tx.query(
      `insert into kaigi.records_pruning (municipality_id, record_id, file_version, sha256, size, reason, rule, pruned_by,
         via, pruned_at, leaf_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[tx.municipalityId, row.recordId, row.fileVersion, row.sha256, row.size, row.reason],
        ...[row.rule && JSON.stringify(row.rule), JSON.stringify(row.prunedBy), row.via, row.prunedAt, row.leafId],
      ],
    );
  await append(tx, rows.map(pruningLeaf));
}

interface DueAsked {
  /** Decided before this moment. */
  readonly before: Date;
  readonly today: LocalDate;
  readonly after: string | null;
  readonly limit: number;
}

/** Decided drafts of which earlier versions are still there, and that nothing holds. */
export async function draftsBefore(tx: Tx, { before, today, after, limit }: DueAsked): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id
     where r.municipality_id = $1 and r.state = 'FROZEN' and r.case_id is not null and r.file_version > 1
       and r.frozen_at < $2 and k.state = 'KEPT' and not k.is_held and not coalesce(fo.is_held, false)
       and coalesce(greatest(k.held_until, fo.held_until) < $3, true) and ($4::uuid is null or r.id > $4)
       and (select count(*) from kaigi.records_pruning p where p.municipality_id = r.municipality_id
         and p.record_id = r.id) < r.file_version - 1
     order by r.id limit $5`,
    [tx.municipalityId, before, today, after, limit],
  );
  return rows.map(({ id }) => id);
}

export interface Unsettled {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly sha256: string;
}

/** Whose bytes are still to be looked at. */
export const unsettledAfter = (tx: Tx, after: Unsettled | null, limit: number): Promise<Unsettled[]> =>
  tx.query<Unsettled>(
    `select p.record_id as "recordId", p.file_version as "fileVersion", p.sha256 from kaigi.records_pruning p
     where p.municipality_id = $1 and p.outcome is null
       and ($2::uuid is null or (p.record_id, p.file_version) > ($2, $3::int))
     order by p.record_id, p.file_version limit $4`,
    [tx.municipalityId, after?.recordId ?? null, after?.fileVersion ?? null, limit],
  );

/** False where another process was first. */
export async function settleOne(
  tx: Tx,
  { recordId, fileVersion }: Unsettled,
  to: { readonly outcome: 'GONE' | 'KEPT'; readonly at: Date; readonly goneLeafId: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `update kaigi.records_pruning p set outcome = $4, settled_at = $5, gone_leaf_id = $6
     where p.municipality_id = $1 and p.record_id = $2 and p.file_version = $3 and p.outcome is null
     returning p.file_version`,
    [tx.municipalityId, recordId, fileVersion, to.outcome, to.at, to.goneLeafId],
  );
  return rows.length > 0;
}

interface Place {
  readonly recordId: string;
  readonly fileVersion: number;
}

/** For the log, in the order of record and version. */
export const pruningsAfter = (
  tx: Tx,
  after: Place | null,
  { limit, gone }: { readonly limit: number; readonly gone: boolean },
): Promise<(PruningRow & { readonly settledAt: Date | null; readonly goneLeafId: string | null })[]> =>
  tx.query(
    `select p.record_id as "recordId", p.file_version as "fileVersion", p.sha256, p.size, p.reason, p.rule,
       p.pruned_by as "prunedBy", p.via, p.pruned_at as "prunedAt", p.leaf_id as "leafId", p.settled_at as "settledAt",
       p.gone_leaf_id as "goneLeafId"
     from kaigi.records_pruning p
     where p.municipality_id = $1 and ($2::uuid is null or (p.record_id, p.file_version) > ($2, $3::int))
       and (not $5::boolean or p.gone_leaf_id is not null)
     order by p.record_id, p.file_version limit $4`,
    [tx.municipalityId, after?.recordId ?? null, after?.fileVersion ?? null, limit, gone],
  );

interface PrunedOfCase {
  readonly caseId: string;
  readonly versions: readonly number[];
}

/** What is said to be pruned, by the cases whose documents it was of. */
export const prunedOfCases = (tx: Tx): Promise<PrunedOfCase[]> =>
  tx.query<PrunedOfCase>(
    `select r.case_id as "caseId", array_agg(p.file_version) as versions from kaigi.records_pruning p
     join kaigi.records_record r on r.municipality_id = p.municipality_id and r.id = p.record_id
     where p.municipality_id = $1 and r.case_id is not null group by r.case_id order by r.case_id`,
    [tx.municipalityId],
  );
