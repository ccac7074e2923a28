/** One 課 in a month, as counted. */
export interface SectionCount {
  readonly unitId: string;
  readonly unitName: string;
  readonly people: number;
  readonly teleworked: number;
  readonly days: number;
}

export type Shown = 'SHOWN' | 'TOO_FEW' | 'COMPLEMENT';

export interface SafeStatistics {
  /** Null where even the whole has too few people. */
  readonly whole: Omit<SectionCount, 'unitId' | 'unitName'> | null;
  readonly sections: readonly (SectionCount & { readonly shown: Shown })[];
}

export const FEWEST = 5;

const sumOf = (some: readonly SectionCount[], of: (one: SectionCount) => number): number =>
  some.reduce((sum, one) => sum + of(one), 0);

/** Smallest first, of the same size in the order of the ids: the same choice every time. */
const bySize = (a: SectionCount, b: SectionCount): number => a.people - b.people || (a.unitId < b.unitId ? -1 : 1);

/**
 * Hides what is of fewer than five people, and so much more that what is hidden together cannot be worked out as the
 * whole less the rest: it has at least two sections and five people, or nothing is shown at all.
 */
export function safeStatistics(sections: readonly SectionCount[]): SafeStatistics {
  const people = sumOf(sections, (one) => one.people);
  const whole = {
    people,
    teleworked: sumOf(sections, (one) => one.teleworked),
    days: sumOf(sections, (one) => one.days),
  };
  const tooFew = new Set(sections.filter((one) => one.people < FEWEST).map(({ unitId }) => unitId));
  const hidden = new Set(tooFew);
  for (const one of sections.toSorted(bySize)) {
    const together = sections.filter(({ unitId }) => hidden.has(unitId));
    const isSafe = together.length === 0 || (together.length > 1 && sumOf(together, (some) => some.people) >= FEWEST);
    if (isSafe) break;
    hidden.add(one.unitId);
  }
  const shownOf = ({ unitId }: SectionCount): Shown =>
    tooFew.has(unitId) ? 'TOO_FEW' : hidden.has(unitId) ? 'COMPLEMENT' : 'SHOWN';
  return {
    whole: people < FEWEST ? null : whole,
    sections: sections.map((one) => ({ ...one, shown: shownOf(one) })),
  };
}
