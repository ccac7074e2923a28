import {
  isActive,
  isSettled,
  type Mark,
  type SettledSlot,
  type SettledStatus,
  type Slot,
  type SlotBase,
} from './case.ts';

/** What the flow through the stages needs to know beside the route. */
export interface Turn {
  readonly now: Date;
  /** By whose act others of a stage are no longer required. */
  readonly mark: Mark;
  /** 協議: no stage after this one opens. */
  readonly holdAfter?: number;
}

/** Acts of their own; a slot that was passed over does not count where some of a stage are enough. */
const ACTED: readonly Slot['status'][] = [
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'DEPUTY_DECIDED',
];

/** True when the stage, slots `from` to `to`, lets the next one begin. */
function isComplete(route: readonly Slot[], from: number, to: number): boolean {
  const rule = route[from]?.stageRule ?? 'ALL';
  let open = 0;
  let acted = 0;
  for (let at = from; at < to; at += 1) {
    const slot = route[at];
    if (!slot || !isSettled(slot)) open += 1;
    else if (ACTED.includes(slot.status)) acted += 1;
  }
  if (open === 0) return true;
  if (rule === 'ALL') return false;
  return acted >= (rule === 'ANY' ? 1 : rule.atLeast);
}

/**
 * Lets the route flow: the open slots of the first stage that is not complete are active, those of later stages wait,
 * those that a complete stage can do without are not required. A slot that stays as it is stays the same object.
 */
export function flow(route: readonly Slot[], turn: Turn): Slot[] {
  const flowed: Slot[] = [];
  let blocked = false;
  for (let from = 0; from < route.length; ) {
    const stage = route[from]?.stage;
    let to = from + 1;
    while (route[to]?.stage === stage) to += 1;
    const complete: boolean = !blocked && isComplete(route, from, to);
    for (const slot of route.slice(from, to)) {
      if (isSettled(slot)) flowed.push(slot);
      else if (complete)
        flowed.push(settled(slot, 'NOT_REQUIRED', { ...turn.mark, basis: { kind: 'STAGE_RULE' }, comment: null }));
      else flowed.push(blocked ? waiting(slot) : active(slot, turn.now));
    }
    blocked ||= !complete || stage === turn.holdAfter;
    from = to;
  }
  return flowed;
}

function active(slot: Slot, now: Date): Slot {
  return isActive(slot) ? slot : { ...unmarked(slot), status: 'ACTIVE', activeSince: now };
}

export function waiting(slot: Slot): Slot {
  return slot.status === 'WAITING' ? slot : { ...unmarked(slot), status: 'WAITING' };
}

/** The slot with its mark. */
export function settled(slot: Slot, status: SettledStatus, mark: Mark): SettledSlot {
  const activeSince = isActive(slot) ? slot.activeSince : null;
  const { status: _, ...rest } = slot;
  return { ...rest, activeSince, status, mark };
}

/** The slot without its mark; what it saw stays known. */
export function reopened(slot: Slot): Slot {
  if (!isSettled(slot)) return waiting(slot);
  const seen = { manifestHash: slot.mark.manifestHash, at: slot.mark.actedAt };
  return { ...unmarked(slot), ...(SAW.includes(slot.status) ? { seen } : {}), status: 'WAITING' };
}

const SAW: readonly Slot['status'][] = [...ACTED, 'REJECTED'];

/** Nobody is active, as it lies while the drafter corrects: marks stay to be compared with later. */
export const rest = (route: readonly Slot[]): Slot[] => route.map((slot) => (isActive(slot) ? waiting(slot) : slot));

/** Without a mark: nobody has said anything about what will be submitted next. */
export const blank = (route: readonly Slot[]): Slot[] => route.map(reopened);

/** A new reminder or receipt counts from the next time it becomes active. */
function unmarked(slot: Slot): SlotBase & Pick<Slot, 'assignee' | 'received' | 'seen'> {
  const { slotId, stage, stageRule, duty, postId, postTitle, unitName, mandatory, article, reason } = slot;
  return {
    slotId,
    stage,
    stageRule,
    duty,
    postId,
    postTitle,
    unitName,
    mandatory,
    article,
    reason,
    ...(slot.section === undefined ? {} : { section: slot.section }),
    ...(slot.added ? { added: slot.added } : {}),
    ...(slot.addedBy ? { addedBy: slot.addedBy } : {}),
    ...(slot.assignee ? { assignee: slot.assignee } : {}),
    ...(slot.received ? { received: slot.received } : {}),
    ...(slot.seen ? { seen: slot.seen } : {}),
  };
}
