import { type Actor, DIRECTORY_VERSION, type Directory, type Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Caller } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';
import type { HistoryRow } from './witness.ts';

const ONE = `${CASE} where c.municipality_id = $1 and c.case_id = $2`;

export async function readCase(tx: Tx, caseId: string): Promise<ApprovalCase | null> {
  const [row] = await tx.query<CaseRow>(ONE, [tx.municipalityId, caseId]);
  return row ? caseOf(row) : null;
}

const OPENED = `select c.content, c.state, ${DIRECTORY_VERSION} as "directoryVersion"
  from kaigi.approvals_case c where c.municipality_id = $1 and c.case_id = $2`;
const LOCKED = `${OPENED} for no key update of c`;

/**
 * The case together with whoever asks for it, in one round trip.
 * @param locked of two who act at the same moment one waits here and then sees what the other did
 */
export async function openCase(
  { tx, caller, directory }: { tx: Tx; caller: Caller; directory: Directory },
  caseId: string,
  { locked }: { locked: boolean },
): Promise<{ actor: Actor; approvalCase: ApprovalCase | null }> {
  const reading = tx.query<CaseRow & { directoryVersion: number | null }>(locked ? LOCKED : OPENED, [
    tx.municipalityId,
    caseId,
  ]);
  directory.heard(
    tx,
    reading.then(([row]) => row?.directoryVersion),
  );
  const [actor, [row]] = await Promise.all([directory.actorOf(tx, caller), reading]);
  return { actor, approvalCase: row ? caseOf(row) : null };
}

/** The case for a job that changes it: of two who act at the same moment one waits here. */
export async function lockedCase(tx: Tx, caseId: string): Promise<ApprovalCase | null> {
  const [row] = await tx.query<CaseRow>(`${ONE} for no key update of c`, [tx.municipalityId, caseId]);
  return row ? caseOf(row) : null;
}

/** Cases that lie with somebody who was named, not with whoever holds the post. */
export async function casesAssigned(tx: Tx): Promise<ApprovalCase[]> {
  const rows = await tx.query<CaseRow>(
    `${CASE} where c.municipality_id = $1 and c.case_id in (select d.case_id from kaigi.approvals_desk d
       where d.municipality_id = $1 and d.staff_id is not null and d.task in ('ACT', 'CONSULT', 'SETTLE_WITHDRAWAL'))`,
    [tx.municipalityId],
  );
  return rows.map(caseOf);
}

/** Cases by id, for jobs that look at many. */
export async function readCases(tx: Tx, caseIds: readonly string[]): Promise<ApprovalCase[]> {
  const rows = await tx.query<CaseRow>(`${CASE} where c.municipality_id = $1 and c.case_id = any($2::uuid[])`, [
    tx.municipalityId,
    caseIds,
  ]);
  return rows.map(caseOf);
}

export const HISTORY = `
  select h.case_id as "caseId", h.seq, h.at, h.act, h.actor, h.slot_id as "slotId", h.comment, h.revision, h.via,
    h.status_after as "statusAfter", h.manifest_hash as "manifestHash", h.detail, h.change::text as change,
    h.change_sha256 as "changeSha256", h.leaf_id as "leafId"
  from kaigi.approvals_history h`;

export async function historyOf(tx: Tx, caseId: string): Promise<HistoryRow[]> {
  return tx.query<HistoryRow>(`${HISTORY} where h.municipality_id = $1 and h.case_id = $2 order by h.seq`, [
    tx.municipalityId,
    caseId,
  ]);
}

export async function historyEntry(tx: Tx, caseId: string, seq: number): Promise<HistoryRow | null> {
  const [row] = await historyEntries(tx, [{ caseId, version: seq }]);
  return row ?? null;
}

/** The lines of history that made these versions. */
export async function historyEntries(
  tx: Tx,
  changes: readonly { caseId: string; version: number }[],
): Promise<HistoryRow[]> {
  return tx.query<HistoryRow>(
    // Each by its key, whatever the planner believes about the length of a list.
    `select h.* from unnest($2::uuid[], $3::int[]) as asked(case_id, seq),
       lateral (${HISTORY} where h.municipality_id = $1 and h.case_id = asked.case_id and h.seq = asked.seq limit 1) h`,
    [tx.municipalityId, changes.map(({ caseId }) => caseId), changes.map(({ version }) => version)],
  );
}

/** A case in review and the post that has it. */
export interface OnDesk {
  readonly caseId: string;
  readonly version: number;
  readonly drafterStaffId: string;
  readonly postId: string;
  readonly activeSince: Date;
}

/** One page of everything that lies on the desk of a post, for jobs. */
export async function onDesksAfter(tx: Tx, after: string | null, limit: number): Promise<OnDesk[]> {
  return tx.query<OnDesk>(
    `select c.case_id as "caseId", c.version, c.drafter_staff_id as "drafterStaffId", d.post_id as "postId",
       d.since as "activeSince"
     from kaigi.approvals_desk d
     join kaigi.approvals_case c on c.municipality_id = d.municipality_id and c.case_id = d.case_id
     where d.municipality_id = $1 and d.post_id is not null and ($2::uuid is null or d.case_id > $2)
     order by d.case_id fetch first $3 rows with ties`,
    [tx.municipalityId, after, limit],
  );
}

/** An id that another system gave a case: its own only, so that nobody can take one that another sender uses. */
export interface SentAs {
  /** Empty where the caller's token names no application. */
  readonly clientId: string;
  readonly staffId: string;
  readonly externalId: string;
}

/** The case that this sender sent under this id. */
export async function caseSentAs(tx: Tx, { clientId, staffId, externalId }: SentAs): Promise<string | null> {
  const [row] = await tx.query<{ caseId: string }>(
    `select case_id as "caseId" from kaigi.approvals_external
     where municipality_id = $1 and client_id = $2 and staff_id = $3 and external_id = $4`,
    [tx.municipalityId, clientId, staffId, externalId],
  );
  return row?.caseId ?? null;
}

/** Of two that arrive at once under one id, the second is refused by the key and may be sent again. */
export async function rememberSent(tx: Tx, { clientId, staffId, externalId }: SentAs, caseId: string): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_external (municipality_id, client_id, staff_id, external_id, case_id)
     values ($1, $2, $3, $4, $5)`,
    [tx.municipalityId, clientId, staffId, externalId, caseId],
  );
}

export interface Receipt {
  readonly slotId: string;
  readonly by: Person;
  readonly at: Date;
}

/** The first opening counts; again is harmless. */
export async function noteOpened(tx: Tx, { caseId, slotId, by, at }: Receipt & { caseId: string }): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_receipt (municipality_id, case_id, slot_id, staff_id, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.municipalityId, caseId, slotId, by.staffId, JSON.stringify(by), at],
  );
}

/** Who opened which slot first. */
export async function receiptsOf(tx: Tx, caseId: string): Promise<Receipt[]> {
  return tx.query<Receipt>(
    `select distinct on (r.slot_id) r.slot_id as "slotId", r.opened_by as by, r.opened_at as at from kaigi.approvals_receipt r
     where r.municipality_id = $1 and r.case_id = $2 order by r.slot_id, r.opened_at`,
    [tx.municipalityId, caseId],
  );
}
