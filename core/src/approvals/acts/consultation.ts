import { personOf } from '../../directory/index.ts';
import { conflict, notAllowed } from '../../shared/index.ts';
import {
  type ApprovalCase,
  baseOf,
  isSettled,
  isUnderReview,
  type Outcome,
  type SettledStatus,
  type Slot,
} from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, markOf, underReview } from '../facts.ts';
import { actsOn, isConsulted, isWithdrawing, openObjections, receives } from '../policy.ts';
import { reopened, rest } from '../route.ts';
import { agree, mark, standing } from './proceed.ts';
import { agreement, lastOf } from './review.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** 同意. Whoever objected may agree while 協議 lasts: the objection is over. */
export function consent(approvalCase: ApprovalCase, act: Input<'consent'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'consent');
  const objected = ownObjections(inReview, facts);
  const route = inReview.route.map((slot) => (objected.includes(slot) ? reopened(slot) : slot));
  const ids = new Set([...objected, ...actsOn(facts.actor, inReview)].map((slot) => slot.slotId));
  const first = route.filter((slot) => ids.has(slot.slotId));
  const given = markOf(inReview, facts, { postId: lastOf(first).postId, comment: act.comment });
  const next = agree({ ...inReview, route, sentBack: null }, { first, mark: given, facts });
  return { next, history: agreement(inReview, next, facts) };
}

const ownObjections = (approvalCase: ApprovalCase, facts: Facts): readonly Slot[] =>
  isUnderReview(approvalCase) && approvalCase.status === 'IN_DISPUTE'
    ? openObjections(approvalCase).filter((slot) => slot.mark.actedBy.staffId === facts.actor.staffId)
    : [];

/** 意見付き同意 */
export function consentWithOpinion(
  approvalCase: ApprovalCase,
  act: Input<'consentWithOpinion'>,
  facts: Facts,
): Outcome {
  return say(approvalCase, { status: 'CONSENTED_WITH_OPINION', text: act.opinion }, facts);
}

/** 異議: does not end the case; 協議 begins, and no later stage opens before it is settled. */
export function object(approvalCase: ApprovalCase, act: Input<'object'>, facts: Facts): Outcome {
  return say(approvalCase, { status: 'OBJECTED', text: act.reason }, facts);
}

function say(
  approvalCase: ApprovalCase,
  said: { status: Extract<SettledStatus, 'CONSENTED_WITH_OPINION' | 'OBJECTED'>; text: string },
  facts: Facts,
): Outcome {
  const inReview = underReview(facts, approvalCase, 'object');
  const slots = actsOn(facts.actor, inReview).filter(isConsulted);
  const slot = lastOf(slots);
  const given = markOf(inReview, facts, { postId: slot.postId, comment: said.text });
  const route = mark(inReview.route, slots, { status: () => said.status, mark: given, own: facts.actor });
  return {
    next: standing({ ...inReview, sentBack: null }, route, { facts, mark: given }),
    history: history(said.status, personOf(facts.actor, slot.postId), { slotId: slot.slotId, comment: said.text }),
  };
}

/** 合議不調: the drafter revises, or both opinions go up to the decider. */
export function settleDispute(approvalCase: ApprovalCase, act: Input<'settleDispute'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'settleDispute');
  const by = personOf(facts.actor, inReview.drafterPostId);
  const said = { by, at: facts.now, reason: act.reason };
  const entry = history('DISPUTE_SETTLED', by, { comment: act.reason, detail: { outcome: act.outcome } });
  if (act.outcome === 'REVISE') {
    const route = rest(inReview.route);
    return { next: { ...baseOf(inReview), status: 'SENT_BACK', route, sentBack: said }, history: entry };
  }
  const given = markOf(inReview, facts, { postId: inReview.drafterPostId });
  const unsettled = { ...inReview, deadlock: { ...said, seq: inReview.version } };
  return { next: standing(unsettled, inReview.route, { facts, mark: given }), history: entry };
}

/** The active slot that the section's receiver deals with. @throws not-allowed, conflict */
function addressed(approvalCase: ApprovalCase, slotId: string, facts: Facts) {
  if (isWithdrawing(approvalCase)) throw notAllowed('approvals.withdrawal_waits');
  const slot = approvalCase.route.find((one) => one.slotId === slotId);
  if (slot?.status !== 'ACTIVE' || !isUnderReview(approvalCase)) throw conflict('approvals.no_such_slot');
  if (!receives(facts.actor, slot)) throw notAllowed('approvals.not_the_receiver');
  const postId = facts.actor.posts.find((post) => post.unitId === slot.section)?.postId ?? slot.postId;
  return { slot, inReview: approvalCase, by: personOf(facts.actor, postId) };
}

const replacing = (route: readonly Slot[], slot: Slot): Slot[] =>
  route.map((one) => (one.slotId === slot.slotId && !isSettled(one) ? slot : one));

/** 合議受付: from now on the drafter sees who has it in that section. */
export function receive(approvalCase: ApprovalCase, act: Input<'receive'>, facts: Facts): Outcome {
  const { slot, inReview, by } = addressed(approvalCase, act.slotId, facts);
  if (slot.received) throw conflict('approvals.received_already');
  const route = replacing(inReview.route, { ...slot, received: { by, at: facts.now } });
  return { next: { ...inReview, route }, history: history('RECEIVED', by, { slotId: slot.slotId }) };
}

/** The receiver names who answers for the section: somebody in it, and not the drafter. */
export function assign(approvalCase: ApprovalCase, act: Input<'assign'>, facts: Facts): Outcome {
  const { slot, inReview, by } = addressed(approvalCase, act.slotId, facts);
  const named = facts.found.person;
  const inSection = named?.unitIds.includes(slot.section ?? '') || named?.postIds.includes(slot.postId);
  if (!named || !inSection || named.person.staffId === inReview.drafter.staffId) {
    throw conflict('approvals.not_in_section');
  }
  const received = slot.received ?? { by, at: facts.now };
  const route = replacing(inReview.route, { ...slot, received, assignee: named.person });
  return {
    next: { ...inReview, route },
    history: history('ASSIGNED', by, { slotId: slot.slotId, detail: { staffId: named.person.staffId } }),
  };
}
