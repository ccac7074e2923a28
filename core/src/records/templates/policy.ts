import { type Actor, hasRole } from '../../directory/index.ts';

/** Adding: a 文書主任 and the 総括文書管理者, for the section of their main post. */
export function mayAdd(actor: Actor): boolean {
  return actor.posts.length > 0 && (hasRole(actor, 'RECORDS_OFFICER') || hasRole(actor, 'CHIEF_RECORDS_MANAGER'));
}

/** Changing: a 文書主任 of the section that answers for it, and the 総括文書管理者. */
export function mayChange(actor: Actor, template: { readonly ownerUnitId: string }): boolean {
  if (hasRole(actor, 'CHIEF_RECORDS_MANAGER')) return true;
  const { ownerUnitId } = template;
  return hasRole(actor, 'RECORDS_OFFICER') && actor.posts.some((post) => post.sectionId === ownerUnitId);
}
