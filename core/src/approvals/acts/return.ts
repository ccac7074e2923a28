import { personOf } from '../../directory/index.ts';
import { conflict, invariant } from '../../shared/index.ts';
import {
  type ApprovalCase,
  activeSlots,
  baseOf,
  type CaseInReview,
  isDecided,
  isSettled,
  type Obligation,
  type Outcome,
  type Said,
  type Slot,
} from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, markOf, refuseUnless, underReview } from '../facts.ts';
import { actsOn, heldSlots, nobodyActedSinceSubmission, ownLastMarks, sendBackTargets } from '../policy.ts';
import { blank, reopened, rest } from '../route.ts';
import { standing, stillOwed } from './proceed.ts';
import { lastOf } from './review.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** What lay there when somebody gave a mark can only be replaced from now on, not taken out. */
function sealed({ attachments, route }: ApprovalCase): ApprovalCase['attachments'] {
  if (!route.some(isSettled) || attachments.every((one) => one.sealed)) return attachments;
  return attachments.map((one) => ({ ...one, sealed: true }));
}

/** Back with the drafter. */
function withDrafter(inReview: CaseInReview, route: readonly Slot[]) {
  const obligations = stillOwed(inReview.obligations, route);
  return { ...baseOf(inReview), route, obligations, attachments: sealed(inReview) };
}

/** 差戻し, with its reason: to the drafter or to an earlier step. */
export function sendBack(approvalCase: ApprovalCase, act: Input<'sendBack'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'sendBack');
  const own = actsOn(facts.actor, inReview);
  const slot = lastOf(own);
  const by = personOf(facts.actor, slot.postId);
  const sentBack: Said = { by, at: facts.now, reason: act.reason };
  const toSlotId = act.toSlotId ?? null;
  const marks = act.marks ?? 'AUTO';
  const entry = history('SENT_BACK', by, {
    slotId: slot.slotId,
    comment: act.reason,
    detail: { toSlotId, ...(marks === 'VOID' ? { marks } : {}) },
  });
  // Whoever sends it back has seen this content, and is shown later what changed since.
  const seen = { manifestHash: inReview.manifestHash, at: facts.now };
  const route = inReview.route.map((one) => (own.some((held) => held === one) ? { ...one, seen } : one));
  if (toSlotId === null) {
    const left = marks === 'VOID' ? blank(route) : rest(route);
    const { returns } = inReview;
    return {
      next: { ...withDrafter(inReview, left), status: 'SENT_BACK', sentBack, returns: returns + 1 },
      history: entry,
    };
  }
  return { next: sentToStep({ ...inReview, route, sentBack }, { toSlotId, marks, facts }), history: entry };
}

/** The step acts again; those between keep their marks unless these are voided. */
function sentToStep(
  inReview: CaseInReview,
  { toSlotId, marks, facts }: { toSlotId: string; marks: 'AUTO' | 'VOID'; facts: Facts },
): ApprovalCase {
  const target = sendBackTargets(facts.actor, inReview).find((slot) => slot.slotId === toSlotId);
  if (!target) throw conflict('approvals.no_such_slot');
  const route = inReview.route.map((slot) =>
    slot.slotId === toSlotId || (marks === 'VOID' && slot.stage > target.stage) ? reopened(slot) : slot,
  );
  return restarted(inReview, route, facts);
}

/** Under review with the route as it is now; nobody's act made a stage complete. */
function restarted(inReview: CaseInReview, route: readonly Slot[], facts: Facts): ApprovalCase {
  const given = markOf(inReview, facts, { postId: facts.actor.posts[0]?.postId ?? '' });
  const obligations = stillOwed(inReview.obligations, route);
  const next = standing({ ...inReview, obligations }, route, { facts, mark: given });
  invariant(!isDecided(next), 'a return decides nothing');
  return next;
}

/** 引戻し: one's own act, or the submission, while the next has not acted. Opening is no act. */
export function pullBack(approvalCase: ApprovalCase, _act: Input<'pullBack'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'pullBack');
  const own = ownLastMarks(facts.actor, inReview);
  const last = own.at(-1);
  if (last) return takenBack(inReview, { seq: last.mark.seq, slot: last }, facts);
  invariant(nobodyActedSinceSubmission(inReview), 'the drafter pulls back only what nobody has touched');
  const drafter = personOf(facts.actor, inReview.drafterPostId);
  return {
    next: { ...withDrafter(inReview, rest(inReview.route)), status: 'DRAFT' },
    history: history('PULLED_BACK', drafter),
  };
}

/** Everything that the act did: its marks, those it made unnecessary or passed over, and what it obliged others to. */
function takenBack(inReview: CaseInReview, { seq, slot }: { seq: number; slot: Slot }, facts: Facts): Outcome {
  const route = inReview.route.map((one) => (isSettled(one) && one.mark.seq === seq ? reopened(one) : one));
  const kept = (one: Obligation) => one.seq !== seq || one.status !== 'OPEN';
  const obligations = inReview.obligations.filter(kept);
  return {
    next: restarted({ ...inReview, obligations }, route, facts),
    history: history('PULLED_BACK', personOf(facts.actor, slot.postId), { slotId: slot.slotId }),
  };
}

/** 取下申出 */
export function requestWithdrawal(approvalCase: ApprovalCase, act: Input<'requestWithdrawal'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'requestWithdrawal');
  const by = personOf(facts.actor, inReview.drafterPostId);
  return {
    next: { ...inReview, withdrawal: { by, at: facts.now, reason: act.reason } },
    history: history('WITHDRAWAL_REQUESTED', by, { comment: act.reason }),
  };
}

/** The person who settles a 取下申出, in the post that lets them. */
function settler(approvalCase: ApprovalCase, facts: Facts) {
  const inReview = underReview(facts, approvalCase, 'settleWithdrawal');
  const slot = heldSlots(facts.actor, inReview)[0] ?? activeSlots(inReview)[0];
  return { inReview, by: personOf(facts.actor, slot?.postId) };
}

/**
 * The case is a draft again; its marks are void, its history stays. The posts stay in the route,
 * so that whoever has a card of it sees what became of it.
 */
export function confirmWithdrawal(approvalCase: ApprovalCase, _act: Input<'confirmWithdrawal'>, facts: Facts): Outcome {
  const { inReview, by } = settler(approvalCase, facts);
  return {
    next: { ...withDrafter(inReview, blank(inReview.route)), status: 'DRAFT', basis: null },
    history: history('WITHDRAWAL_CONFIRMED', by),
  };
}

export function declineWithdrawal(approvalCase: ApprovalCase, act: Input<'declineWithdrawal'>, facts: Facts): Outcome {
  const { inReview, by } = settler(approvalCase, facts);
  return {
    next: { ...inReview, withdrawal: null },
    history: history('WITHDRAWAL_DECLINED', by, { comment: act.reason }),
  };
}

export function discard(approvalCase: ApprovalCase, _act: Input<'discard'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'discard');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  return {
    next: { ...baseOf(approvalCase), status: 'WITHDRAWN', route: rest(approvalCase.route) },
    history: history('DISCARDED', by),
  };
}

/** 廃案: dropped after others were asked; whoever was consulted is told, with the reason. */
export function abandon(approvalCase: ApprovalCase, act: Input<'abandon'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'abandon');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  const ended = { by, at: facts.now, reason: act.reason };
  return {
    next: { ...baseOf(approvalCase), status: 'ABANDONED', route: rest(approvalCase.route), ended },
    history: history('ABANDONED', by, { comment: act.reason }),
  };
}
