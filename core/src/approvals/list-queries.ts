import type { Tx } from '../platform/index.ts';
import { badInput, isUuid } from '../shared/index.ts';
import type { ApprovalCase } from './case.ts';
import { type Box, DECIDED_STATUSES } from './contract.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';

/** Who asks for a list: what the SQL needs to find what is theirs. */
export interface Viewer {
  readonly staffId: string;
  readonly postIds: readonly string[];
  /** Sections for which they receive consultations. */
  readonly unitIds: readonly string[];
  /** The 課 whose staff they are: its decided cases are theirs to see. */
  readonly sectionIds: readonly string[];
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

const PAGE_OF = "and ($4 = '' or position($4 in c.search_text) > 0) and ($5::uuid is null or c.case_id < $5::uuid)";
/** Of each 課 its newest, by an index in that order: however many cases it has decided, a page of them is read. */
const OF_SECTION = `
  select theirs.case_id from unnest($7::uuid[]) as own(section_id), lateral (
    select c.case_id from kaigi.approvals_case c
    where c.municipality_id = $1 and c.section_id = own.section_id ${PAGE_OF} order by c.case_id desc limit $6) theirs`;

// What only waits to be read afterwards has no holder.
const UNDECIDED = `c.status not in (${DECIDED_STATUSES.map((status) => `'${status}'`).join(', ')})`;

const WHOSE = {
  drafted: 'c.drafter_staff_id = $3 and $2::uuid[] is not null',
  consulted: `c.case_id in (${PUT_BEFORE} and p.consulted) and $3::uuid is not null`,
  section: `c.case_id in (${OF_SECTION}) and $2::uuid[] is not null and $3::uuid is not null`,
  all: `c.case_id in (${MY_PART} union ${OF_SECTION})`,
  everything: "(c.status <> 'DRAFT' or c.drafter_staff_id = $3) and $2::uuid[] is not null",
  board: `c.case_id in (${OPEN}) and c.case_id in (${MY_PART}) and ${UNDECIDED}`,
  wholeBoard: `c.case_id in (${OPEN}) and ${UNDECIDED} and $2::uuid[] is not null and $3::uuid is not null`,
};
// The newest draft first: ids are made in the order of time.
const newestFirst = (whose: keyof typeof WHOSE) => `${CASE} where c.municipality_id = $1 and ${WHOSE[whose]} ${PAGE_OF}
  order by c.case_id desc limit $6`;

const wholeCity = { all: 'everything', board: 'wholeBoard' } as const;
const BY_SECTION: readonly (keyof typeof WHOSE)[] = ['section', 'all'];

/** One page of a box. */
export async function listCases(tx: Tx, request: ListRequest): Promise<CaseList> {
  const { box, viewer, folded, limit } = request;
  const [at, id] = readCursor(request.cursor, box);
  const asked = (postIds: readonly string[]) => [tx.municipalityId, postIds, viewer.staffId, folded];
  if (isByDesk(box)) {
    const values = [...asked(viewer.postIds), at, id, limit + 1, viewer.unitIds];
    const rows = await tx.query<CaseRow & { since: Date }>(BY_DESK[box], values);
    return pageOf(rows, limit, ({ caseId }, { since }) => `${since.toISOString()}/${caseId}`);
  }
  const whose = viewer.seesAll && (box === 'all' || box === 'board') ? wholeCity[box] : box;
  const sections = BY_SECTION.includes(whose) ? [viewer.sectionIds] : [];
  // What was put before a section was put before whoever receives for it.
  const before = asked([...viewer.postIds, ...viewer.unitIds]);
  const rows = await tx.query<CaseRow>(newestFirst(whose), [...before, id, limit + 1, ...sections]);
  return pageOf(rows, limit, ({ caseId }) => caseId);
}

const isByDesk = (box: ListedBox): box is keyof typeof BY_DESK => box in BY_DESK;

function pageOf<R extends CaseRow>(
  rows: readonly R[],
  limit: number,
  positionOf: (last: ApprovalCase, row: R) => string,
): CaseList {
  const items = rows.slice(0, limit).map(caseOf);
  const [last, row] = [items.at(-1), rows[limit - 1]];
  const isMore = rows.length > limit && last && row;
  return { items, nextCursor: isMore ? Buffer.from(positionOf(last, row)).toString('base64url') : null };
}

function readCursor(cursor: string | null, box: ListedBox): readonly [string | null, string | null] {
  if (cursor === null) return [null, null];
  const position = Buffer.from(cursor, 'base64url').toString();
  const [at, id] = isByDesk(box) ? position.split('/') : [null, position];
  if (at === undefined || !isUuid(id) || (at !== null && !isMoment(at))) throw badInput('approvals.bad_cursor');
  return [at, id];
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** The posts that have something to act on. */
export async function postsWithWork(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ postId: string }>(
    `select distinct d.post_id as "postId" from kaigi.approvals_desk d
     where d.municipality_id = $1 and d.post_id is not null and d.task in ('ACT', 'CONSULT')`,
    [tx.municipalityId],
  );
  return rows.map(({ postId }) => postId);
}

interface Desks {
  readonly postIds: readonly string[];
  /** Of people named themselves. */
  readonly staffIds?: readonly string[];
}

/** One page of what lies with these posts and people. */
export async function casesOnDesksOf(
  tx: Tx,
  { postIds, staffIds = [] }: Desks,
  { after = null, limit }: { after?: string | null; limit: number },
): Promise<ApprovalCase[]> {
  if (postIds.length + staffIds.length === 0) return [];
  const rows = await tx.query<CaseRow>(
    `${CASE} where c.municipality_id = $1 and ($5::uuid is null or c.case_id > $5) and c.case_id in (
       select d.case_id from kaigi.approvals_desk d where d.municipality_id = $1
         and (d.post_id = any($2::uuid[]) or d.staff_id = any($3::uuid[])) and d.task in ('ACT', 'CONSULT'))
     order by c.case_id limit $4`,
    [tx.municipalityId, postIds, staffIds, limit, after],
  );
  return rows.map(caseOf);
}
