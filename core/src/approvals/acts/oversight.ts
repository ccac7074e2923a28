import { personOf } from '../../directory/index.ts';
import { conflict, localDateOf, workingDaysBetween } from '../../shared/index.ts';
import {
  type ApprovalCase,
  isActive,
  isSettled,
  isUnderReview,
  type Obligation,
  type Outcome,
  type Slot,
} from '../case.ts';
import type { ActInput } from '../contract.ts';
import { type Facts, history, refuseUnless, underReview } from '../facts.ts';
import { owes } from '../policy.ts';

type Input<A extends ActInput['act']> = Extract<ActInput, { act: A }>;

/** 供覧・回覧: the readers are those of this moment; nothing waits for them. */
export function circulate(approvalCase: ApprovalCase, act: Input<'circulate'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'circulate');
  const by = personOf(facts.actor, approvalCase.drafterPostId);
  const seq = approvalCase.version + 1;
  const added = readingFor(approvalCase, { seq, facts });
  if (added.length === 0) throw conflict('approvals.no_new_reader');
  return {
    next: { ...approvalCase, obligations: [...approvalCase.obligations, ...added] },
    history: history('CIRCULATED', by, { comment: act.comment || null, detail: { readers: added.length } }),
  };
}

/** 供覧 for everybody found who does not read it already. */
export function readingFor(approvalCase: ApprovalCase, { seq, facts }: { seq: number; facts: Facts }): Obligation[] {
  const reading = new Set(
    approvalCase.obligations.flatMap((one) => (one.kind === 'READING' && one.reader ? [one.reader.staffId] : [])),
  );
  const readers = new Map((facts.found.readers ?? []).map((reader) => [reader.person.staffId, reader.person]));
  return [...readers.values()]
    .filter((person) => !reading.has(person.staffId) && person.staffId !== approvalCase.drafter.staffId)
    .map((reader) => ({
      obligationId: facts.newId(),
      kind: 'READING',
      status: 'OPEN',
      post: null,
      reader,
      article: null,
      dueOn: null,
      createdAt: facts.now,
      seq,
      done: null,
    }));
}

/** 閲覧済 */
export function markRead(approvalCase: ApprovalCase, act: Input<'markRead'>, facts: Facts): Outcome {
  refuseUnless(facts, approvalCase, 'markRead');
  const by = personOf(facts.actor);
  const comment = act.comment || null;
  const done = { by, at: facts.now, comment };
  const status = comment === null ? ('CONFIRMED' as const) : ('COMMENTED' as const);
  const obligations = approvalCase.obligations.map((one) =>
    one.kind === 'READING' && one.status === 'OPEN' && owes(facts.actor, one) ? { ...one, status, done } : one,
  );
  return { next: { ...approvalCase, obligations }, history: history('READ', by, { comment }) };
}

/** Once a working day: often enough to help, seldom enough not to become noise. */
const remindedLately = (remindedAt: Date | undefined, now: Date): boolean =>
  remindedAt !== undefined && workingDaysBetween(localDateOf(remindedAt), localDateOf(now)) < 1;

/** 催促 of everybody who has it now. */
export function remind(approvalCase: ApprovalCase, act: Input<'remind'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'remind');
  const due = (slot: Slot) => isActive(slot) && !remindedLately(slot.remindedAt, facts.now);
  if (!inReview.route.some(due)) throw conflict('approvals.reminded_lately');
  const route = inReview.route.map((slot) => (due(slot) ? { ...slot, remindedAt: facts.now } : slot));
  const by = personOf(facts.actor, inReview.drafterPostId);
  return { next: { ...inReview, route }, history: history('REMINDED', by, { comment: act.comment || null }) };
}

/** An administrator moves open work, with a reason; both names stand in the history. */
export function reassign(approvalCase: ApprovalCase, act: Input<'reassign'>, facts: Facts): Outcome {
  const inReview = underReview(facts, approvalCase, 'reassign');
  const slot = inReview.route.find((one) => one.slotId === act.slotId);
  if (!slot || isSettled(slot)) throw conflict('approvals.no_such_slot');
  if (facts.found.person?.person.staffId === facts.actor.staffId) throw conflict('approvals.not_to_oneself');
  const to = reassigned(slot, inReview.drafter.staffId, facts);
  const route = inReview.route.map((one) => (one === slot ? to.slot : one));
  return {
    next: { ...inReview, route },
    history: history('REASSIGNED', personOf(facts.actor), {
      slotId: slot.slotId,
      comment: act.reason,
      detail: {
        from: slot.assignee?.name ?? `${slot.unitName} ${slot.postTitle}`,
        to: to.name,
        fromStaffId: slot.assignee?.staffId ?? null,
        fromPostId: slot.postId,
      },
    }),
  };
}

/** The decision stays with the post that the regulations name: only among those who hold it can it be moved. */
function reassigned(slot: Slot, drafterStaffId: string, facts: Facts): { slot: Slot; name: string } {
  const { person, post } = facts.found;
  if (person) {
    if (person.person.staffId === drafterStaffId) throw conflict('approvals.drafter_does_not_decide');
    const holder = person.postIds.includes(slot.postId);
    if (slot.duty === 'DECISION' && !holder) throw conflict('approvals.decision_stays_with_post');
    return { slot: { ...slot, assignee: person.person }, name: person.person.name };
  }
  if (!post) throw conflict('approvals.nobody_named');
  if (slot.duty === 'DECISION') throw conflict('approvals.decision_stays_with_post');
  const { assignee: _, received: __, section: ___, ...open } = slot;
  return { slot: { ...open, ...post }, name: `${post.unitName} ${post.postTitle}` };
}

/**
 * Whoever was named has left what they were named for: the slot is its post's again, or whoever receives for the
 * section names somebody else. What they had done stays theirs.
 */
export function release(approvalCase: ApprovalCase, slotId: string, facts: Facts): Outcome {
  const slot = approvalCase.route.find((one) => one.slotId === slotId);
  if (!isUnderReview(approvalCase) || !slot?.assignee || isSettled(slot)) throw conflict('approvals.no_such_slot');
  const { assignee, received: _, ...open } = slot;
  const route = approvalCase.route.map((one) => (one === slot ? open : one));
  const detail = { from: assignee.name, fromStaffId: assignee.staffId };
  return {
    next: { ...approvalCase, route },
    history: history('RELEASED', personOf(facts.actor, slot.postId), { slotId, detail }),
  };
}
