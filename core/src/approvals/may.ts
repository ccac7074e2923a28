import { type Actor, hasRole, personOf } from '../directory/index.ts';
import { agree } from './acts/proceed.ts';
import { type ApprovalCase, activeSlots, isDecided, isUnderReview, type Mark, type Obligation } from './case.ts';
import type { May, StandInOffer, Task } from './contract.ts';
import type { Viewer } from './list-queries.ts';
import { permissions } from './permissions.ts';
import { actsOn, isDrafter, isHolder, isWithdrawing, owes, pullUpSlot, receives, receivesFor } from './policy.ts';

/** What would come of this person's approval or consent now: how many marks, and whether it is the decision. */
function foreseen(actor: Actor, approvalCase: ApprovalCase): { marks: number; decides: boolean } {
  const first = actsOn(actor, approvalCase);
  const last = first.at(-1);
  if (!isUnderReview(approvalCase) || !last) return { marks: 0, decides: false };
  const now = approvalCase.updatedAt;
  const mark: Mark = {
    seq: approvalCase.version + 1,
    actedBy: personOf(actor, last.postId),
    postId: last.postId,
    basis: { kind: 'OWN' },
    actedAt: now,
    comment: null,
    manifestHash: approvalCase.manifestHash,
    via: 'api',
  };
  const after = agree(approvalCase, { first, mark, facts: { actor, now, newId: () => '' } });
  const own = after.route.filter(
    (slot) => 'mark' in slot && slot.mark.seq === mark.seq && slot.mark.basis.kind === 'OWN',
  );
  return { marks: own.length, decides: isDecided(after) };
}

/** Slots that this person may take in or assign for the section. */
const receivable = (actor: Actor, approvalCase: ApprovalCase): string[] =>
  isWithdrawing(approvalCase) || !isUnderReview(approvalCase)
    ? []
    : activeSlots(approvalCase).flatMap((slot) => (receives(actor, slot) ? [slot.slotId] : []));

/** What this person may do with this case now; who may stand in for others was asked of the regulations. */
export function mayDo(actor: Actor, approvalCase: ApprovalCase, standIn: readonly StandInOffer[] = []): May {
  const may = (permission: keyof typeof permissions) => permissions[permission](actor, approvalCase);
  const { marks, decides } = foreseen(actor, approvalCase);
  const open = isUnderReview(approvalCase);
  const approve = may('approve');
  return {
    edit: may('edit'),
    submit: may('submit'),
    discard: may('discard'),
    approve,
    decides: decides && (approve || may('object')),
    marks,
    checkPaper: approvalCase.details.paperAttachments.length > 0,
    consent: may('consent'),
    object: may('object'),
    sendBack: may('sendBack'),
    reject: may('reject'),
    ask: may('ask'),
    extendRoute: may('extendRoute'),
    answer:
      isDrafter(actor, approvalCase) && open
        ? approvalCase.questions.flatMap((question) => (question.answer === null ? [question.questionId] : []))
        : [],
    pullBack: may('pullBack'),
    requestWithdrawal: may('requestWithdrawal'),
    settleWithdrawal: may('settleWithdrawal'),
    settleDispute: may('settleDispute'),
    abandon: may('abandon'),
    attach: may('attach'),
    receive: receivable(actor, approvalCase),
    standIn: isWithdrawing(approvalCase) ? [] : [...standIn],
    pullUp: may('pullUp'),
    pullUpDecides: pullUpSlot(actor, approvalCase)?.duty === 'DECISION',
    markRead: may('markRead'),
    circulate: may('circulate'),
    setEffectiveDate: may('setEffectiveDate'),
    issue: may('issue'),
    complete: may('complete'),
    remind: may('remind'),
    reassign: may('reassign'),
    cite: may('cite'),
    correct: may('correct'),
    bulkApprove: may('bulkApprove'),
  };
}

const open = (kind: (one: Obligation) => boolean) => (actor: Actor, approvalCase: ApprovalCase) =>
  approvalCase.obligations.find((one) => one.status === 'OPEN' && kind(one) && owes(actor, one));

const owesPostReview = open((one) => one.kind !== 'READING');
const owesReading = open((one) => one.kind === 'READING');

interface OnDesk {
  readonly task: Task | null;
  readonly dueOn: string | null;
}

/** Why the case lies on this person's desk, the most pressing first. */
export function taskOf(actor: Actor, approvalCase: ApprovalCase): OnDesk {
  const task = ownTask(actor, approvalCase);
  if (task) return { task, dueOn: null };
  const owed = owesPostReview(actor, approvalCase);
  if (owed) return { task: 'POST_REVIEW', dueOn: owed.dueOn };
  const reading = owesReading(actor, approvalCase);
  return reading ? { task: 'READ', dueOn: reading.dueOn } : { task: null, dueOn: null };
}

function ownTask(actor: Actor, approvalCase: ApprovalCase): Task | null {
  if (isWithdrawing(approvalCase))
    return isHolder(actor, approvalCase) ? 'SETTLE_WITHDRAWAL' : drafterTask(actor, approvalCase);
  const held = actsOn(actor, approvalCase);
  if (held.length > 0) return held.some((slot) => slot.duty !== 'CONSULT') ? 'ACT' : 'CONSULT';
  const toReceive = activeSlots(approvalCase).some((slot) => !slot.assignee && receives(actor, slot));
  if (toReceive && isUnderReview(approvalCase) && !isDrafter(actor, approvalCase)) return 'RECEIVE';
  return drafterTask(actor, approvalCase);
}

function drafterTask(actor: Actor, approvalCase: ApprovalCase): Task | null {
  if (!isDrafter(actor, approvalCase)) return null;
  if (approvalCase.status === 'SENT_BACK') return 'CORRECT';
  if (!isUnderReview(approvalCase)) return null;
  if (approvalCase.status === 'IN_DISPUTE' && approvalCase.withdrawal === null) return 'SETTLE_DISPUTE';
  return approvalCase.questions.some((question) => question.answer === null) ? 'ANSWER' : null;
}

export const seesAll = (actor: Actor): boolean => hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER');

/** Who asks for a list, as the database finds what is theirs. */
export const viewerOf = (actor: Actor): Viewer => ({
  staffId: actor.staffId,
  postIds: actor.posts.map(({ postId }) => postId),
  unitIds: receivesFor(actor),
  sectionIds: [...new Set(actor.posts.map(({ sectionId }) => sectionId))],
  seesAll: seesAll(actor),
});
