import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type CaseStatus, DECIDED_STATUSES, type SlotDuty } from '../contract.ts';

const ENDED: readonly CaseStatus[] = [...DECIDED_STATUSES, 'REJECTED', 'ABANDONED', 'WITHDRAWN'];

/** Of these cases, those that have ended. */
export async function endedAmong(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ caseId: string }>(
    `select c.case_id as "caseId" from kaigi.approvals_case c where c.municipality_id = $1 and c.case_id = any($2::uuid[])
       and c.status = any($3::text[])`,
    [tx.municipalityId, caseIds, ENDED],
  );
  return rows.map(({ caseId }) => caseId);
}

/** When each case was submitted first. */
export async function firstSubmissions(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await tx.query<{ caseId: string; at: Date }>(
    `select h.case_id as "caseId", min(h.at) as at from kaigi.approvals_history h
     where h.municipality_id = $1 and h.case_id = any($2::uuid[]) and h.act = 'SUBMITTED' group by h.case_id`,
    [tx.municipalityId, caseIds],
  );
  return new Map(rows.map(({ caseId, at }) => [caseId, at]));
}

/** A whole month, or the days of one that are asked for. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const OF_DAYS = (e: string) => `${e}.municipality_id = $1 and ${e}.ended_on between $2::date and $3::date`;

/** How many took how long: working days in tenths → count, as JSON has it. */
export type SpreadJson = Readonly<Record<string, number>>;

/** Decided cases of a unit. */
export interface UnitSpread {
  readonly unitId: string;
  readonly unitName: string;
  readonly spread: SpreadJson;
}

/** Cases of a unit that ended in one way. */
export interface UnitTotals {
  readonly unitId: string;
  readonly outcome: string;
  readonly cases: number;
  readonly submitted: number;
  readonly returned: number;
  readonly electronic: number;
  readonly parallelPaper: number;
  readonly paperAttachments: number;
  readonly unanswered: number;
  readonly deputies: number;
  readonly skipped: number;
}

export interface StepSpread {
  readonly postId: string;
  readonly duty: SlotDuty;
  readonly spread: SpreadJson;
}

/** Everything counted of some days. */
export interface Figures {
  readonly spreads: readonly UnitSpread[];
  readonly totals: readonly UnitTotals[];
  readonly steps: readonly StepSpread[];
}

const SPREADS = `
  select x.unit_id as "unitId", max(x.unit_name) as "unitName", json_object_agg(x.day_tenths, x.n) as spread
  from (select e.unit_id, max(e.unit_name) as unit_name, e.day_tenths, count(*)::int as n from kaigi.approvals_ended e
    where ${OF_DAYS('e')} and e.outcome = 'DECIDED' and e.day_tenths is not null group by e.unit_id, e.day_tenths) x
  group by x.unit_id`;

// Nobody's silence is taken for an answer: electronic is what the drafter said, of a case without paper attachments.
const TOTALS = `
  select e.unit_id as "unitId", e.outcome, count(*)::int as cases, count(*) filter (where e.submitted)::int as submitted,
    count(*) filter (where e.submitted and e.returns > 0)::int as returned,
    count(*) filter (where e.parallel_paper = false and not e.paper_attachments)::int as electronic,
    count(*) filter (where e.parallel_paper)::int as "parallelPaper",
    count(*) filter (where e.paper_attachments and e.parallel_paper is not true)::int as "paperAttachments",
    count(*) filter (where e.parallel_paper is null and not e.paper_attachments)::int as unanswered,
    sum(e.deputies)::int as deputies, sum(e.skipped)::int as skipped
  from kaigi.approvals_ended e where ${OF_DAYS('e')} group by e.unit_id, e.outcome`;

const STEPS = `
  select x.post_id as "postId", x.duty, json_object_agg(x.tenths, x.n) as spread
  from (select s.post_id, s.duty, s.tenths, count(*)::int as n
    from kaigi.approvals_step_time t, unnest(t.post_ids, t.duties, t.day_tenths) as s(post_id, duty, tenths)
    where ${OF_DAYS('t')} group by s.post_id, s.duty, s.tenths) x
  group by x.post_id, x.duty`;

/** Counts the rows of some days. */
export async function count(tx: Tx, { from, to }: Days): Promise<Figures> {
  const values = [tx.municipalityId, from, to];
  const [spreads, totals, steps] = await Promise.all([
    tx.query<UnitSpread>(SPREADS, values),
    tx.query<UnitTotals>(TOTALS, values),
    tx.query<StepSpread>(STEPS, values),
  ]);
  return { spreads, totals, steps };
}

/** The units asked for; null: all. */
export interface Asked {
  readonly unitIds: readonly string[] | null;
}

/** For each of these posts one case in whose route it stands: what it was called then. */
export async function casesThrough(tx: Tx, postIds: readonly string[]): Promise<string[]> {
  if (postIds.length === 0) return [];
  const rows = await tx.query<{ caseId: string }>(
    `select distinct one.case_id as "caseId" from unnest($2::uuid[]) as p(post_id), lateral (
       select a.case_id from kaigi.approvals_part a where a.municipality_id = $1 and a.post_id = p.post_id limit 1) one`,
    [tx.municipalityId, postIds],
  );
  return rows.map(({ caseId }) => caseId);
}

/** 後閲 that is owed, with its last day and the drafting unit. */
export const owedPostReviews = (tx: Tx, { unitIds }: Asked): Promise<{ dueOn: string | null }[]> =>
  tx.query<{ dueOn: string | null }>(
    `select o.value ->> 'dueOn' as "dueOn" from kaigi.approvals_desk d
     join kaigi.approvals_case c on c.municipality_id = d.municipality_id and c.case_id = d.case_id,
     lateral json_array_elements(c.state -> 'obligations') as o(value)
     where d.municipality_id = $1 and d.task = 'POST_REVIEW' and o.value ->> 'obligationId' = d.about_id::text
       and ($2::uuid[] is null or (c.state ->> 'unitId')::uuid = any($2::uuid[]))`,
    [tx.municipalityId, unitIds],
  );

/** How many cases are under way now. */
export async function underWay(tx: Tx, { unitIds }: Asked): Promise<number> {
  const open = `select distinct d.case_id from kaigi.approvals_desk d where d.municipality_id = $1
    and d.task in ('ACT', 'CONSULT', 'CORRECT', 'SETTLE_WITHDRAWAL', 'SETTLE_DISPUTE')`;
  const [row] = unitIds
    ? await tx.query<{ cases: number }>(
        `select count(*)::int as cases from (${open}) o join kaigi.approvals_case c on c.municipality_id = $1
           and c.case_id = o.case_id where (c.state ->> 'unitId')::uuid = any($2::uuid[])`,
        [tx.municipalityId, unitIds],
      )
    : await tx.query<{ cases: number }>(`select count(*)::int as cases from (${open}) o`, [tx.municipalityId]);
  return row?.cases ?? 0;
}

export interface Unanswered {
  readonly caseId: string;
  readonly title: string;
  readonly decidedOn: string;
}

/** Decided cases of which the drafter has not said whether paper went round, the newest first. */
export const unansweredOf = (tx: Tx, staffId: string, limit: number): Promise<Unanswered[]> =>
  tx.query<Unanswered>(
    `select e.case_id as "caseId", c.content ->> 'title' as title, e.ended_on as "decidedOn"
     from kaigi.approvals_ended e join kaigi.approvals_case c on c.municipality_id = e.municipality_id and c.case_id = e.case_id
     where e.municipality_id = $1 and e.drafter_staff_id = $2 and e.parallel_paper is null and e.outcome = 'DECIDED'
       and not e.paper_attachments order by e.case_id desc limit $3`,
    [tx.municipalityId, staffId, limit],
  );

/** What the drafter answered last; null: nothing. */
export async function paperAnswer(tx: Tx, caseId: string): Promise<boolean | null> {
  const [row] = await tx.query<{ parallelPaper: boolean }>(
    `select a.parallel_paper as "parallelPaper" from kaigi.approvals_paper_answer a
     where a.municipality_id = $1 and a.case_id = $2 order by a.place desc limit 1`,
    [tx.municipalityId, caseId],
  );
  return row?.parallelPaper ?? null;
}
