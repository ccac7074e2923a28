import { hasRole } from '../../directory/index.ts';
import type { Sight } from '../access.ts';

type Kept = { readonly unitId: string; readonly custody: 'SECTION' | 'CENTRAL' };

/** 文書主任 of the section; of what was handed over, 総括文書管理者. */
export function mayPrune(sight: Sight, { unitId, custody }: Kept): boolean {
  if (custody === 'CENTRAL') return hasRole(sight.actor, 'CHIEF_RECORDS_MANAGER');
  return hasRole(sight.actor, 'RECORDS_OFFICER') && sight.sections.includes(unitId);
}

/** Where this person may prune at all, as lists ask it: `mayPrune` in two answers. */
export const prunesIn = (sight: Sight): { readonly sections: readonly string[]; readonly central: boolean } => ({
  sections: hasRole(sight.actor, 'RECORDS_OFFICER') ? sight.sections : [],
  central: hasRole(sight.actor, 'CHIEF_RECORDS_MANAGER'),
});
