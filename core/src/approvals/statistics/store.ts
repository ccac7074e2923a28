import type { Tx } from '../../platform/index.ts';
import { monthsChanged } from './months.ts';
import type { Ended } from './rules.ts';

const ENDED = `
  insert into kaigi.approvals_ended as e (municipality_id, case_id, version, outcome, ended_on, unit_id, unit_name,
    drafter_staff_id, submitted, day_tenths, returns, deputies, skipped, paper_attachments, parallel_paper)
  select $1::uuid, r.case_id, r.version, r.outcome, r.ended_on, r.unit_id, r.unit_name, r.drafter_staff_id, r.submitted,
    r.day_tenths, r.returns, r.deputies, r.skipped, r.paper_attachments,
    (select a.parallel_paper from kaigi.approvals_paper_answer a where a.municipality_id = $1::uuid and a.case_id = r.case_id
     order by a.place desc limit 1)
  from jsonb_to_recordset($2::jsonb) as r(case_id uuid, version int, outcome text, ended_on date, unit_id uuid, unit_name text,
    drafter_staff_id uuid, submitted boolean, day_tenths int, returns int, deputies int, skipped int, paper_attachments boolean)
  order by r.case_id
  on conflict (municipality_id, case_id) do update set version = excluded.version, outcome = excluded.outcome,
    ended_on = excluded.ended_on, day_tenths = excluded.day_tenths, returns = excluded.returns,
    deputies = excluded.deputies, skipped = excluded.skipped where e.version < excluded.version`;

const STEPS = `
  insert into kaigi.approvals_step_time (municipality_id, case_id, ended_on, unit_id, post_ids, duties, day_tenths)
  select $1::uuid, r.case_id, r.ended_on, r.unit_id,
    array(select (s.value ->> 'postId')::uuid from jsonb_array_elements(r.steps) with ordinality s(value, place) order by place),
    array(select s.value ->> 'duty' from jsonb_array_elements(r.steps) with ordinality s(value, place) order by place),
    array(select (s.value ->> 'dayTenths')::int from jsonb_array_elements(r.steps) with ordinality s(value, place) order by place)
  from jsonb_to_recordset($2::jsonb) as r(case_id uuid, ended_on date, unit_id uuid, steps jsonb)
  order by r.case_id
  on conflict (municipality_id, case_id) do nothing`;

/** Notes ended cases; again is harmless, and what an older job says of a case never replaces what a newer one said. */
export async function noteEnded(tx: Tx, ended: readonly Ended[]): Promise<void> {
  if (ended.length === 0) return;
  const rows = ended.map((one) => ({
    case_id: one.caseId,
    version: one.version,
    outcome: one.outcome,
    ended_on: one.endedOn,
    unit_id: one.unitId,
    unit_name: one.unitName,
    drafter_staff_id: one.drafterStaffId,
    submitted: one.submitted,
    day_tenths: one.dayTenths,
    returns: one.returns,
    deputies: one.deputies,
    skipped: one.skipped,
    paper_attachments: one.paperAttachments,
    steps: one.steps,
  }));
  await Promise.all([
    tx.query(ENDED, [tx.municipalityId, JSON.stringify(rows)]),
    tx.query(STEPS, [tx.municipalityId, JSON.stringify(rows.filter(({ outcome }) => outcome === 'DECIDED'))]),
  ]);
  await monthsChanged(
    tx,
    ended.map(({ endedOn }) => endedOn),
  );
}

export interface PaperAnswered {
  readonly caseId: string;
  readonly answerId: string;
  readonly staffId: string;
  readonly at: Date;
  readonly parallelPaper: boolean;
}

/** Keeps the answer; the last one counts. */
export async function answerPaper(tx: Tx, said: PaperAnswered): Promise<void> {
  const { caseId, answerId, staffId, at, parallelPaper } = said;
  await tx.query(
    `insert into kaigi.approvals_paper_answer (municipality_id, case_id, answer_id, staff_id, answered_at, parallel_paper)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.municipalityId, caseId, answerId, staffId, at, parallelPaper],
  );
  const noted = await tx.query<{ endedOn: string }>(
    `update kaigi.approvals_ended set parallel_paper = $3 where municipality_id = $1 and case_id = $2
     returning ended_on as "endedOn"`,
    [tx.municipalityId, caseId, parallelPaper],
  );
  await monthsChanged(
    tx,
    noted.map(({ endedOn }) => endedOn),
  );
}
