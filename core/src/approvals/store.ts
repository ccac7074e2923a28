import { append } from '../ledger/index.ts';
import { emit, type Tx } from '../platform/index.ts';
import { invariant, type Via } from '../shared/index.ts';
import type { ApprovalCase, HistoryDraft, Slot } from './case.ts';
import { entryOf, type HistoryRow } from './witness.ts';

/** The fact that every change of a case tells. */
export const CASE_CHANGED = 'approvals/case-changed';

/** What is saved together: the state, one line of history, its leaf, and the fact that leaves after commit. */
export interface Saved {
  readonly next: ApprovalCase;
  readonly before: ApprovalCase | null;
  readonly history: HistoryDraft;
  readonly via: Via;
  readonly leafId: string;
}

/** One save = one transaction: state, slots, questions, history, leaf and outbox go out together. */
export async function save(tx: Tx, saved: Saved): Promise<void> {
  const row = historyRow(saved);
  const work = [
    saved.before ? updateCase(tx, saved.next) : insertCase(tx, saved.next),
    saveSlots(tx, saved.next, saved.before),
    saveQuestions(tx, saved.next, saved.before),
    insertHistory(tx, row),
    append(tx, [entryOf(row)]),
    emit(tx, [{ topic: CASE_CHANGED, payload: { caseId: saved.next.caseId, version: saved.next.version } }]),
  ];
  await Promise.all(work);
}

function historyRow({ next, history, via, leafId }: Saved): HistoryRow {
  return {
    caseId: next.caseId,
    seq: next.version,
    at: next.updatedAt,
    act: history.act,
    actor: history.actor,
    slotId: history.slotId,
    comment: history.comment,
    revision: next.revision,
    via,
    statusAfter: next.status,
    manifestHash: next.manifestHash,
    detail: history.detail,
    leafId,
  };
}

/** Half-width and full-width, capitals and small letters find each other. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function stateValues(next: ApprovalCase): unknown[] {
  const number = next.status === 'DECIDED' ? next.documentNumber : null;
  const submittedAt = next.status === 'IN_REVIEW' || next.status === 'DECIDED' ? next.submittedAt : null;
  const sentBack = next.status === 'IN_REVIEW' || next.status === 'SENT_BACK' ? next.sentBack : null;
  const withdrawal = next.status === 'IN_REVIEW' ? next.withdrawal : null;
  return [
    next.version,
    next.status,
    next.revision,
    next.title,
    next.proposalText,
    JSON.stringify(next.classification),
    next.retentionYears,
    JSON.stringify(next.document),
    next.manifestHash,
    next.basis && JSON.stringify(next.basis),
    submittedAt,
    sentBack && JSON.stringify(sentBack),
    withdrawal && JSON.stringify(withdrawal),
    next.status === 'DECIDED' ? next.decidedAt : null,
    number && JSON.stringify(number),
    foldForSearch(`${next.title} ${number?.label ?? ''}`),
    next.updatedAt,
  ];
}

async function insertCase(tx: Tx, next: ApprovalCase): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_case (municipality_id, case_id, version, status, revision, title, proposal_text,
       classification, retention_years, document, manifest_hash, basis, submitted_at, sent_back, withdrawal, decided_at,
       document_number, search_text, updated_at, drafter_staff_id, drafter, drafter_post_id, unit_id, unit_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      tx.municipalityId,
      next.caseId,
      ...stateValues(next),
      next.drafter.staffId,
      JSON.stringify(next.drafter),
      next.drafterPostId,
      next.unitId,
      next.unitName,
      next.createdAt,
    ],
  );
}

async function updateCase(tx: Tx, next: ApprovalCase): Promise<void> {
  const updated = await tx.query(
    `update kaigi.approvals_case set version = $3, status = $4, revision = $5, title = $6, proposal_text = $7,
       classification = $8, retention_years = $9, document = $10, manifest_hash = $11, basis = $12, submitted_at = $13,
       sent_back = $14, withdrawal = $15, decided_at = $16, document_number = $17, search_text = $18, updated_at = $19
     where municipality_id = $1 and case_id = $2 and version = $3::int - 1 returning version`,
    [tx.municipalityId, next.caseId, ...stateValues(next)],
  );
  invariant(updated.length === 1, 'a case is saved on top of the version it was decided on');
}

function slotValues(slot: Slot) {
  const acted = slot.status === 'APPROVED' ? slot : null;
  return {
    slot_id: slot.slotId,
    stage: slot.stage,
    duty: slot.duty,
    status: slot.status,
    post_id: slot.postId,
    post_title: slot.postTitle,
    unit_name: slot.unitName,
    active_since: slot.status === 'ACTIVE' ? slot.activeSince : null,
    acted_by: acted?.actedBy ?? null,
    acted_at: acted?.actedAt ?? null,
    comment: acted?.comment ?? null,
    manifest_hash: acted?.manifestHash ?? null,
  };
}

type SlotValues = ReturnType<typeof slotValues>;

const SLOTS = `jsonb_to_recordset($3) as v(slot_id uuid, stage int, duty text, status text, post_id uuid, post_title text,
  unit_name text, active_since timestamptz, acted_by jsonb, acted_at timestamptz, comment text, manifest_hash text)`;
const INSERT_SLOTS = `insert into kaigi.approvals_slot (municipality_id, case_id, slot_id, stage, duty, status, post_id,
    post_title, unit_name, active_since, acted_by, acted_at, comment, manifest_hash)
  select $1, $2, v.slot_id, v.stage, v.duty, v.status, v.post_id, v.post_title, v.unit_name, v.active_since, v.acted_by,
    v.acted_at, v.comment, v.manifest_hash
  from ${SLOTS}`;
const UPDATE_SLOTS = `update kaigi.approvals_slot s set status = v.status, active_since = v.active_since,
    acted_by = v.acted_by, acted_at = v.acted_at, comment = v.comment, manifest_hash = v.manifest_hash
  from ${SLOTS} where s.municipality_id = $1 and s.case_id = $2 and s.slot_id = v.slot_id`;

async function saveSlots(tx: Tx, next: ApprovalCase, before: ApprovalCase | null): Promise<void> {
  const kept = new Set(next.route.map((slot) => slot.slotId));
  const gone = (before?.route ?? []).filter((slot) => !kept.has(slot.slotId)).map((slot) => slot.slotId);
  const deleting =
    gone.length === 0
      ? null
      : tx.query(
          'delete from kaigi.approvals_slot where municipality_id = $1 and case_id = $2 and slot_id = any($3::uuid[])',
          [tx.municipalityId, next.caseId, gone],
        );
  const known = new Set(before?.route.map((slot) => slot.slotId));
  const changed = next.route.filter((slot) => !before?.route.includes(slot)).map(slotValues);
  const write = (text: string, slots: readonly SlotValues[]) =>
    slots.length === 0 ? null : tx.query(text, [tx.municipalityId, next.caseId, JSON.stringify(slots)]);
  const updating = write(
    UPDATE_SLOTS,
    changed.filter((slot) => known.has(slot.slot_id)),
  );
  const inserting = write(
    INSERT_SLOTS,
    changed.filter((slot) => !known.has(slot.slot_id)),
  );
  await Promise.all([deleting, updating, inserting]);
}

async function saveQuestions(tx: Tx, next: ApprovalCase, before: ApprovalCase | null): Promise<void> {
  const changed = next.questions.filter((question) => !before?.questions.includes(question));
  if (changed.length === 0) return;
  await tx.query(
    `insert into kaigi.approvals_question (municipality_id, case_id, question_id, asked_by, asked_at, text, answer)
     select $1, $2, q."questionId", q."askedBy", q."askedAt", q.text, q.answer
     from jsonb_to_recordset($3) as q("questionId" uuid, "askedBy" jsonb, "askedAt" timestamptz, text text, answer jsonb)
     on conflict (municipality_id, case_id, question_id) do update set answer = excluded.answer`,
    [tx.municipalityId, next.caseId, JSON.stringify(changed)],
  );
}

async function insertHistory(tx: Tx, row: HistoryRow): Promise<void> {
  await tx.query(
    `insert into kaigi.approvals_history (municipality_id, case_id, seq, at, act, actor, actor_staff_id, slot_id, comment,
       revision, via, status_after, manifest_hash, detail, leaf_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.municipalityId,
      row.caseId,
      row.seq,
      row.at,
      row.act,
      JSON.stringify(row.actor),
      row.actor.staffId,
      row.slotId,
      row.comment,
      row.revision,
      row.via,
      row.statusAfter,
      row.manifestHash,
      JSON.stringify(row.detail),
      row.leafId,
    ],
  );
}
