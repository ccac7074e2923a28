import type { Tx } from '../platform/index.ts';
import { badInput, isUuid } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import type { Box } from './contract.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';
import type { HistoryRow } from './witness.ts';

const READ = `${CASE} where c.municipality_id = $1 and c.case_id = $2`;

export async function readCase(tx: Tx, caseId: string): Promise<ApprovalCase | null> {
  const [row] = await tx.query<CaseRow>(READ, [tx.municipalityId, caseId]);
  return row ? caseOf(row) : null;
}

/**
 * Locks the case, then reads it: of two people acting at the same moment one waits here and then sees what the other
 * did. Two statements, because one `SELECT … FOR UPDATE` that waited would show slots as they were before it waited.
 */
export async function lockCase(tx: Tx, caseId: string): Promise<ApprovalCase | null> {
  const [, found] = await Promise.all([
    tx.query('select 1 as one from kaigi.approvals_case c where c.municipality_id = $1 and c.case_id = $2 for update', [
      tx.municipalityId,
      caseId,
    ]),
    readCase(tx, caseId),
  ]);
  return found;
}

/** Who asks for a list: what the SQL needs to find what is theirs. */
export interface Viewer {
  readonly staffId: string;
  readonly postIds: readonly string[];
  /** AUDITOR and CHIEF_RECORDS_MANAGER see every case. */
  readonly seesAll: boolean;
}

export interface ListRequest {
  readonly box: Box;
  readonly viewer: Viewer;
  /** Already folded; empty when nothing is searched for. */
  readonly folded: string;
  readonly cursor: string | null;
  readonly limit: number;
}

// Each way in which a case can be somebody's is one select with its own index; together they stay small,
// however many cases the city has.
const DRAFTED = 'select d.case_id from kaigi.approvals_case d where d.municipality_id = $1 and d.drafter_staff_id = $2';
const ON_MY_DESK = `
  select s.case_id from kaigi.approvals_slot s
  join kaigi.approvals_case d on d.municipality_id = s.municipality_id and d.case_id = s.case_id
  where s.municipality_id = $1 and s.post_id = any($3::uuid[]) and s.status = 'ACTIVE' and d.drafter_staff_id <> $2
  union ${DRAFTED} and d.status = 'SENT_BACK'
  union ${DRAFTED} and d.status = 'IN_REVIEW' and exists (select from kaigi.approvals_question q
    where q.municipality_id = d.municipality_id and q.case_id = d.case_id and q.answer is null)`;
const MY_PART = `
  ${DRAFTED}
  union select s.case_id from kaigi.approvals_slot s where s.municipality_id = $1 and s.post_id = any($3::uuid[])
  union select h.case_id from kaigi.approvals_history h where h.municipality_id = $1 and h.actor_staff_id = $2`;

const IN_BOX: Readonly<Record<Box, string>> = {
  inbox: `c.case_id in (${ON_MY_DESK})`,
  drafted: 'c.drafter_staff_id = $2',
  all: `c.case_id in (${MY_PART})`,
};
const SEES_ALL = "(c.status <> 'DRAFT' or c.drafter_staff_id = $2)";

function readCursor(cursor: string | null): { at: string | null; id: string | null } {
  if (cursor === null) return { at: null, id: null };
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)\/([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match?.[1] || Number.isNaN(Date.parse(match[1])) || !isUuid(match[2])) throw badInput('approvals.bad_cursor');
  return { at: match[1], id: match[2] };
}

/** One page of a box, newest change first. */
export async function listCases(
  tx: Tx,
  request: ListRequest,
): Promise<{ items: ApprovalCase[]; nextCursor: string | null }> {
  const { box, viewer, folded, limit } = request;
  const { at, id } = readCursor(request.cursor);
  const inBox = box === 'all' && viewer.seesAll ? SEES_ALL : IN_BOX[box];
  const rows = await tx.query<CaseRow>(
    `${CASE} where c.municipality_id = $1 and ${inBox} and $3::uuid[] is not null
       and ($4 = '' or position($4 in c.search_text) > 0)
       and ($5::timestamptz is null or (c.updated_at, c.case_id) < ($5::timestamptz, $6::uuid))
     order by c.updated_at desc, c.case_id desc limit $7`,
    [tx.municipalityId, viewer.staffId, viewer.postIds, folded, at, id, limit + 1],
  );
  const items = rows.slice(0, limit).map(caseOf);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  const nextCursor = more ? Buffer.from(`${last.updatedAt.toISOString()}/${last.caseId}`).toString('base64url') : null;
  return { items, nextCursor };
}

export const HISTORY = `
  select h.case_id as "caseId", h.seq, h.at, h.act, h.actor, h.slot_id as "slotId", h.comment, h.revision, h.via,
    h.status_after as "statusAfter", h.manifest_hash as "manifestHash", h.detail, h.leaf_id as "leafId"
  from kaigi.approvals_history h`;

export async function historyOf(tx: Tx, caseId: string): Promise<HistoryRow[]> {
  return tx.query<HistoryRow>(`${HISTORY} where h.municipality_id = $1 and h.case_id = $2 order by h.seq`, [
    tx.municipalityId,
    caseId,
  ]);
}

export async function historyEntry(tx: Tx, caseId: string, seq: number): Promise<HistoryRow | null> {
  const [row] = await tx.query<HistoryRow>(
    `${HISTORY} where h.municipality_id = $1 and h.case_id = $2 and h.seq = $3`,
    [tx.municipalityId, caseId, seq],
  );
  return row ?? null;
}

/** A case in review and the post that has it. */
export interface OnDesk {
  readonly caseId: string;
  readonly version: number;
  readonly drafterStaffId: string;
  readonly postId: string;
  readonly activeSince: Date;
}

/** One page of everything in review, for jobs. */
export async function onDesksAfter(tx: Tx, after: string | null, limit: number): Promise<OnDesk[]> {
  return tx.query<OnDesk>(
    `select c.case_id as "caseId", c.version, c.drafter_staff_id as "drafterStaffId", s.post_id as "postId",
       s.active_since as "activeSince"
     from kaigi.approvals_slot s
     join kaigi.approvals_case c on c.municipality_id = s.municipality_id and c.case_id = s.case_id
     where s.municipality_id = $1 and s.status = 'ACTIVE' and c.status = 'IN_REVIEW' and ($2::uuid is null or c.case_id > $2)
     order by c.case_id limit $3`,
    [tx.municipalityId, after, limit],
  );
}
