import { type Actor, personOf } from '../../directory/index.ts';
import {
  type ApprovalCase,
  baseOf,
  type CaseInReview,
  isActive,
  type Mark,
  type Obligation,
  type PostName,
  type SettledStatus,
  type Slot,
} from '../case.ts';
import type { Facts } from '../facts.ts';
import { holds, isDrafter, openObjections } from '../policy.ts';
import { flow, settled } from '../route.ts';

/** What an approval or consent makes of a slot. */
export const agreed = (slot: Slot): SettledStatus => (slot.duty === 'CONSULT' ? 'CONSENTED' : 'APPROVED');

const isDecision = (slot: Slot | undefined): boolean =>
  slot?.duty === 'DECISION' && (slot.status === 'APPROVED' || slot.status === 'DEPUTY_DECIDED');

const postOf = ({ postId, postTitle, unitName }: Slot): PostName => ({ postId, postTitle, unitName });

interface Marking {
  readonly status: (slot: Slot) => SettledStatus;
  readonly mark: Mark;
  /** Whose own marks they are: each then names the post in which it was given. */
  readonly own?: Actor;
}

/** Puts marks on slots; `slots` are those of this route that the act covers. */
export function mark(route: readonly Slot[], slots: readonly Slot[], given: Marking): Slot[] {
  return route.map((slot) => {
    if (!slots.includes(slot)) return slot;
    const own = given.own ? ownMark(slot, slots, given.own) : {};
    return settled(slot, given.status(slot), { ...given.mark, ...own });
  });
}

/** 兼務: one act, a mark for each post, and each says for which others it counts. */
function ownMark(slot: Slot, slots: readonly Slot[], actor: Actor): Partial<Mark> {
  const acting = actor.posts.find((post) => post.postId === slot.postId) ?? actor.posts[0];
  const also = slots.filter((other) => other !== slot).map(postOf);
  return {
    ...(acting ? { postId: acting.postId, actedBy: personOf(actor, acting.postId) } : {}),
    ...(also.length > 0 ? { also } : {}),
  };
}

/** Where the case stands after the route has changed: in review, in dispute about an objection, or decided. */
export function standing(
  inReview: CaseInReview,
  route: readonly Slot[],
  by: { facts: Pick<Facts, 'now' | 'newId'>; mark: Mark },
): ApprovalCase {
  const { now } = by.facts;
  const objections = openObjections({ ...inReview, route });
  const stage = objections[0]?.stage;
  const hold = stage === undefined ? {} : { holdAfter: stage };
  const flowed = flow(route, { now, mark: by.mark, ...hold });
  if (!isDecision(flowed.at(-1))) {
    return { ...inReview, status: objections.length > 0 ? 'IN_DISPUTE' : 'IN_REVIEW', route: flowed };
  }
  const { submittedAt, deadlock } = inReview;
  const obligations = [...inReview.obligations, ...informed(inReview, by)];
  const decided = { decidedAt: now, documentNumber: null, section: null, effective: null };
  return { ...baseOf(inReview), status: 'DECIDED', route: flowed, obligations, submittedAt, deadlock, ...decided };
}

/** 引継先・報告先 read what was decided; nothing waits for them. */
function informed(
  { informs, obligations }: CaseInReview,
  { facts, mark: given }: { facts: Pick<Facts, 'now' | 'newId'>; mark: Mark },
): Obligation[] {
  const known = new Set(obligations.flatMap((one) => (one.kind === 'READING' && one.post ? [one.post.postId] : [])));
  return informs
    .filter(({ postId }) => !known.has(postId))
    .map(({ article, ...post }) => ({
      obligationId: facts.newId(),
      kind: 'READING',
      status: 'OPEN',
      post,
      reader: null,
      article,
      dueOn: null,
      createdAt: facts.now,
      seq: given.seq,
      done: null,
    }));
}

/**
 * One person's agreement: all their active slots, and those of theirs that become active by it. Somebody who is
 * 係長 and 課長 at once acts once.
 */
export function agree(
  inReview: CaseInReview,
  given: { first: readonly Slot[]; mark: Mark; facts: Pick<Facts, 'actor' | 'now' | 'newId'> },
): ApprovalCase {
  const by = { facts: given.facts, mark: given.mark };
  let covered: readonly Slot[] = given.first;
  let after = inReview as ApprovalCase;
  for (;;) {
    const ids = new Set(covered.map((slot) => slot.slotId));
    const present = inReview.route.filter((slot) => ids.has(slot.slotId));
    after = standing(
      inReview,
      mark(inReview.route, present, { status: agreed, mark: given.mark, own: given.facts.actor }),
      by,
    );
    const next = nextOwn(given.facts.actor, after);
    if (next.length === 0) return after;
    covered = [...covered, ...next];
  }
}

/** What this person would hold next: not what is asked of them as another section's opinion. */
function nextOwn(actor: Actor, after: ApprovalCase): Slot[] {
  if (after.status !== 'IN_REVIEW' || isDrafter(actor, after)) return [];
  return after.route.filter((slot) => isActive(slot) && slot.section === undefined && holds(actor, slot));
}

/** The slots of the act, for the history: the one that matters most is the last. */
export function actedSlot(before: ApprovalCase, after: ApprovalCase): Slot | undefined {
  const seq = before.version + 1;
  return after.route.findLast(
    (slot) => 'mark' in slot && slot.mark.seq === seq && slot.mark.basis.kind !== 'STAGE_RULE',
  );
}

/** 後閲 that was opened for passing over somebody falls away when the slot is open again. */
export function stillOwed(obligations: readonly Obligation[], route: readonly Slot[]): readonly Obligation[] {
  if (!obligations.some((one) => one.kind === 'POST_REVIEW_SKIPPED' && one.status === 'OPEN')) return obligations;
  const skipped = new Set(route.filter((slot) => slot.status === 'SKIPPED_POST_REVIEW').map((slot) => slot.postId));
  return obligations.filter(
    (one) => one.kind !== 'POST_REVIEW_SKIPPED' || one.status !== 'OPEN' || skipped.has(one.post?.postId ?? ''),
  );
}
