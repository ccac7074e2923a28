import { conflict } from '../shared/index.ts';
import type { Slot } from './case.ts';
import type { SlotDuty } from './contract.ts';

/** A slot as the regulations want it today, before anybody has acted. */
export interface PlannedSlot {
  readonly slotId: string;
  readonly stage: number;
  readonly duty: SlotDuty;
  readonly postId: string;
  readonly postTitle: string;
  readonly unitName: string;
}

/**
 * Starts the planned route. A mark that the same post gave for the same content counts again (差戻し that changed
 * nothing keeps its marks, features.md A-15), as long as nothing before it is open; the first open slot is active.
 */
export function startRoute(
  planned: readonly PlannedSlot[],
  before: readonly Slot[],
  { manifestHash, now }: { manifestHash: string; now: Date },
): Slot[] {
  let open = false;
  return [...planned]
    .sort((a, b) => a.stage - b.stage)
    .map((slot): Slot => {
      if (open) return { ...slot, status: 'WAITING' };
      const kept = before.find(
        (old) =>
          old.postId === slot.postId &&
          old.duty === slot.duty &&
          old.status === 'APPROVED' &&
          old.manifestHash === manifestHash,
      );
      if (kept?.status === 'APPROVED' && slot.duty !== 'DECISION') {
        const { actedBy, actedAt, comment } = kept;
        return { ...slot, status: 'APPROVED', actedBy, actedAt, comment, manifestHash };
      }
      open = true;
      return { ...slot, status: 'ACTIVE', activeSince: now };
    });
}

/** After `slotId` has got its mark: the next slot becomes active. */
export function advance(route: readonly Slot[], marked: Extract<Slot, { status: 'APPROVED' }>, now: Date): Slot[] {
  const at = route.findIndex((slot) => slot.slotId === marked.slotId);
  return route.map((slot, index): Slot => {
    if (index === at) return marked;
    if (index === at + 1) return { ...unmarked(slot), status: 'ACTIVE', activeSince: now };
    return slot;
  });
}

/** Back to an earlier slot: it is active again, everything after it waits. Marks before it stay. */
export function rewind(route: readonly Slot[], slotId: string, now: Date): Slot[] {
  const at = route.findIndex((slot) => slot.slotId === slotId);
  if (at < 0) throw conflict('approvals.no_such_slot');
  return route.map((slot, index): Slot => {
    if (index < at) return slot;
    if (index === at) return { ...unmarked(slot), status: 'ACTIVE', activeSince: now };
    return { ...unmarked(slot), status: 'WAITING' };
  });
}

/** The route with nobody active, as it lies while the drafter corrects: marks stay to be compared with later. */
export function rest(route: readonly Slot[]): Slot[] {
  return route.map((slot): Slot => (slot.status === 'ACTIVE' ? { ...unmarked(slot), status: 'WAITING' } : slot));
}

/** The route without a mark: nobody has said anything about what will be submitted next. */
export function blank(route: readonly Slot[]): Slot[] {
  return route.map((slot): Slot => ({ ...unmarked(slot), status: 'WAITING' }));
}

function unmarked(slot: Slot): PlannedSlot {
  const { slotId, stage, duty, postId, postTitle, unitName } = slot;
  return { slotId, stage, duty, postId, postTitle, unitName };
}
