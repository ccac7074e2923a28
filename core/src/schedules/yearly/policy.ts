import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';

type There = Pick<OrganisationSnapshot, 'units' | 'lineAbove' | 'unitsBelow' | 'postsOf' | 'headOf'>;

/** Everybody of the section keeps its list. */
export const mayEdit = ({ posts }: Pick<Actor, 'posts'>, unitId: string): boolean =>
  posts.some(({ sectionId }) => sectionId === unitId);

/** The section, and the heads of what it lies in. */
export const mayRead = (actor: Pick<Actor, 'posts'>, unitId: string, there: There): boolean =>
  mayEdit(actor, unitId) ||
  there.lineAbove(unitId).some(({ head }) => head !== null && actor.posts.some(({ postId }) => postId === head.postId));

/** The sections whose lists somebody may read: their own first. */
export function readableSections(actor: Pick<Actor, 'posts'>, there: There): string[] {
  const own = actor.posts.map(({ sectionId }) => sectionId);
  const headed = actor.posts.filter(({ postId, unitId }) => there.headOf(unitId)?.postId === postId);
  const below = (unitId: string): string[] =>
    there
      .unitsBelow(unitId)
      .filter(({ kind }) => kind !== 'SUBSECTION')
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((unit) => [unit.unitId, ...below(unit.unitId)]);
  return [...new Set([...own, ...headed.flatMap(({ unitId }) => below(unitId))])];
}
