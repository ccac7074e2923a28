import type { OrganisationSnapshot } from '../snapshot.ts';
import {
  type BrokenRule,
  type BrokenSlot,
  brokenSlots,
  type OpenCase,
  type OrphanedCase,
  orphanedCases,
} from './breaks.ts';
import type { OrganisationDifference } from './contract.ts';
import { differencesBetween } from './differences.ts';

export interface Rehearsed {
  readonly differences: readonly OrganisationDifference[];
  readonly slots: readonly BrokenSlot[];
  readonly rules: readonly (BrokenRule & { readonly breakId: string; readonly already: boolean })[];
  readonly orphaned: readonly OrphanedCase[];
}

export interface Rehearsing {
  /** The organisation of the day before. */
  readonly before: OrganisationSnapshot;
  readonly after: OrganisationSnapshot;
  readonly cases: readonly OpenCase[];
  /** Asked of both, so that what is broken today already is told apart. */
  readonly rulesThatBreak: (there: OrganisationSnapshot) => readonly BrokenRule[];
}

/** What would change and what would break: pure, over snapshots in memory. */
export function rehearse({ before, after, cases, rulesThatBreak }: Rehearsing): Rehearsed {
  const today = new Set(rulesThatBreak(before).map(nameOf));
  return {
    differences: differencesBetween(before, after),
    slots: brokenSlots(before, after, cases),
    rules: rulesThatBreak(after)
      .map((rule) => ({ ...rule, breakId: nameOf(rule), already: today.has(nameOf(rule)) }))
      .filter(({ simulated, already }) => !(simulated && already)),
    orphaned: orphanedCases(before, after, cases),
  };
}

/** One rule may break in several ways. */
const nameOf = ({ ruleId, problem }: BrokenRule): string => `rule/${ruleId}/${problem}`;
