import { type Actor, hasRole } from '../directory/index.ts';
import { type ApprovalCase, activeSlot, type Slot } from './case.ts';
import type { May, Task } from './contract.ts';

const holds = (actor: Actor, slot: Slot): boolean => actor.posts.some((post) => post.postId === slot.postId);

const isDrafter = (actor: Actor, approvalCase: ApprovalCase): boolean => approvalCase.drafter.staffId === actor.staffId;

/** The drafter's papers: a person who left the section keeps what they drafted, in their own name. */
function isBeingDrafted(approvalCase: ApprovalCase): boolean {
  return approvalCase.status === 'DRAFT' || approvalCase.status === 'SENT_BACK';
}

/** 起案者 do not approve their own case, also not in a post taken over later (features.md A-37). */
export function isHolder(actor: Actor, approvalCase: ApprovalCase): boolean {
  const slot = activeSlot(approvalCase);
  return slot !== undefined && holds(actor, slot) && !isDrafter(actor, approvalCase);
}

/** Drafter, route, whoever acted, and the roles that watch over records may see a case; nobody else. */
export function maySee(actor: Actor, approvalCase: ApprovalCase): boolean {
  if (isDrafter(actor, approvalCase)) return true;
  if (hasRole(actor, 'AUDITOR') || hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return true;
  if (approvalCase.status === 'DRAFT' && approvalCase.route.length === 0) return false;
  const inRoute = approvalCase.route.some(
    (slot) => holds(actor, slot) || (slot.status === 'APPROVED' && slot.actedBy.staffId === actor.staffId),
  );
  return inRoute || approvalCase.questions.some((question) => question.askedBy.staffId === actor.staffId);
}

/** The last mark, if this person gave it and the next slot has not acted: it may be taken back (引戻し). */
export function ownLastMark(actor: Actor, approvalCase: ApprovalCase): Slot | undefined {
  if (approvalCase.status !== 'IN_REVIEW') return undefined;
  const at = approvalCase.route.findIndex((slot) => slot.status === 'ACTIVE');
  const previous = approvalCase.route[at - 1];
  const given = previous?.status === 'APPROVED' && previous.actedAt >= approvalCase.submittedAt;
  return given && previous.actedBy.staffId === actor.staffId ? previous : undefined;
}

/** True while nobody has given a mark since the drafter submitted. */
export function nobodyActedSinceSubmission(approvalCase: ApprovalCase): boolean {
  return (
    approvalCase.status === 'IN_REVIEW' &&
    approvalCase.sentBack === null &&
    approvalCase.route.every((slot) => slot.status !== 'APPROVED' || slot.actedAt < approvalCase.submittedAt)
  );
}

/** What this person may do with this case now. */
export function mayDo(actor: Actor, approvalCase: ApprovalCase): May {
  const drafter = isDrafter(actor, approvalCase);
  const holder = isHolder(actor, approvalCase);
  const inReview = approvalCase.status === 'IN_REVIEW';
  const withdrawing = inReview && approvalCase.withdrawal !== null;
  const drafting = drafter && isBeingDrafted(approvalCase);
  const acts = holder && !withdrawing;
  return {
    edit: drafting,
    submit: drafting,
    discard: drafting,
    approve: acts,
    decides: acts && activeSlot(approvalCase)?.duty === 'DECISION',
    sendBack: acts,
    ask: holder,
    answer: drafter && inReview ? approvalCase.questions.filter((q) => q.answer === null).map((q) => q.questionId) : [],
    pullBack:
      inReview &&
      !withdrawing &&
      ((drafter && nobodyActedSinceSubmission(approvalCase)) || ownLastMark(actor, approvalCase) !== undefined),
    requestWithdrawal: drafter && inReview && !withdrawing && !nobodyActedSinceSubmission(approvalCase),
    settleWithdrawal: withdrawing && !drafter && (holder || hasRole(actor, 'CHIEF_RECORDS_MANAGER')),
  };
}

/** Why the case lies on this person's desk. */
export function taskOf(actor: Actor, approvalCase: ApprovalCase): Task | null {
  const may = mayDo(actor, approvalCase);
  if (may.settleWithdrawal && isHolder(actor, approvalCase)) return 'SETTLE_WITHDRAWAL';
  if (may.approve) return 'ACT';
  if (may.answer.length > 0) return 'ANSWER';
  if (approvalCase.status === 'SENT_BACK' && isDrafter(actor, approvalCase)) return 'CORRECT';
  return null;
}
