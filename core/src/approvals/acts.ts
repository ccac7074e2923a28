import { type Person, personOf } from '../directory/index.ts';
import { assertNever, conflict, invariant, notAllowed } from '../shared/index.ts';
import { type ActiveSlot, type ApprovalCase, activeSlot, baseOf, type Mark, type Outcome, type Said } from './case.ts';
import type { ActInput } from './contract.ts';
import { type Facts, history, refuseUnless } from './facts.ts';
import { mayDo, nobodyActedSinceSubmission, ownLastMark } from './policy.ts';
import { advance, blank, rest, rewind } from './route.ts';

/** Applies one act to a case. @throws not-allowed, conflict */
export function decideAct(approvalCase: ApprovalCase, act: ActInput, facts: Facts): Outcome {
  switch (act.act) {
    case 'approve':
      return approve(approvalCase, act.comment ?? null, facts);
    case 'sendBack':
      return sendBack(approvalCase, { reason: act.reason, toSlotId: act.toSlotId ?? null }, facts);
    case 'ask':
      return ask(approvalCase, act.text, facts);
    case 'answer':
      return answer(approvalCase, act, facts);
    case 'pullBack':
      return pullBack(approvalCase, facts);
    case 'requestWithdrawal':
      return requestWithdrawal(approvalCase, act.reason, facts);
    case 'confirmWithdrawal':
      return confirmWithdrawal(approvalCase, facts);
    case 'declineWithdrawal':
      return declineWithdrawal(approvalCase, act.reason, facts);
    case 'discard':
      return discard(approvalCase, facts);
    default:
      return assertNever(act);
  }
}

/** The case in review with its active slot, for the person who holds it. */
function held(approvalCase: ApprovalCase, facts: Facts, permission: 'approve' | 'sendBack' | 'ask') {
  refuseUnless(facts, approvalCase, permission);
  const slot = activeSlot(approvalCase);
  invariant(approvalCase.status === 'IN_REVIEW' && slot, 'policy allowed an act without an active slot');
  return { inReview: approvalCase, slot, holder: personOf(facts.actor, slot.postId) };
}

function approve(approvalCase: ApprovalCase, comment: string | null, facts: Facts): Outcome {
  const { inReview, slot, holder } = held(approvalCase, facts, 'approve');
  const mark: Mark = { actedBy: holder, actedAt: facts.now, comment, manifestHash: inReview.manifestHash };
  const { activeSince: _, ...rest } = slot;
  const route = advance(inReview.route, { ...rest, status: 'APPROVED', ...mark }, facts.now);
  if (slot.duty === 'REVIEW') {
    return {
      next: { ...inReview, route, sentBack: null },
      history: history('APPROVED', holder, { slotId: slot.slotId, comment }),
    };
  }
  return decide(inReview, route, { slot, holder, comment }, facts);
}

function decide(
  inReview: Extract<ApprovalCase, { status: 'IN_REVIEW' }>,
  route: ApprovalCase['route'],
  { slot, holder, comment }: { slot: ActiveSlot; holder: Person; comment: string | null },
  facts: Facts,
): Outcome {
  const documentNumber = facts.takeNumber();
  return {
    next: {
      ...baseOf(inReview),
      route,
      status: 'DECIDED',
      submittedAt: inReview.submittedAt,
      decidedAt: facts.now,
      documentNumber,
    },
    history: history('DECIDED', holder, {
      slotId: slot.slotId,
      comment,
      detail: { documentNumber: documentNumber.label },
    }),
  };
}

function sendBack(approvalCase: ApprovalCase, to: { reason: string; toSlotId: string | null }, facts: Facts): Outcome {
  const { inReview, slot, holder } = held(approvalCase, facts, 'sendBack');
  const sentBack: Said = { by: holder, at: facts.now, reason: to.reason };
  const entry = history('SENT_BACK', holder, {
    slotId: slot.slotId,
    comment: to.reason,
    detail: { toSlotId: to.toSlotId },
  });
  if (to.toSlotId === null) {
    return {
      next: { ...baseOf(inReview), status: 'SENT_BACK', route: rest(inReview.route), sentBack },
      history: entry,
    };
  }
  const target = inReview.route.find((candidate) => candidate.slotId === to.toSlotId);
  if (target?.status !== 'APPROVED') throw conflict('approvals.no_such_slot');
  return { next: { ...inReview, route: rewind(inReview.route, target.slotId, facts.now), sentBack }, history: entry };
}

function ask(approvalCase: ApprovalCase, text: string, facts: Facts): Outcome {
  const { inReview, slot, holder } = held(approvalCase, facts, 'ask');
  const question = { questionId: facts.newId, askedBy: holder, askedAt: facts.now, text, answer: null };
  return {
    next: { ...inReview, questions: [...inReview.questions, question] },
    history: history('ASKED', holder, {
      slotId: slot.slotId,
      comment: text,
      detail: { questionId: question.questionId },
    }),
  };
}

function answer(approvalCase: ApprovalCase, given: { questionId: string; text: string }, facts: Facts): Outcome {
  if (!mayDo(facts.actor, approvalCase).answer.includes(given.questionId)) throw notAllowed('approvals.cannot_answer');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  const questions = approvalCase.questions.map((question) =>
    question.questionId === given.questionId
      ? { ...question, answer: { by, at: facts.now, text: given.text } }
      : question,
  );
  return {
    next: { ...approvalCase, questions },
    history: history('ANSWERED', by, { comment: given.text, detail: { questionId: given.questionId } }),
  };
}

function pullBack(approvalCase: ApprovalCase, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'pullBack');
  invariant(approvalCase.status === 'IN_REVIEW', 'only a case in review is pulled back');
  const mark = ownLastMark(facts.actor, approvalCase);
  if (mark) {
    const actor = personOf(facts.actor, mark.postId);
    const route = rewind(approvalCase.route, mark.slotId, facts.now);
    return { next: { ...approvalCase, route }, history: history('PULLED_BACK', actor, { slotId: mark.slotId }) };
  }
  invariant(nobodyActedSinceSubmission(approvalCase), 'the drafter pulls back only what nobody has touched');
  const drafter = personOf(facts.actor, approvalCase.drafterPostId);
  return {
    next: { ...baseOf(approvalCase), status: 'DRAFT', route: rest(approvalCase.route) },
    history: history('PULLED_BACK', drafter),
  };
}

function requestWithdrawal(approvalCase: ApprovalCase, reason: string, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'requestWithdrawal');
  invariant(approvalCase.status === 'IN_REVIEW', 'only a case in review is withdrawn');
  const drafter = personOf(facts.actor, approvalCase.drafterPostId);
  return {
    next: { ...approvalCase, withdrawal: { by: drafter, at: facts.now, reason } },
    history: history('WITHDRAWAL_REQUESTED', drafter, { comment: reason }),
  };
}

/** The person who settles a 取下申出, in the post that lets them. */
function settler(approvalCase: ApprovalCase, facts: Facts) {
  refuseUnless(facts, approvalCase, 'settleWithdrawal');
  invariant(approvalCase.status === 'IN_REVIEW', 'only a case in review is withdrawn');
  return { inReview: approvalCase, by: personOf(facts.actor, activeSlot(approvalCase)?.postId) };
}

/**
 * The case is a draft again; its marks are void, its history stays (features.md A-18). The posts stay in the route,
 * so that whoever has a card of it sees what became of it.
 */
function confirmWithdrawal(approvalCase: ApprovalCase, facts: Facts): Outcome {
  const { inReview, by } = settler(approvalCase, facts);
  const next: ApprovalCase = {
    ...baseOf(inReview),
    status: 'DRAFT',
    route: blank(inReview.route),
    basis: null,
  };
  return { next, history: history('WITHDRAWAL_CONFIRMED', by) };
}

function declineWithdrawal(approvalCase: ApprovalCase, reason: string, facts: Facts): Outcome {
  const { inReview, by } = settler(approvalCase, facts);
  return { next: { ...inReview, withdrawal: null }, history: history('WITHDRAWAL_DECLINED', by, { comment: reason }) };
}

function discard(approvalCase: ApprovalCase, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'discard');
  const drafter = personOf(facts.actor, approvalCase.drafterPostId);
  return {
    next: { ...baseOf(approvalCase), status: 'WITHDRAWN', route: rest(approvalCase.route) },
    history: history('DISCARDED', drafter),
  };
}
