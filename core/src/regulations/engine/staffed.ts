import type { OrganisationSnapshot } from '../../directory/index.ts';

/** Whether anybody at all works in the unit or below it. */
export function isStaffed(there: OrganisationSnapshot, unitId: string): boolean {
  return (
    there.postsIn(unitId).some(({ holders }) => holders.length > 0) ||
    there.unitsBelow(unitId).some((unit) => isStaffed(there, unit.unitId))
  );
}
