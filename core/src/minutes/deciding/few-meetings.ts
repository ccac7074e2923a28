/** Of fewer meetings a figure may be one person's work. */
export const FEWEST = 3;

/** `FEW`: of too few meetings itself; `OTHERS`: less this one, the whole would tell of those. */
export type Told = 'SHOWN' | 'FEW' | 'OTHERS';

/** Of one section: how many of its meetings a figure rests on. */
type Count = readonly [unitId: string, meetings: number];

/** Fewest first, of as many in the order of the ids: the same choice every time. */
const byCount = ([a, some]: Count, [b, others]: Count): number => some - others || (a < b ? -1 : 1);
const sumOf = (counts: readonly Count[]): number => counts.reduce((sum, [, meetings]) => sum + meetings, 0);
const toldOf = (meetings: number): Told => (meetings === 0 || meetings >= FEWEST ? 'SHOWN' : 'FEW');

/** Those left out together are at least two with three meetings, where the whole can be seen and there are any. */
function withheld(counts: readonly Count[]): ReadonlySet<string> {
  const hidden = counts.filter(([, meetings]) => toldOf(meetings) === 'FEW');
  const shown = counts.filter(([, meetings]) => meetings >= FEWEST).toSorted(byCount);
  while (shown.length > 0 && hidden.length > 0 && (hidden.length < 2 || sumOf(hidden) < FEWEST))
    hidden.push(...shown.splice(0, 1));
  return new Set(hidden.map(([unitId]) => unitId));
}

/**
 * What may be told of one section, or of all together (null), to somebody who may ask for each of them and for all: never
 * what is of too few meetings, nor what that could be reckoned from as all less the rest.
 */
export function toldOfMeetings(counts: ReadonlyMap<string, number>, unitId: string | null): Told {
  const all = [...counts];
  if (unitId === null) return toldOf(sumOf(all));
  const own = toldOf(counts.get(unitId) ?? 0);
  return own === 'SHOWN' && withheld(all).has(unitId) ? 'OTHERS' : own;
}
