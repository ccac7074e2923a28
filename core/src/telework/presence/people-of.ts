import type { OrganisationSnapshot, SnapshotPost, SnapshotUnit } from '../../directory/index.ts';

/** Somebody on the board, in the post in which they stand there. */
export interface OnBoard {
  readonly staffId: string;
  readonly name: string;
  readonly post: SnapshotPost;
}

const byCode = (a: SnapshotUnit, b: SnapshotUnit): number => (a.code < b.code ? -1 : 1);

export const topUnits = (there: OrganisationSnapshot): SnapshotUnit[] =>
  [...there.units.values()]
    .filter(({ parentUnitId }) => parentUnitId === null || !there.units.has(parentUnitId))
    .sort(byCode);

/** The units in the order of the organisation, each before those below it. */
function withThoseBelow(there: OrganisationSnapshot, units: readonly SnapshotUnit[]): SnapshotUnit[] {
  const found = new Map<string, SnapshotUnit>();
  const walk = (unit: SnapshotUnit): void => {
    if (found.has(unit.unitId)) return;
    found.set(unit.unitId, unit);
    for (const below of there.unitsBelow(unit.unitId).toSorted(byCode)) walk(below);
  };
  for (const unit of units) walk(unit);
  return [...found.values()];
}

const first = (a: SnapshotPost, b: SnapshotPost): number =>
  a.headsUnit === b.headsUnit ? (a.code < b.code ? -1 : 1) : a.headsUnit ? -1 : 1;

/** Everybody in these units, each once, the head of a unit before the others. */
export function peopleIn(there: OrganisationSnapshot, units: readonly SnapshotUnit[], below: boolean): OnBoard[] {
  const found = new Map<string, OnBoard>();
  for (const { unitId } of below ? withThoseBelow(there, units) : units)
    for (const post of [...there.postsIn(unitId)].sort(first))
      for (const { staffId, name } of post.holders)
        if (!found.has(staffId)) found.set(staffId, { staffId, name, post });
  return [...found.values()];
}
