import type { Actor, FormerUnit, OrganisationSnapshot } from '../../directory/index.ts';

type There = Pick<OrganisationSnapshot, 'units' | 'lineAbove' | 'unitsBelow' | 'postsOf' | 'headOf'>;

const headsAbove = ({ posts }: Pick<Actor, 'posts'>, unitId: string, there: Pick<There, 'lineAbove'>): boolean =>
  there.lineAbove(unitId).some(({ head }) => head !== null && posts.some(({ postId }) => postId === head.postId));

/** Everybody of the section keeps its list. */
export const mayEdit = ({ posts }: Pick<Actor, 'posts'>, unitId: string): boolean =>
  posts.some(({ sectionId }) => sectionId === unitId);

/** The section, and the heads of what it lies in. */
export const mayRead = (actor: Pick<Actor, 'posts'>, unitId: string, there: There): boolean =>
  mayEdit(actor, unitId) || headsAbove(actor, unitId, there);

/** Of a section that is gone: the heads of what it lay in, as far as that is there still, or of what that lay in. */
export function mayReadFormer(
  actor: Pick<Actor, 'posts'>,
  { parentUnitId }: FormerUnit,
  { formers, there }: { readonly formers: ReadonlyMap<string, FormerUnit>; readonly there: There },
): boolean {
  const seen = new Set<string>();
  let above = parentUnitId;
  while (above !== null && !there.units.has(above)) {
    if (seen.has(above)) return false;
    seen.add(above);
    above = formers.get(above)?.parentUnitId ?? null;
  }
  return above !== null && headsAbove(actor, above, there);
}

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
