import { type Actor, hasRole } from '../rules.ts';

/** 内示: until its day only personnel and general affairs know the organisation to come. */
export function maySeeAhead(actor: Actor): boolean {
  return hasRole(actor, 'PERSONNEL') || hasRole(actor, 'GENERAL_AFFAIRS');
}
