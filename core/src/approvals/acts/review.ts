import { personOf } from '../../directory/index.ts';
import { conflict, invariant, notAllowed } from '../../shared/index.ts';
import {
  type ApprovalCase,
  activeSlots,
  baseOf,
  type CaseInReview,
  isDecided,
  type Outcome,
  type Slot,
} from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, markOf, underReview } from '../facts.ts';
import { actsOn, heldSlots, isConsulted } from '../policy.ts';
import { rest } from '../route.ts';
import { actedSlot, agree, mark } from './proceed.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** 紙を確認: whoever lets a case with paper pass says that they looked at the paper. @throws conflict */
export function refuseUnlessPaperChecked(approvalCase: ApprovalCase, checked: boolean | undefined): void {
  if (approvalCase.details.paperAttachments.length > 0 && !checked) throw conflict('approvals.paper_not_checked');
}

/** The highest of one's posts in the route: the last that the act covers. */
export function lastOf(slots: readonly Slot[]): Slot {
  const last = slots.at(-1);
  invariant(last, 'policy allowed an act without a slot');
  return last;
}

/** 承認; on the last slot 決裁. */
export function approve(approvalCase: ApprovalCase, act: Input<'approve'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'approve');
  refuseUnlessPaperChecked(inReview, act.paperChecked);
  const first = actsOn(facts.actor, inReview);
  const given = markOf(inReview, facts, { ...act, postId: lastOf(first).postId });
  const next = agree({ ...inReview, sentBack: null }, { first, mark: given, facts });
  return { next, history: agreement(inReview, next, facts) };
}

/** What an agreement says in the history: whose slot, which word, whether it was the decision. */
export function agreement(before: ApprovalCase, next: ApprovalCase, facts: Facts): Outcome['history'] {
  const slot = actedSlot(before, next);
  invariant(slot && 'mark' in slot, 'an agreement leaves its mark');
  const word = slot.duty === 'CONSULT' ? 'CONSENTED' : 'APPROVED';
  const { comment, also } = slot.mark;
  return history(isDecided(next) ? 'DECIDED' : word, personOf(facts.actor, slot.postId), {
    slotId: slot.slotId,
    comment,
    ...(also ? { detail: { alsoPostIds: also.map((post) => post.postId).join(',') } } : {}),
  });
}

/** 却下: terminal. Whoever only gives an opinion cannot. */
export function reject(approvalCase: ApprovalCase, act: Input<'reject'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'reject');
  const slot = lastOf(actsOn(facts.actor, inReview).filter((one) => !isConsulted(one) && one.duty !== 'EXAMINE'));
  return rejected(inReview, { route: inReview.route, slot, reason: act.reason }, facts);
}

/** The case ends on this slot. */
export function rejected(
  inReview: CaseInReview,
  { route, slot, reason }: { route: readonly Slot[]; slot: Slot; reason: string },
  facts: Facts,
): Outcome {
  const by = personOf(facts.actor, slot.postId);
  const given = markOf(inReview, facts, { postId: slot.postId, comment: reason });
  const ended = { by, at: facts.now, reason };
  const closed = rest(mark(route, [slot], { status: () => 'REJECTED', mark: given }));
  return {
    next: { ...baseOf(inReview), status: 'REJECTED', route: closed, ended },
    history: history('REJECTED', by, { slotId: slot.slotId, comment: reason }),
  };
}

/** 照会: without returning the case. */
export function ask(approvalCase: ApprovalCase, act: Input<'ask'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'ask');
  const slot = lastOf(heldSlots(facts.actor, inReview));
  const askedBy = personOf(facts.actor, slot.postId);
  const question = { questionId: facts.newId(), askedBy, askedAt: facts.now, text: act.text, answer: null };
  return {
    next: { ...inReview, questions: [...inReview.questions, question] },
    history: history('ASKED', askedBy, {
      slotId: slot.slotId,
      comment: act.text,
      detail: { questionId: question.questionId },
    }),
  };
}

/** 回答, with attachments that lie in the case. */
export function answer(approvalCase: ApprovalCase, act: Input<'answer'>, facts: Facts): Outcome {
  const question = approvalCase.questions.find((one) => one.questionId === act.questionId && one.answer === null);
  const drafts = approvalCase.drafter.staffId === facts.actor.staffId;
  if (!question || !drafts || activeOrDisputed(approvalCase) === false) throw notAllowed('approvals.cannot_answer');
  const attachmentIds = act.attachmentIds ?? [];
  const known = new Set(approvalCase.attachments.map((one) => one.attachmentId));
  if (!attachmentIds.every((one) => known.has(one))) throw conflict('approvals.no_such_attachment');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  const given = { by, at: facts.now, text: act.text, attachmentIds };
  const questions = approvalCase.questions.map((one) => (one === question ? { ...one, answer: given } : one));
  return {
    next: { ...approvalCase, questions },
    history: history('ANSWERED', by, { comment: act.text, detail: { questionId: question.questionId } }),
  };
}

const activeOrDisputed = (approvalCase: ApprovalCase): boolean =>
  approvalCase.status === 'IN_DISPUTE' || activeSlots(approvalCase).length > 0;
