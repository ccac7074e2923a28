import { type Actor, hasRole } from '../directory/index.ts';
import { awaitsOf, mayBeIssued } from './afterwards.ts';
import { type ApprovalCase, activeSlots, isDecided, isUnderReview } from './case.ts';
import {
  actsOn,
  finishesAs,
  isBeingDrafted,
  isConsulted,
  isDrafter,
  isHolder,
  isWithdrawing,
  nobodyActedSinceSubmission,
  openObjections,
  owes,
  ownLastMarks,
  pullUpSlot,
} from './policy.ts';

type Ask = (actor: Actor, approvalCase: ApprovalCase) => boolean;

const drafting: Ask = (actor, one) => isDrafter(actor, one) && isBeingDrafted(one);
const finishing: Ask = (actor, one) => isDecided(one) && one.status !== 'COMPLETED' && finishesAs(actor, one) !== null;
const steering: Ask = (actor, one) => isDrafter(actor, one) && isUnderReview(one) && !isWithdrawing(one);
const acting: Ask = (actor, one) => actsOn(actor, one).length > 0;
const reviewing: Ask = (actor, one) => actsOn(actor, one).some((slot) => !isConsulted(slot));
/** Upwards only: another step before the decision, or a higher decider. Whoever only gives an opinion names nobody. */
const extending: Ask = (actor, one) => steering(actor, one) || reviewing(actor, one);

/** Each thing that a person may do with a case, by itself: an act asks only for its own. */
export const permissions = {
  edit: drafting,
  submit: drafting,
  discard: drafting,
  approve: reviewing,
  consent: (actor, one) => actsOn(actor, one).some(isConsulted) || mayAgreeAfterAll(actor, one),
  object: (actor, one) => actsOn(actor, one).some(isConsulted),
  sendBack: acting,
  reject: (actor, one) => actsOn(actor, one).some((slot) => !isConsulted(slot) && slot.duty !== 'EXAMINE'),
  ask: isHolder,
  extendRoute: extending,
  pullBack: (actor, one) =>
    isUnderReview(one) &&
    !isWithdrawing(one) &&
    ((isDrafter(actor, one) && nobodyActedSinceSubmission(one)) || ownLastMarks(actor, one).length > 0),
  requestWithdrawal: (actor, one) => steering(actor, one) && !nobodyActedSinceSubmission(one),
  settleWithdrawal: (actor, one) =>
    isWithdrawing(one) && !isDrafter(actor, one) && (isHolder(actor, one) || hasRole(actor, 'CHIEF_RECORDS_MANAGER')),
  settleDispute: (actor, one) => steering(actor, one) && one.status === 'IN_DISPUTE',
  abandon: (actor, one) => isDrafter(actor, one) && (one.status === 'SENT_BACK' || steering(actor, one)),
  attach: (actor, one) => drafting(actor, one) || steering(actor, one),
  pullUp: (actor, one) => pullUpSlot(actor, one) !== undefined,
  markRead: (actor, one) =>
    one.obligations.some((owed) => owed.kind === 'READING' && owed.status === 'OPEN' && owes(actor, owed)),
  circulate: (actor, one) =>
    one.status !== 'DRAFT' && one.status !== 'WITHDRAWN' && (isDrafter(actor, one) || tookPart(actor, one)),
  setEffectiveDate: (actor, one) => isDrafter(actor, one) && isDecided(one) && one.status !== 'COMPLETED',
  issue: (actor, one) => finishing(actor, one) && mayBeIssued(one),
  complete: (actor, one) => finishing(actor, one) && awaitsOf(one) === 'COMPLETION',
  remind: (actor, one) =>
    isUnderReview(one) &&
    activeSlots(one).length > 0 &&
    !isHolder(actor, one) &&
    (isDrafter(actor, one) || later(actor, one)),
  reassign: (actor, one) => hasRole(actor, 'ADMIN') && activeSlots(one).length > 0 && !isDrafter(actor, one),
  cite: (actor, one) => one.status !== 'DRAFT' || isDrafter(actor, one),
  correct: (actor, one) => isDrafter(actor, one) && one.obligations.some((owed) => owed.status === 'OBJECTED'),
  bulkApprove: (actor, one) => one.minor && one.details.paperAttachments.length === 0 && reviewing(actor, one),
} as const satisfies Readonly<Record<string, Ask>>;

export type Permission = keyof typeof permissions;

/** Whoever objected may agree while 協議 lasts, and so end it. */
function mayAgreeAfterAll(actor: Actor, approvalCase: ApprovalCase): boolean {
  if (!isUnderReview(approvalCase) || approvalCase.status !== 'IN_DISPUTE' || isWithdrawing(approvalCase)) return false;
  return openObjections(approvalCase).some((slot) => slot.mark.actedBy.staffId === actor.staffId);
}

const tookPart: Ask = (actor, one) =>
  one.route.some(
    (slot) =>
      ('mark' in slot && slot.mark.actedBy.staffId === actor.staffId) ||
      actor.posts.some((p) => p.postId === slot.postId),
  );

const later: Ask = (actor, one) =>
  one.route.some((slot) => slot.status === 'WAITING' && actor.posts.some((post) => post.postId === slot.postId));
