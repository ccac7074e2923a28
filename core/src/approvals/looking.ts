import type { Actor, Person, PostHolders } from '../directory/index.ts';
import type { Locale } from '../shared/index.ts';
import type { AbsenceEvidence, PostName } from './case.ts';
import type { CaseView, SlotView, StandInOffer } from './contract.ts';

/** Who would act for the holder of a slot today. */
export interface ExpectedDeputy {
  readonly post: PostName;
  readonly names: readonly string[];
  readonly article: string;
}

/** Who looks, and what the directory and the regulations say today about the route. */
export interface Looking {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Date;
  readonly holders: ReadonlyMap<string, PostHolders>;
  /** By staff; whoever is not in it is not known to be away. */
  readonly absences?: ReadonlyMap<string, AbsenceEvidence>;
  /** By slot. */
  readonly deputies?: ReadonlyMap<string, ExpectedDeputy>;
  /** 後閲 of those who are away, by slot. */
  readonly passOvers?: ReadonlyMap<string, NonNullable<SlotView['expectedPassOver']>>;
  /** What this viewer may do for absent ones. */
  readonly standIns?: readonly StandInOffer[];
  /** Who opened a slot first, by slot. */
  readonly receipts?: ReadonlyMap<string, { readonly by: Person; readonly at: Date }>;
  /** 保存期間 in words. */
  readonly period?: CaseView['period'];
  readonly matterName?: string | null;
  /** From which it was drafted. */
  readonly instruction?: CaseView['instruction'];
}
