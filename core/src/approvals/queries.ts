import { type Actor, DIRECTORY_VERSION, type Directory, type Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { badInput, type Caller, isUuid } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import type { Box } from './contract.ts';
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

/** Cases by id, for jobs that look at many. */
export async function readCases(tx: Tx, caseIds: readonly string[]): Promise<ApprovalCase[]> {
  const rows = await tx.query<CaseRow>(`${CASE} where c.municipality_id = $1 and c.case_id = any($2::uuid[])`, [
    tx.municipalityId,
    caseIds,
  ]);
  return rows.map(caseOf);
}

/** Who asks for a list: what the SQL needs to find what is theirs. */
export interface Viewer {
  readonly staffId: string;
  readonly postIds: readonly string[];
  /** Sections for which they receive consultations. */
  readonly unitIds: readonly string[];
  /** AUDITOR and CHIEF_RECORDS_MANAGER see every case. */
  readonly seesAll: boolean;
}

/** What one may do for absent ones is no box of rows: it is asked of the regulations, case by case. */
export type ListedBox = Exclude<Box, 'standIn'>;

export interface ListRequest {
  readonly box: ListedBox;
  readonly viewer: Viewer;
  /** Already folded; empty when nothing is searched for. */
  readonly folded: string;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface CaseList {
  readonly items: ApprovalCase[];
  readonly nextCursor: string | null;
}

// A desk is small however many cases the city has; 起案者 do not act on their own case, also not in another post.
const DESK = (tasks: string) => `
  select c.content, c.state, mine.since from (
    select d.case_id, max(d.since) as since from kaigi.approvals_desk d
    where d.municipality_id = $1 and ${tasks}
      and (d.post_id = any($2::uuid[]) or d.staff_id = $3 or d.unit_id = any($8::uuid[])) group by d.case_id) mine
  join kaigi.approvals_case c on c.municipality_id = $1 and c.case_id = mine.case_id
  where (c.drafter_staff_id <> $3 or exists (select from kaigi.approvals_desk own
      where own.municipality_id = $1 and own.case_id = c.case_id and own.staff_id = $3))
    and ($4 = '' or position($4 in c.search_text) > 0)
    and ($5::timestamptz is null or (mine.since, mine.case_id) < ($5::timestamptz, $6::uuid))
  order by mine.since desc, mine.case_id desc limit $7`;
const BY_DESK = { inbox: DESK("d.task <> 'READ'"), reading: DESK("d.task in ('READ', 'POST_REVIEW')") };

// Each way in which a case can be somebody's is one select with its own index.
const DRAFTED = 'select d.case_id from kaigi.approvals_case d where d.municipality_id = $1 and d.drafter_staff_id = $3';
const PUT_BEFORE =
  'select p.case_id from kaigi.approvals_part p where p.municipality_id = $1 and p.post_id = any($2::uuid[])';
const MY_PART = `
  ${DRAFTED}
  union ${PUT_BEFORE}
  union select k.case_id from kaigi.approvals_desk k where k.municipality_id = $1 and k.staff_id = $3
  union select h.case_id from kaigi.approvals_history h where h.municipality_id = $1 and h.actor_staff_id = $3`;
const OPEN = 'select o.case_id from kaigi.approvals_desk o where o.municipality_id = $1';

const WHOSE = {
  drafted: 'c.drafter_staff_id = $3 and $2::uuid[] is not null',
  consulted: `c.case_id in (${PUT_BEFORE} and p.consulted) and $3::uuid is not null`,
  all: `c.case_id in (${MY_PART})`,
  everything: "(c.status <> 'DRAFT' or c.drafter_staff_id = $3) and $2::uuid[] is not null",
  board: `c.case_id in (${OPEN}) and c.case_id in (${MY_PART}) and c.status <> 'DECIDED'`,
  wholeBoard: `c.case_id in (${OPEN}) and c.status <> 'DECIDED' and $2::uuid[] is not null and $3::uuid is not null`,
};
// The newest draft first: ids are made in the order of time.
const newestFirst = (whose: keyof typeof WHOSE) => `${CASE} where c.municipality_id = $1 and ${WHOSE[whose]}
    and ($4 = '' or position($4 in c.search_text) > 0) and ($5::uuid is null or c.case_id < $5::uuid)
  order by c.case_id desc limit $6`;

const wholeCity = { all: 'everything', board: 'wholeBoard' } as const;

/** One page of a box. */
export async function listCases(tx: Tx, request: ListRequest): Promise<CaseList> {
  const { box, viewer, folded, limit } = request;
  const [at, id] = readCursor(request.cursor, box);
  const asked = [tx.municipalityId, viewer.postIds, viewer.staffId, folded];
  if (isByDesk(box)) {
    const rows = await tx.query<CaseRow & { since: Date }>(BY_DESK[box], [...asked, at, id, limit + 1, viewer.unitIds]);
    return pageOf(rows, limit, (row) => `${row.since.toISOString()}/${caseOf(row).caseId}`);
  }
  const whose = viewer.seesAll && (box === 'all' || box === 'board') ? wholeCity[box] : box;
  const rows = await tx.query<CaseRow>(newestFirst(whose), [...asked, id, limit + 1]);
  return pageOf(rows, limit, (row) => caseOf(row).caseId);
}

const isByDesk = (box: ListedBox): box is keyof typeof BY_DESK => box in BY_DESK;

function pageOf<R extends CaseRow>(rows: readonly R[], limit: number, positionOf: (last: R) => string): CaseList {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const nextCursor = last ? Buffer.from(positionOf(last)).toString('base64url') : null;
  return { items: rows.slice(0, limit).map(caseOf), nextCursor };
}

function readCursor(cursor: string | null, box: ListedBox): readonly [string | null, string | null] {
  if (cursor === null) return [null, null];
  const position = Buffer.from(cursor, 'base64url').toString();
  const [at, id] = isByDesk(box) ? position.split('/') : [null, position];
  if (at === undefined || !isUuid(id) || (at !== null && !isMoment(at))) throw badInput('approvals.bad_cursor');
  return [at, id];
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

export const HISTORY = `
  select h.case_id as "caseId", h.seq, h.at, h.act, h.actor, h.slot_id as "slotId", h.comment, h.revision, h.via,
    h.status_after as "statusAfter", h.manifest_hash as "manifestHash", h.detail, h.change::text as change, h.leaf_id as "leafId"
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

/** The case that another system sent under this id. */
export async function caseSentAs(tx: Tx, externalId: string): Promise<string | null> {
  const [row] = await tx.query<{ caseId: string }>(
    'select case_id as "caseId" from kaigi.approvals_external where municipality_id = $1 and external_id = $2',
    [tx.municipalityId, externalId],
  );
  return row?.caseId ?? null;
}

/** Of two that arrive at once under one id, the second is refused by the key and may be sent again. */
export async function rememberSent(tx: Tx, externalId: string, caseId: string): Promise<void> {
  await tx.query('insert into kaigi.approvals_external (municipality_id, external_id, case_id) values ($1, $2, $3)', [
    tx.municipalityId,
    externalId,
    caseId,
  ]);
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

/** The posts that have something to act on. */
export async function postsWithWork(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ postId: string }>(
    `select distinct d.post_id as "postId" from kaigi.approvals_desk d
     where d.municipality_id = $1 and d.post_id is not null and d.task in ('ACT', 'CONSULT')`,
    [tx.municipalityId],
  );
  return rows.map(({ postId }) => postId);
}

/** What lies with these posts, the longest first. */
export async function casesOnDesksOf(tx: Tx, postIds: readonly string[], limit: number): Promise<ApprovalCase[]> {
  if (postIds.length === 0) return [];
  const rows = await tx.query<CaseRow>(
    `${CASE} join (select d.case_id, min(d.since) as since from kaigi.approvals_desk d
       where d.municipality_id = $1 and d.post_id = any($2::uuid[]) and d.task in ('ACT', 'CONSULT') group by d.case_id) waiting
     on waiting.case_id = c.case_id where c.municipality_id = $1 order by waiting.since limit $3`,
    [tx.municipalityId, postIds, limit],
  );
  return rows.map(caseOf);
}
