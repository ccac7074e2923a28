import { type Actor, personOf } from '../../directory/index.ts';
import { conflict, notAllowed } from '../../shared/index.ts';
import {
  type ApprovalCase,
  type CaseInReview,
  isActive,
  isSettled,
  isUnderReview,
  type MarkBasis,
  type Outcome,
  type Slot,
} from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, markOf } from '../facts.ts';
import { isWithdrawing, mayBePassedOver, mayPassOver } from '../policy.ts';
import { type Granted, granted, ground, owedBy } from './grounds.ts';
import { mark, standing } from './proceed.ts';

/** Acts where the regulations say that something happens without anybody choosing it. */
export const BY_THE_RULES: Actor = {
  staffId: '00000000-0000-0000-0000-000000000000',
  name: '規程による自動処理',
  signInName: '',
  posts: [],
  roles: [],
  fallback: { postTitle: '', unitName: '' },
};

interface Passing {
  readonly slot: Slot;
  readonly answer: Granted;
  readonly basis: Extract<MarkBasis, { kind: 'SKIPPED' }>;
  readonly postId: string;
}

/** 後閲 sense 2: the case goes on without this one, who looks at it afterwards until the last day. */
function passed(inReview: CaseInReview, { slot, answer, basis, postId }: Passing, facts: Facts) {
  const given = markOf(inReview, facts, { postId, basis, comment: basis.reason });
  const route = mark(inReview.route, [slot], { status: () => 'SKIPPED_POST_REVIEW', mark: given });
  const { article, postReviewDueOn: dueOn } = answer;
  const owed = owedBy(slot, { kind: 'POST_REVIEW_SKIPPED', article, dueOn, seq: given.seq }, facts);
  const after = { ...inReview, obligations: [...inReview.obligations, owed] };
  return { next: standing(after, route, { facts, mark: given }), by: given.actedBy };
}

/** Somebody chooses to go on without an absent one; whom the regulations let, never the decider. */
export function skipAbsent(
  approvalCase: ApprovalCase,
  act: Extract<ActInput, { act: 'skipAbsent' }>,
  facts: Facts,
): Outcome {
  if (isWithdrawing(approvalCase)) throw notAllowed('approvals.withdrawal_waits');
  if (!isUnderReview(approvalCase)) throw notAllowed('approvals.not_in_review');
  const slot = approvalCase.route.find((one) => one.slotId === act.slotId);
  if (!slot || isSettled(slot) || !mayBePassedOver(slot)) throw conflict('approvals.no_such_slot');
  if (!mayPassOver(facts.actor, approvalCase, slot)) throw notAllowed('approvals.cannot_skip');
  const answer = granted(facts.found.skip);
  const basis = { kind: 'SKIPPED', reason: act.reason, ...ground(answer) } as const;
  const postId = facts.actor.posts[0]?.postId ?? '';
  const { next, by } = passed(approvalCase, { slot, answer, basis, postId }, facts);
  const { article } = answer;
  return {
    next,
    history: history('SKIPPED_ABSENT', by, { slotId: slot.slotId, comment: act.reason, detail: { article } }),
  };
}

/**
 * The regulations pass an absent one over by themselves. Not where a superior sent the case back to this very step, and
 * not while a withdrawal waits: somebody wants something of somebody there. @throws conflict, not-allowed
 */
export function passOver(approvalCase: ApprovalCase, slotId: string, facts: Facts): Outcome {
  if (!isUnderReview(approvalCase)) throw notAllowed('approvals.not_in_review');
  if (isWithdrawing(approvalCase)) throw notAllowed('approvals.withdrawal_waits');
  const slot = approvalCase.route.find((one) => one.slotId === slotId);
  const waitsForThem = approvalCase.sentBack !== null;
  if (!slot || !isActive(slot) || !mayBePassedOver(slot) || waitsForThem) throw conflict('approvals.no_such_slot');
  const answer = granted(facts.found.skip);
  if (!answer.automatic) throw notAllowed('approvals.cannot_skip');
  const { article, ruleId, sentence, evidence } = answer;
  const basis = { kind: 'SKIPPED', reason: sentence, automatic: true, ...ground(answer) } as const;
  const byRules = { ...facts, actor: BY_THE_RULES };
  const { next } = passed(approvalCase, { slot, answer, basis, postId: slot.postId }, byRules);
  const detail = { article, ruleId, evidence: evidence?.statement ?? null };
  return {
    next,
    history: history('PASSED_OVER', personOf(BY_THE_RULES, slot.postId), { slotId, comment: sentence, detail }),
  };
}
