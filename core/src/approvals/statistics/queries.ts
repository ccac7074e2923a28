import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { SlotDuty } from '../contract.ts';

/** Of these cases, those that have ended. */
export async function endedAmong(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ caseId: string }>(
    `select c.case_id as "caseId" from kaigi.approvals_case c where c.municipality_id = $1 and c.case_id = any($2::uuid[])
       and c.status in ('DECIDED', 'REJECTED', 'ABANDONED', 'WITHDRAWN')`,
    [tx.municipalityId, caseIds],
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

/** The period, and the drafting units that are asked for; null: all. */
export interface Asked {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly unitIds: readonly string[] | null;
}

const values = (tx: Tx, { from, to, unitIds }: Asked) => [tx.municipalityId, from, to, unitIds];
const OF_PERIOD = (e: string) => `${e}.municipality_id = $1 and ${e}.ended_on between $2::date and $3::date
  and ($4::uuid[] is null or ${e}.unit_id = any($4::uuid[]))`;

export interface SpreadRow {
  /** Null in the rows by month. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** `YYYY-MM`; null in the rows by unit. */
  readonly month: string | null;
  readonly dayTenths: number | null;
  readonly decided: number;
  readonly electronic: number;
  readonly returned: number;
}

// Nobody's silence is taken for an answer: electronic is what the drafter said, of a case without paper attachments.
const ELECTRONIC = 'e.parallel_paper = false and not e.paper_attachments';

/** Decided cases by unit and by month, each with how long they took: one scan of narrow rows. */
export const spreads = (tx: Tx, asked: Asked): Promise<SpreadRow[]> =>
  tx.query<SpreadRow>(
    `select unit_id as "unitId", max(unit_name) as "unitName", month, day_tenths as "dayTenths", sum(n)::int as decided,
       sum(electronic)::int as electronic, sum(returned)::int as returned
     from (select e.unit_id, max(e.unit_name) as unit_name, to_char(e.ended_on, 'YYYY-MM') as month, e.day_tenths,
         count(*) as n, count(*) filter (where ${ELECTRONIC}) as electronic, count(*) filter (where e.returns > 0) as returned
       from kaigi.approvals_ended e where ${OF_PERIOD('e')} and e.outcome = 'DECIDED'
       group by e.unit_id, to_char(e.ended_on, 'YYYY-MM'), e.day_tenths) x
     group by grouping sets ((unit_id, day_tenths), (month, day_tenths))`,
    values(tx, asked),
  );

export interface Totals {
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

export const totals = (tx: Tx, asked: Asked): Promise<Totals[]> =>
  tx.query<Totals>(
    `select e.outcome, count(*)::int as cases, count(*) filter (where e.submitted)::int as submitted,
       count(*) filter (where e.submitted and e.returns > 0)::int as returned,
       count(*) filter (where ${ELECTRONIC})::int as electronic,
       count(*) filter (where e.parallel_paper)::int as "parallelPaper",
       count(*) filter (where e.paper_attachments and e.parallel_paper is not true)::int as "paperAttachments",
       count(*) filter (where e.parallel_paper is null and not e.paper_attachments)::int as unanswered,
       sum(e.deputies)::int as deputies, sum(e.skipped)::int as skipped
     from kaigi.approvals_ended e where ${OF_PERIOD('e')} group by e.outcome`,
    values(tx, asked),
  );

export interface StepRow {
  readonly postId: string;
  readonly duty: SlotDuty;
  readonly dayTenths: number;
  readonly acts: number;
}

export const stepSpreads = (tx: Tx, asked: Asked): Promise<StepRow[]> =>
  tx.query<StepRow>(
    `select s.post_id as "postId", s.duty, s.tenths as "dayTenths", count(*)::int as acts
     from kaigi.approvals_step_time t, unnest(t.post_ids, t.duties, t.day_tenths) as s(post_id, duty, tenths)
     where ${OF_PERIOD('t')} group by s.post_id, s.duty, s.tenths`,
    values(tx, asked),
  );

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
export const owedPostReviews = (tx: Tx, { unitIds }: Pick<Asked, 'unitIds'>): Promise<{ dueOn: string | null }[]> =>
  tx.query<{ dueOn: string | null }>(
    `select o.value ->> 'dueOn' as "dueOn" from kaigi.approvals_desk d
     join kaigi.approvals_case c on c.municipality_id = d.municipality_id and c.case_id = d.case_id,
     lateral json_array_elements(c.state -> 'obligations') as o(value)
     where d.municipality_id = $1 and d.task = 'POST_REVIEW' and o.value ->> 'obligationId' = d.about_id::text
       and ($2::uuid[] is null or (c.state ->> 'unitId')::uuid = any($2::uuid[]))`,
    [tx.municipalityId, unitIds],
  );

/** How many cases are under way now. */
export async function underWay(tx: Tx, { unitIds }: Pick<Asked, 'unitIds'>): Promise<number> {
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
     where a.municipality_id = $1 and a.case_id = $2 order by a.answer_id desc limit 1`,
    [tx.municipalityId, caseId],
  );
  return row?.parallelPaper ?? null;
}
