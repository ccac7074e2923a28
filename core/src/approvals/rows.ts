import type { ApprovalCase, CaseQuestion, Said, Slot } from './case.ts';
import type { CaseStatus, SlotDuty } from './contract.ts';

interface SlotJson {
  slot_id: string;
  stage: number;
  duty: SlotDuty;
  status: Slot['status'];
  post_id: string;
  post_title: string;
  unit_name: string;
  active_since: string | null;
  acted_by: never;
  acted_at: string | null;
  comment: string | null;
  manifest_hash: string | null;
}

interface QuestionJson {
  question_id: string;
  asked_by: CaseQuestion['askedBy'];
  asked_at: string;
  text: string;
  answer: { by: CaseQuestion['askedBy']; at: string; text: string } | null;
}

type SaidJson = Omit<Said, 'at'> & { at: string };

export interface CaseRow {
  case_id: string;
  version: number;
  status: CaseStatus;
  revision: number;
  title: string;
  proposal_text: string;
  classification: ApprovalCase['classification'];
  retention_years: number;
  document: ApprovalCase['document'];
  manifest_hash: string;
  drafter: ApprovalCase['drafter'];
  drafter_post_id: string;
  unit_id: string;
  unit_name: string;
  basis: ApprovalCase['basis'];
  submitted_at: Date | null;
  sent_back: SaidJson | null;
  withdrawal: SaidJson | null;
  decided_at: Date | null;
  document_number: Extract<ApprovalCase, { status: 'DECIDED' }>['documentNumber'] | null;
  created_at: Date;
  updated_at: Date;
  slots: SlotJson[];
  questions: QuestionJson[];
}

/** The columns of a case with its slots and questions; `where` and `order by` follow. */
export const CASE = `
  select c.case_id, c.version, c.status, c.revision, c.title, c.proposal_text, c.classification, c.retention_years, c.document,
    c.manifest_hash, c.drafter, c.drafter_post_id, c.unit_id, c.unit_name, c.basis, c.submitted_at, c.sent_back, c.withdrawal,
    c.decided_at, c.document_number, c.created_at, c.updated_at,
    coalesce((select json_agg(s order by s.stage, s.slot_id)
      from kaigi.approvals_slot s where s.municipality_id = c.municipality_id and s.case_id = c.case_id), '[]') as slots,
    coalesce((select json_agg(q order by q.asked_at, q.question_id)
      from kaigi.approvals_question q where q.municipality_id = c.municipality_id and q.case_id = c.case_id), '[]') as questions
  from kaigi.approvals_case c`;

function slotOf(json: SlotJson): Slot {
  const base = {
    slotId: json.slot_id,
    stage: json.stage,
    duty: json.duty,
    postId: json.post_id,
    postTitle: json.post_title,
    unitName: json.unit_name,
  };
  if (json.status === 'ACTIVE') return { ...base, status: 'ACTIVE', activeSince: new Date(json.active_since ?? 0) };
  if (json.status !== 'APPROVED') return { ...base, status: 'WAITING' };
  return {
    ...base,
    status: 'APPROVED',
    actedBy: json.acted_by,
    actedAt: new Date(json.acted_at ?? 0),
    comment: json.comment,
    manifestHash: json.manifest_hash ?? '',
  };
}

const saidOf = (json: SaidJson | null): Said | null => json && { ...json, at: new Date(json.at) };

/** The row as one of the shapes a case can have; the table's CHECKs keep the impossible ones out. */
export function caseOf(row: CaseRow): ApprovalCase {
  const base = {
    caseId: row.case_id,
    version: row.version,
    revision: row.revision,
    title: row.title,
    proposalText: row.proposal_text,
    classification: row.classification,
    retentionYears: row.retention_years,
    document: row.document,
    manifestHash: row.manifest_hash,
    drafter: row.drafter,
    drafterPostId: row.drafter_post_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    route: row.slots.map(slotOf),
    basis: row.basis,
    questions: row.questions.map((json) => ({
      questionId: json.question_id,
      askedBy: json.asked_by,
      askedAt: new Date(json.asked_at),
      text: json.text,
      answer: json.answer && { ...json.answer, at: new Date(json.answer.at) },
    })),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  const submittedAt = row.submitted_at ?? row.created_at;
  const sentBack = saidOf(row.sent_back);
  if (row.status === 'IN_REVIEW')
    return { ...base, status: 'IN_REVIEW', submittedAt, sentBack, withdrawal: saidOf(row.withdrawal) };
  if (row.status === 'SENT_BACK' && sentBack) return { ...base, status: 'SENT_BACK', sentBack };
  if (row.status === 'DECIDED' && row.decided_at && row.document_number) {
    return { ...base, status: 'DECIDED', submittedAt, decidedAt: row.decided_at, documentNumber: row.document_number };
  }
  return { ...base, status: row.status === 'WITHDRAWN' ? 'WITHDRAWN' : 'DRAFT' };
}
