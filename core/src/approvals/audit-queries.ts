import type { Tx } from '../platform/index.ts';
import type { ApprovalCase } from './case.ts';
import { HISTORY } from './queries.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';
import type { HistoryRow } from './witness.ts';

/** The whole history in the order of its subjects, for the audit. */
export async function historyAfter(tx: Tx, after: string | null, limit: number): Promise<HistoryRow[]> {
  const [caseId, seq] = after === null ? [null, null] : after.split('/');
  return tx.query<HistoryRow>(
    `${HISTORY} where h.municipality_id = $1 and ($2::uuid is null or (h.case_id, h.seq) > ($2::uuid, $3::int))
     order by h.case_id, h.seq limit $4`,
    [tx.municipalityId, caseId, seq, limit],
  );
}

export interface Stray {
  readonly caseId: string;
  readonly code: 'case_missing' | 'case_altered' | 'mark_altered' | 'mark_missing' | 'question_altered';
}

// From the history to what it made, and back: a change on either side alone shows.
const CASE_MISSING = `
  select distinct h.case_id from kaigi.approvals_history h where h.municipality_id = $1 and not exists (
    select from kaigi.approvals_case c where c.municipality_id = h.municipality_id and c.case_id = h.case_id)`;
const CASE_ALTERED = `
  select c.case_id from kaigi.approvals_case c
  left join lateral (select h.seq, h.status_after, h.revision, h.manifest_hash from kaigi.approvals_history h
    where h.municipality_id = c.municipality_id and h.case_id = c.case_id order by h.seq desc limit 1) last on true
  left join kaigi.approvals_history first
    on first.municipality_id = c.municipality_id and first.case_id = c.case_id and first.seq = 1
  left join kaigi.approvals_history decided
    on decided.municipality_id = c.municipality_id and decided.case_id = c.case_id and decided.act = 'DECIDED'
  where c.municipality_id = $1 and (last.seq is null or last.seq <> c.version or last.status_after <> c.status
    or last.revision <> c.revision or last.manifest_hash <> c.manifest_hash
    or first.actor is distinct from c.drafter or first.actor_staff_id is distinct from c.drafter_staff_id
    or first.at is distinct from c.created_at or decided.at is distinct from c.decided_at
    or decided.detail ->> 'documentNumber' is distinct from c.document_number ->> 'label'
    or c.version <> (select count(*) from kaigi.approvals_history n
      where n.municipality_id = c.municipality_id and n.case_id = c.case_id))`;
const MARK_ALTERED = `
  select s.case_id from kaigi.approvals_slot s where s.municipality_id = $1 and s.status = 'APPROVED' and not exists (
    select from kaigi.approvals_history h where h.municipality_id = s.municipality_id and h.case_id = s.case_id
      and h.act in ('APPROVED', 'DECIDED') and h.at = s.acted_at and h.actor = s.acted_by
      and h.manifest_hash = s.manifest_hash and h.comment is not distinct from s.comment)`;
// While a case is open an approval may have been taken back; the decided route must hold every mark of its last round.
const MARK_MISSING = `
  select c.case_id from kaigi.approvals_case c where c.municipality_id = $1 and c.status = 'DECIDED' and (
    not exists (select from kaigi.approvals_slot s where s.municipality_id = c.municipality_id and s.case_id = c.case_id
      and s.duty = 'DECISION' and s.status = 'APPROVED')
    or exists (select from kaigi.approvals_history h where h.municipality_id = c.municipality_id and h.case_id = c.case_id
      and h.act in ('APPROVED', 'DECIDED') and h.revision = c.revision
      and not exists (select from kaigi.approvals_history later where later.municipality_id = h.municipality_id
        and later.case_id = h.case_id and later.seq > h.seq and later.act in ('PULLED_BACK', 'SENT_BACK'))
      and not exists (select from kaigi.approvals_slot s where s.municipality_id = h.municipality_id
        and s.case_id = h.case_id and s.acted_at = h.at)))`;
const QUESTION_ALTERED = `
  select h.case_id from kaigi.approvals_history h where h.municipality_id = $1 and h.act in ('ASKED', 'ANSWERED')
    and not exists (select from kaigi.approvals_question q where q.municipality_id = h.municipality_id
      and q.case_id = h.case_id and q.question_id::text = h.detail ->> 'questionId'
      and case h.act when 'ASKED' then q.text = h.comment and q.asked_by = h.actor
        else q.answer ->> 'text' = h.comment and q.answer -> 'by' = h.actor end)
  union
  select q.case_id from kaigi.approvals_question q where q.municipality_id = $1 and not exists (
    select from kaigi.approvals_history h where h.municipality_id = q.municipality_id and h.case_id = q.case_id
      and h.act = case when q.answer is null then 'ASKED' else 'ANSWERED' end
      and h.detail ->> 'questionId' = q.question_id::text)`;

const CHECKS: readonly (readonly [Stray['code'], string])[] = [
  ['case_missing', CASE_MISSING],
  ['case_altered', CASE_ALTERED],
  ['mark_altered', MARK_ALTERED],
  ['mark_missing', MARK_MISSING],
  ['question_altered', QUESTION_ALTERED],
];

/** Cases that do not agree with their history, for the audit. */
export async function strays(tx: Tx): Promise<Stray[]> {
  const found: Stray[] = [];
  for (const [code, text] of CHECKS) {
    const rows = await tx.query<{ case_id: string }>(text, [tx.municipalityId]);
    found.push(...[...new Set(rows.map((row) => row.case_id))].map((caseId) => ({ caseId, code })));
  }
  return found;
}

/** Case by case, for the audit. */
export async function casesAfter(tx: Tx, after: string | null, limit: number): Promise<ApprovalCase[]> {
  const rows = await tx.query<CaseRow>(
    `${CASE} where c.municipality_id = $1 and ($2::uuid is null or c.case_id > $2::uuid) order by c.case_id limit $3`,
    [tx.municipalityId, after, limit],
  );
  return rows.map(caseOf);
}
