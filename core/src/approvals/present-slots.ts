import { localDateOf, workingTimeBetween } from '../shared/index.ts';
import {
  type ApprovalCase,
  isActive,
  isSettled,
  type MarkBasis,
  type Obligation,
  type SettledSlot,
  type Slot,
  slotKey,
} from './case.ts';
import type { MarkView, ObligationView, SlotView } from './contract.ts';
import type { Looking } from './looking.ts';
import { owes } from './policy.ts';

const said = (one: { by: SlotView['assignee'] & object; at: Date } | undefined) =>
  one ? { by: one.by, at: one.at.toISOString() } : null;

function because(
  basis: MarkBasis,
): Pick<MarkView, 'onBehalfOf' | 'article' | 'because' | 'instruction' | 'orderNumber'> {
  const none = { onBehalfOf: null, article: null, because: null, instruction: null, orderNumber: null };
  switch (basis.kind) {
    case 'DEPUTY': {
      const { onBehalfOf, article, sentence, evidence, instruction, orderNumber = null } = basis;
      return { onBehalfOf, article, because: evidence?.statement ?? sentence, instruction, orderNumber };
    }
    case 'SKIPPED':
      return { ...none, article: basis.article, because: basis.evidence?.statement ?? basis.reason };
    case 'PULL_UP':
      return { ...none, because: basis.reason };
    case 'OWN':
    case 'STAGE_RULE':
      return none;
  }
}

function presentMark({ mark }: SettledSlot, submittedAt: Date | null): MarkView {
  return {
    kind: mark.basis.kind,
    ...because(mark.basis),
    alsoPosts: [...(mark.also ?? [])],
    paperChecked: mark.paperChecked ?? false,
    kept: submittedAt !== null && mark.actedAt < submittedAt,
    manifestHash: mark.manifestHash,
  };
}

function workingMinutes(slot: Slot, now: Date): number | null {
  if (isActive(slot)) return workingTimeBetween(slot.activeSince, now).minutes;
  if (!isSettled(slot) || slot.activeSince === null) return null;
  return workingTimeBetween(slot.activeSince, slot.mark.actedAt).minutes;
}

/** Who holds it today; what was done keeps the name of that day. */
function holdersOf(slot: Slot, { holders }: Looking): SlotView['holders'] {
  if (isSettled(slot) && slot.mark.basis.kind !== 'STAGE_RULE' && slot.status !== 'SKIPPED_POST_REVIEW') {
    return [slot.mark.actedBy];
  }
  return slot.assignee ? [slot.assignee] : [...(holders.get(slot.postId)?.holders ?? [])];
}

function absenceOf(people: SlotView['holders'], { absences }: Looking): SlotView['absence'] {
  if (!absences || people.length === 0) return null;
  const away = people.map((person) => absences.get(person.staffId));
  const first = away[0];
  // A post with several holders is absent only when all of them are.
  if (!first || away.includes(undefined)) return null;
  return { statement: first.statement, until: first.until, source: first.source };
}

function deputyOf(slot: Slot, { deputies }: Looking): SlotView['expectedDeputy'] {
  const deputy = deputies?.get(slot.slotId);
  return deputy ? { ...deputy.post, names: [...deputy.names], article: deputy.article } : null;
}

export function presentSlot(slot: Slot, submittedAt: Date | null, looking: Looking): SlotView {
  const acted = isSettled(slot) ? slot : null;
  const people = holdersOf(slot, looking);
  return {
    id: slot.slotId,
    key: slotKey(slot),
    stage: slot.stage,
    stageRule: slot.stageRule,
    duty: slot.duty,
    status: slot.status,
    postId: slot.postId,
    postTitle: slot.postTitle,
    unitName: slot.unitName,
    toSection: slot.section !== undefined,
    mandatory: slot.mandatory,
    added: slot.added ?? false,
    addedBy: said(slot.addedBy),
    article: slot.article,
    reason: slot.reason,
    holders: people,
    received: said(slot.received),
    assignee: slot.assignee ?? null,
    opened: said(looking.receipts?.get(slot.slotId)),
    absence: acted ? null : absenceOf(people, looking),
    expectedDeputy: acted ? null : deputyOf(slot, looking),
    expectedPassOver: acted ? null : (looking.passOvers?.get(slot.slotId) ?? null),
    activeSince: isActive(slot) ? slot.activeSince.toISOString() : null,
    workingMinutes: workingMinutes(slot, looking.now),
    remindedAt: slot.remindedAt?.toISOString() ?? null,
    actedBy: acted?.mark.actedBy ?? null,
    actedAt: acted?.mark.actedAt.toISOString() ?? null,
    comment: acted?.mark.comment ?? null,
    mark: acted ? presentMark(acted, submittedAt) : null,
  };
}

export function presentObligation(one: Obligation, { actor, holders, now }: Looking): ObligationView {
  const open = one.status === 'OPEN';
  const people = one.reader ? [one.reader] : [...(holders.get(one.post?.postId ?? '')?.holders ?? [])];
  return {
    id: one.obligationId,
    kind: one.kind,
    status: one.status,
    post: one.post,
    people: one.done ? [one.done.by] : people,
    dueOn: one.dueOn,
    overdue: open && one.dueOn !== null && one.dueOn < localDateOf(now),
    article: one.article,
    createdAt: one.createdAt.toISOString(),
    doneAt: one.done?.at.toISOString() ?? null,
    comment: one.done?.comment ?? null,
    mine: open && owes(actor, one),
  };
}

/** The posts whose holders today have to be known to show the case. */
export function postsToAsk(route: readonly Slot[], obligations: ApprovalCase['obligations'] = []): string[] {
  const open = route.filter(
    (slot) => !isSettled(slot) || slot.status === 'SKIPPED_POST_REVIEW' || slot.status === 'NOT_REQUIRED',
  );
  const owed = obligations.flatMap(({ post, done }) => (post && !done ? [post.postId] : []));
  return [...new Set([...open.map((slot) => slot.postId), ...owed])];
}
