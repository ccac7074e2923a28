import { randomBytes } from 'node:crypto';
import { appending } from '../ledger/index.ts';
import { type Condition, emitting, type Statement, type Tx, together } from '../platform/index.ts';
import { CASE_SETTLED } from '../records/index.ts';
import type { Via } from '../shared/index.ts';
import { type ApprovalCase, type HistoryDraft, isDecided, isUnderReview } from './case.ts';
import { type DeskEntry, deskOf, partsOf } from './desk.ts';
import { INSTRUCTION_CHANGED } from './instructions/store.ts';
import { openSection } from './policy.ts';
import { changeOf } from './replay.ts';
import { contentOf, sameContent, stateOf } from './rows.ts';
import { entryOf, type HistoryRow, sealed } from './witness.ts';

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

/** One save = one statement: state, desks, history, leaf and outbox go out together. @throws Untouched */
export function save(tx: Tx, saved: Saved, provided: Condition | null = null): Promise<void> {
  const { next, before } = saved;
  const row = historyRow(saved);
  const fact = { topic: CASE_CHANGED, payload: { caseId: next.caseId, version: next.version } };
  const statements = [
    before ? updating(tx, next, before) : inserting(tx, next),
    ...desks(tx, next, before),
    ...parts(tx, next, before),
    insertingHistory(tx, row),
    appending(tx, entryOf(row)),
    emitting(tx, fact),
    ...returned(tx, next, before),
    ...settledNow(tx, next, before),
  ];
  return together(tx, statements, provided);
}

/** Both sides of a 作成指示 see how often its case was sent back. */
function returned(tx: Tx, { links, returns }: ApprovalCase, before: ApprovalCase | null): Statement[] {
  const { instructionId } = links;
  if (instructionId === undefined || !before || before.returns === returns) return [];
  return [emitting(tx, { topic: INSTRUCTION_CHANGED, payload: { instructionId, seq: 0 } })];
}

/** The document's period is counted from 施行 and 完結: the records store follows each of them, and each correction. */
function settledNow(tx: Tx, next: ApprovalCase, before: ApprovalCase | null): Statement[] {
  if (next.disposed) return [];
  if (!isDecided(next) || (before && isDecided(before) && before.status === next.status && before.status !== 'ISSUED'))
    return [];
  const { caseId, document } = next;
  return [emitting(tx, { topic: CASE_SETTLED, payload: { caseId, recordId: document.recordId } })];
}

function historyRow({ next, before, history, via, leafId }: Saved): HistoryRow {
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
    change: sealed(changeOf(before, next), { salt: randomBytes(16).toString('hex'), comment: history.comment }),
    changeSha256: null,
    leafId,
  };
}

/** Half-width and full-width, capitals and small letters find each other. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function searchText(approvalCase: ApprovalCase): string {
  const number = isDecided(approvalCase) ? (approvalCase.documentNumber?.label ?? '') : '';
  return foldForSearch(`${approvalCase.title} ${number}`);
}

const inserting = (tx: Tx, next: ApprovalCase): Statement => ({
  text: `insert into kaigi.approvals_case (municipality_id, case_id, version, status, drafter_staff_id, search_text, content, state)
    values ($1::uuid, $2::uuid, $3::int, $4::text, $5::uuid, $6::text, $7::json, $8::json)`,
  values: [
    tx.municipalityId,
    next.caseId,
    next.version,
    next.status,
    next.drafter.staffId,
    searchText(next),
    JSON.stringify(contentOf(next)),
    JSON.stringify(stateOf(next)),
  ],
});

const UPDATE = 'update kaigi.approvals_case set version = $3::int, status = $4::text, state = $5::json';
const THIS_CASE = 'where municipality_id = $1::uuid and case_id = $2::uuid and version = $3::int - 1';

/** On top of the version it was decided on, or not at all. */
function updating(tx: Tx, next: ApprovalCase, before: ApprovalCase): Statement {
  const state = [tx.municipalityId, next.caseId, next.version, next.status, JSON.stringify(stateOf(next))];
  if (sameContent(before, next) && !isDecided(next)) {
    return { text: `${UPDATE} ${THIS_CASE}`, values: state, touches: 1 };
  }
  return {
    text: `${UPDATE}, search_text = $6::text, content = $7::json, section_id = $8::uuid ${THIS_CASE}`,
    values: [...state, searchText(next), JSON.stringify(contentOf(next)), openSection(next)],
    touches: 1,
  };
}

const sameKey = (a: DeskEntry, b: DeskEntry) => a.aboutId === b.aboutId && a.task === b.task;

const sameEntry = (a: DeskEntry, b: DeskEntry) =>
  a.since.getTime() === b.since.getTime() && a.postId === b.postId && a.staffId === b.staffId && a.unitId === b.unitId;

const REMOVE = `delete from kaigi.approvals_desk where municipality_id = $1::uuid and case_id = $2::uuid
  and about_id = $3::uuid and task = $4::text`;
// To another desk under the same key: 振替, or 合議受付 that names who answers.
const MOVE = `update kaigi.approvals_desk set post_id = $5::uuid, staff_id = $6::uuid, unit_id = $7::uuid, since = $8::timestamptz
  where municipality_id = $1::uuid and case_id = $2::uuid and about_id = $3::uuid and task = $4::text`;
const PUT = `insert into kaigi.approvals_desk (municipality_id, case_id, about_id, task, post_id, staff_id, unit_id, since)
  values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::timestamptz)`;

function desks(tx: Tx, next: ApprovalCase, before: ApprovalCase | null): Statement[] {
  const [was, is] = [before ? deskOf(before) : [], deskOf(next)];
  const gone = was.filter((old) => !is.some((entry) => sameKey(entry, old)));
  const come = is.filter((entry) => !was.some((old) => sameKey(entry, old)));
  const moved = is.filter((entry) => was.some((old) => sameKey(entry, old) && !sameEntry(entry, old)));
  const { caseId } = next;
  return [
    ...gone.map(({ aboutId, task }) => ({ text: REMOVE, values: [tx.municipalityId, caseId, aboutId, task] })),
    ...moved.map((entry) => ({ text: MOVE, values: deskValues(tx, caseId, entry) })),
    ...come.map((entry) => ({ text: PUT, values: deskValues(tx, caseId, entry) })),
  ];
}

const deskValues = (tx: Tx, caseId: string, { aboutId, task, postId, staffId, unitId, since }: DeskEntry) => [
  tx.municipalityId,
  caseId,
  aboutId,
  task,
  postId,
  staffId,
  unitId,
  since,
];

function parts(tx: Tx, next: ApprovalCase, before: ApprovalCase | null): Statement[] {
  // Acts keep the posts of the route; what changes them makes another route or obliges somebody.
  if (before && isUnderReview(before) && samePosts(before, next)) return [];
  const [was, is] = [before ? partsOf(before) : [], partsOf(next)];
  const named = (list: typeof is) => new Set(list.map(({ postId, consulted }) => `${postId} ${consulted}`));
  const [old, now] = [named(was), named(is)];
  const gone = was.filter(({ postId, consulted }) => !now.has(`${postId} ${consulted}`));
  const come = is.filter(({ postId, consulted }) => !old.has(`${postId} ${consulted}`));
  // One statement sees its rows as they were: what stays under its key is changed, not taken out and put in.
  const kept = new Set(is.map(({ postId }) => postId));
  const about = [tx.municipalityId, next.caseId];
  const left = gone.filter(({ postId }) => !kept.has(postId)).map(({ postId }) => postId);
  const deleting = {
    text: `delete from kaigi.approvals_part where municipality_id = $1::uuid and case_id = $2::uuid
      and post_id = any($3::uuid[])`,
    values: [...about, left],
  };
  const adding = {
    text: `insert into kaigi.approvals_part (municipality_id, case_id, post_id, consulted)
      select $1::uuid, $2::uuid, p.post_id, p.consulted from unnest($3::uuid[], $4::boolean[]) as p(post_id, consulted)
      on conflict (municipality_id, post_id, case_id) do update set consulted = excluded.consulted`,
    values: [...about, come.map(({ postId }) => postId), come.map(({ consulted }) => consulted)],
  };
  return [...(left.length > 0 ? [deleting] : []), ...(come.length > 0 ? [adding] : [])];
}

const samePosts = (a: ApprovalCase, b: ApprovalCase): boolean =>
  a.obligations === b.obligations &&
  a.route.length === b.route.length &&
  a.route.every(({ postId, section }, at) => b.route[at]?.postId === postId && b.route[at]?.section === section);

const insertingHistory = (tx: Tx, row: HistoryRow): Statement => ({
  text: `insert into kaigi.approvals_history (municipality_id, case_id, seq, at, act, actor, actor_staff_id, slot_id, comment,
      revision, via, status_after, manifest_hash, detail, change, leaf_id)
    values ($1::uuid, $2::uuid, $3::int, $4::timestamptz, $5::text, $6::jsonb, $7::uuid, $8::uuid, $9::text, $10::int, $11::text,
      $12::text, $13::text, $14::jsonb, $15::json, $16::uuid)`,
  values: [
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
    row.change,
    row.leafId,
  ],
});
