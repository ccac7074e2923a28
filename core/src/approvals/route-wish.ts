import { conflict } from '../shared/index.ts';
import type { PlannedSlot } from './acts/submission.ts';
import { type PostName, slotKey } from './case.ts';
import type { RouteWish } from './contract.ts';

/** An addition with its addressee as the directory names it today; a section stands by its head post. */
export interface ResolvedAdd {
  readonly duty: 'REVIEW' | 'CONSULT';
  readonly post: PostName;
  readonly section: string | null;
  readonly reason: string;
  /** Under review. */
  readonly addedBy?: PlannedSlot['addedBy'] & object;
}

export interface Wished {
  readonly wish: RouteWish;
  readonly adds: readonly ResolvedAdd[];
  readonly newId: () => string;
}

/**
 * The route that the regulations want, with the drafter's wishes in it. What they want cannot be taken out, and nothing
 * touches the decision: whoever wants a higher post to decide gives a reason of 専決の制限 with the matter instead.
 */
export function applyWish(planned: readonly PlannedSlot[], { wish, adds, newId }: Wished): PlannedSlot[] {
  const left = planned.filter((slot) => !removed(slot, wish));
  const keys = new Set(left.map(slotKey));
  const decision = left.at(-1);
  const added = adds
    .map((add) => addedSlot(add, newId()))
    .filter((slot) => slot.postId !== decision?.postId && !keys.has(slotKey(slot)));
  const unique = [...new Map(added.map((slot) => [slotKey(slot), slot])).values()];
  return placed(left, unique);
}

function removed(slot: PlannedSlot, { removes }: RouteWish): boolean {
  if (!removes.includes(slotKey(slot))) return false;
  if (slot.mandatory || slot.duty === 'DECISION') {
    throw conflict('approvals.slot_is_mandatory', { post: `${slot.unitName}${slot.postTitle}`, article: slot.article });
  }
  return true;
}

function addedSlot({ duty, post, section, reason, addedBy }: ResolvedAdd, slotId: string): PlannedSlot {
  return {
    slotId,
    stage: 0,
    stageRule: 'ALL',
    duty,
    ...post,
    ...(section === null ? {} : { section }),
    mandatory: false,
    added: true,
    ...(addedBy ? { addedBy } : {}),
    article: '',
    reason,
  };
}

/** Consulted posts join the sections that are asked already, or come before the decision; reviewers come before them. */
function placed(planned: readonly PlannedSlot[], added: readonly PlannedSlot[]): PlannedSlot[] {
  const stages = [
    ...Map.groupBy(
      planned.toSorted((a, b) => a.stage - b.stage),
      (slot) => slot.stage,
    ).values(),
  ];
  const decision = stages.pop() ?? [];
  const asked = added.filter((slot) => slot.duty === 'CONSULT');
  const consulting = stages.findLastIndex((stage) =>
    stage.every((slot) => slot.duty === 'CONSULT' && slot.stageRule === 'ALL'),
  );
  const reviewing = added.filter((slot) => slot.duty === 'REVIEW').map((slot) => [slot]);
  const at = consulting < 0 ? stages.length : consulting;
  const joined =
    consulting < 0 || asked.length === 0 ? stages : stages.toSpliced(at, 1, [...(stages[at] ?? []), ...asked]);
  const own = consulting < 0 && asked.length > 0 ? [asked] : [];
  const all = [...joined.slice(0, at), ...reviewing, ...joined.slice(at), ...own, decision];
  return all.flatMap((stage, index) => stage.map((slot) => ({ ...slot, stage: index + 1 })));
}
