import { addDays, type LocalDate, startOfDay } from '../../shared/index.ts';

/** A version of a record's file. */
export interface Version {
  readonly fileVersion: number;
  readonly isPruned: boolean;
}

/** A record, as far as its working versions ask. */
export interface Draft {
  readonly state: 'OPEN' | 'FROZEN' | 'DISCARDED';
  readonly caseId: string | null;
  readonly kept: 'KEPT' | 'DISPOSED' | 'TRANSFERRED';
  /** By itself or with its 簿冊. */
  readonly isHeld: boolean;
  readonly heldUntil: LocalDate | null;
  /** The version that was filed. */
  readonly fileVersion: number;
  /** Versions on which somebody acted; null as long as nothing is decided. */
  readonly actedOn: readonly number[] | null;
}

type WhyNot = 'records.prune_no_case' | 'records.prune_not_decided' | 'records.prune_gone' | 'records.prune_held';

/** Why nothing of it may be pruned today; null where its working versions may. */
export function whyNot({ caseId, state, kept, actedOn, isHeld, heldUntil }: Draft, today: LocalDate): WhyNot | null {
  if (caseId === null) return 'records.prune_no_case';
  if (state !== 'FROZEN' || actedOn === null) return 'records.prune_not_decided';
  if (kept !== 'KEPT') return 'records.prune_gone';
  return isHeld || (heldUntil !== null && heldUntil >= today) ? 'records.prune_held' : null;
}

type Standing = 'FILED' | 'DECIDED' | 'WORKING' | 'PRUNED';

/** What a version is: the one that was filed, one that somebody acted on, or one in between. */
export function standingOf({ fileVersion: filed, actedOn }: Draft, one: Version): Standing {
  if (one.isPruned) return 'PRUNED';
  if (one.fileVersion === filed) return 'FILED';
  // As long as nothing is decided, nobody knows which of them will count.
  return actedOn === null || actedOn.includes(one.fileVersion) ? 'DECIDED' : 'WORKING';
}

/** The versions whose bytes may go today. */
export const prunable = (draft: Draft, versions: readonly Version[], today: LocalDate): number[] =>
  whyNot(draft, today) === null
    ? versions.filter((one) => standingOf(draft, one) === 'WORKING').map(({ fileVersion }) => fileVersion)
    : [];

/** By the regulations working versions stay for so many days after the decision; what was decided before this is due. */
export const dueBefore = (days: number, today: LocalDate): Date => startOfDay(addDays(today, -days));
