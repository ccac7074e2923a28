import { personOf } from '../../directory/index.ts';
import { conflict, notAllowed } from '../../shared/index.ts';
import { type ApprovalCase, isSettled, isUnderReview, type MarkBasis, type Obligation, type Outcome } from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, markOf, underReview } from '../facts.ts';
import { holds, isDrafter, isWithdrawing, owes, pullUpSlot } from '../policy.ts';
import { type Granted, granted, ground, owedBy } from './grounds.ts';
import { mark, standing } from './proceed.ts';
import { lastOf, refuseUnlessPaperChecked, rejected } from './review.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** The active slot of an absent one. @throws not-allowed, conflict */
function absentSlot(approvalCase: ApprovalCase, slotId: string, facts: Facts) {
  if (isWithdrawing(approvalCase)) throw notAllowed('approvals.withdrawal_waits');
  if (!isUnderReview(approvalCase)) throw notAllowed('approvals.not_in_review');
  if (isDrafter(facts.actor, approvalCase)) throw notAllowed('approvals.own_case');
  const slot = approvalCase.route.find((one) => one.slotId === slotId);
  if (slot?.status !== 'ACTIVE') throw conflict('approvals.no_such_slot');
  return { inReview: approvalCase, slot };
}

/** 緊急時の代決 is named in the history with its order, and for whom it was. */
const emergencyIn = ({ orderNumber, onBehalfOf: { unitName, postTitle } }: Granted) =>
  orderNumber === undefined ? {} : { orderNumber, onBehalfOf: `${unitName} ${postTitle}` };

/** 代決: every condition was asked of the regulations; what they answered stands in the mark. */
export function deputyDecide(approvalCase: ApprovalCase, act: Input<'deputyDecide'>, facts: Facts): Outcome {
  const { inReview, slot } = absentSlot(approvalCase, act.slotId, facts);
  const answer = granted(facts.found.standIn);
  if (holds(facts.actor, slot)) throw conflict('approvals.holder_needs_no_deputy');
  refuseUnlessPaperChecked(inReview, act.paperChecked);
  const basis: MarkBasis = {
    kind: 'DEPUTY',
    onBehalfOf: answer.onBehalfOf,
    instruction: act.instruction ?? null,
    ...ground(answer),
  };
  const postId = answer.actingPostId ?? facts.actor.posts[0]?.postId ?? '';
  const given = markOf(inReview, facts, { ...act, postId, basis });
  const route = mark(inReview.route, [slot], { status: () => 'DEPUTY_DECIDED', mark: given });
  const kind = 'POST_REVIEW_AFTER_DEPUTY';
  const owing = answer.postReview ? [slot, ...answer.postReviewBy] : [];
  const owed = owing.map((post) =>
    owedBy(post, { kind, article: answer.article, dueOn: answer.postReviewDueOn, seq: given.seq }, facts),
  );
  const obligations = [...inReview.obligations, ...owed];
  const next = standing({ ...inReview, sentBack: null, obligations }, route, { facts, mark: given });
  return {
    next,
    history: history('DEPUTY_DECIDED', given.actedBy, {
      slotId: slot.slotId,
      comment: given.comment,
      detail: {
        ...{ onBehalfOfPostId: answer.onBehalfOf.postId, article: answer.article },
        ...emergencyIn(answer),
      },
    }),
  };
}

/** 引上げ承認・引上げ却下: a later post acts now, the reviewers before it look at it afterwards. */
export function pullUp(approvalCase: ApprovalCase, act: Input<'pullUp'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'pullUp');
  const own = lastOf([pullUpSlot(facts.actor, inReview)].filter((slot) => slot !== undefined));
  if (act.outcome === 'APPROVE') refuseUnlessPaperChecked(inReview, act.paperChecked);
  const passed = inReview.route.filter((slot) => slot.stage < own.stage && !isSettled(slot));
  const basis: MarkBasis = { kind: 'PULL_UP', reason: act.reason };
  const given = markOf(inReview, facts, { ...act, postId: own.postId, basis, comment: act.reason });
  const dueOn = facts.found.postReviewDueOn ?? null;
  const owed = passed.map((slot) =>
    owedBy(slot, { kind: 'POST_REVIEW_SKIPPED', article: null, dueOn, seq: given.seq }, facts),
  );
  const after = { ...inReview, sentBack: null, obligations: [...inReview.obligations, ...owed] };
  const over = mark(inReview.route, passed, { status: () => 'SKIPPED_POST_REVIEW', mark: given });
  if (act.outcome === 'REJECT') return rejected(after, { route: over, slot: own, reason: act.reason }, facts);
  const route = mark(over, [own], { status: () => 'APPROVED', mark: given });
  return {
    next: standing(after, route, { facts, mark: given }),
    history: history('PULLED_UP', given.actedBy, { slotId: own.slotId, comment: act.reason }),
  };
}

/** The open 後閲 that this person owes. @throws not-allowed */
function postReview(approvalCase: ApprovalCase, obligationId: string, facts: Facts): Obligation {
  const one = approvalCase.obligations.find((owed) => owed.obligationId === obligationId);
  const open = one?.status === 'OPEN' && one.kind !== 'READING' && owes(facts.actor, one);
  if (!one || !open) throw notAllowed('approvals.no_post_review');
  return one;
}

/** 後閲: 確認. What was decided stands either way. */
export function confirmPostReview(approvalCase: ApprovalCase, act: Input<'confirmPostReview'>, facts: Facts): Outcome {
  const one = postReview(approvalCase, act.obligationId, facts);
  const commented = one.kind === 'POST_REVIEW_SKIPPED' && act.comment;
  return reviewed(
    approvalCase,
    { ...one, status: commented ? 'COMMENTED' : 'CONFIRMED' },
    { facts, comment: act.comment ?? null },
  );
}

/** 後閲: 異議 (指示). Does not undo the decision; the drafter makes a correcting case. */
export function objectPostReview(approvalCase: ApprovalCase, act: Input<'objectPostReview'>, facts: Facts): Outcome {
  const one = postReview(approvalCase, act.obligationId, facts);
  const status = one.kind === 'POST_REVIEW_AFTER_DEPUTY' ? 'OBJECTED' : 'COMMENTED';
  return reviewed(approvalCase, { ...one, status }, { facts, comment: act.reason });
}

function reviewed(
  approvalCase: ApprovalCase,
  one: Obligation,
  said: { facts: Facts; comment: string | null },
): Outcome {
  const by = personOf(said.facts.actor, one.post?.postId);
  const done = { by, at: said.facts.now, comment: said.comment || null };
  const obligations = approvalCase.obligations.map((owed) =>
    owed.obligationId === one.obligationId ? { ...one, done } : owed,
  );
  const word = one.status === 'OBJECTED' ? 'POST_REVIEW_OBJECTED' : 'POST_REVIEW_CONFIRMED';
  return {
    next: { ...approvalCase, obligations },
    history: history(word, by, { comment: done.comment, detail: { obligationId: one.obligationId } }),
  };
}
