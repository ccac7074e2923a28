/** What a source says of one person; `from` null when it does not say since when. */
export interface Sighting {
  readonly staffId: string;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** What is recorded of that source and not over; `denied` when a person has contradicted it and it still said so. */
export interface Known {
  readonly absenceId: string;
  readonly staffId: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly denied: boolean;
}

export interface Reading {
  /** The source still says so. */
  readonly confirmed: readonly string[];
  /** It no longer says so. */
  readonly withdrawn: readonly string[];
  /** It no longer says what a person had contradicted: the next time it counts again. */
  readonly settled: readonly string[];
  readonly added: readonly Sighting[];
}

const same = (known: Known, seen: Sighting) =>
  known.staffId === seen.staffId &&
  (known.until?.getTime() ?? null) === (seen.until?.getTime() ?? null) &&
  (seen.from === null || known.from.getTime() === seen.from.getTime());

/** What one reading of a source changes. Whoever was not asked, or whose answer was an error, is left out of `known`. */
export function compare(known: readonly Known[], seen: readonly Sighting[]): Reading {
  const byStaff = Map.groupBy(known, ({ staffId }) => staffId);
  const still = new Set<string>();
  const added: Sighting[] = [];
  for (const sighting of seen) {
    const match = byStaff.get(sighting.staffId)?.find((one) => !still.has(one.absenceId) && same(one, sighting));
    if (match) still.add(match.absenceId);
    else added.push(sighting);
  }
  const gone = known.filter(({ absenceId }) => !still.has(absenceId));
  const ids = (ones: readonly Known[]) => ones.map(({ absenceId }) => absenceId);
  return {
    confirmed: [...still],
    withdrawn: ids(gone.filter(({ denied }) => !denied)),
    settled: ids(gone.filter(({ denied }) => denied)),
    added,
  };
}
