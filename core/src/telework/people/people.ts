import {
  type Actor,
  hasRole,
  type OrganisationSnapshot,
  type SnapshotPost,
  type UnitKind,
} from '../../directory/index.ts';

/** Somebody at the head of a unit in which, or below which, a person works today. */
export interface Boss {
  readonly staffId: string;
  readonly name: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
}

/** The posts are those of the organisation asked, which need not be today's. */
type Who = Pick<Actor, 'staffId'>;

/** Somebody as a boss has them in view: the post in which they are below, and its unit. */
export interface Under {
  readonly staffId: string;
  readonly name: string;
  readonly post: SnapshotPost;
}

function headsFrom(there: OrganisationSnapshot, unitId: string, staffId: string): Boss[] {
  return there.lineAbove(unitId).flatMap(({ unitId: above, unitName, unitKind, head }) => {
    const holders = (head && there.posts.get(head.postId)?.holders) ?? [];
    // Whoever is at the head of two units is not their own boss.
    return holders
      .filter((holder) => holder.staffId !== staffId)
      .map((holder) => ({
        ...{ staffId: holder.staffId, name: holder.name, postId: head?.postId ?? '', postTitle: head?.title ?? '' },
        ...{ unitId: above, unitName, unitKind },
      }));
  });
}

const once = <T extends { readonly staffId: string }>(some: readonly T[]): T[] =>
  [...new Map(some.toReversed().map((one) => [one.staffId, one])).values()].toReversed();

/** Every head in the lines above somebody today, nearest first, whatever the unit. Vacant posts are passed by. */
export const headsAbove = (there: OrganisationSnapshot, staffId: string): Boss[] =>
  once(there.postsOf(staffId).flatMap(({ unitId }) => headsFrom(there, unitId, staffId)));

const decides = ({ unitKind }: Boss): boolean => unitKind !== 'SUBSECTION';

/**
 * 所属長: of each of the person's posts the nearest head above who holds a 課 or more; a 係長 only where nobody else is
 * above. Several for 兼務; none for whoever is at the top.
 */
export function bossesOf(there: OrganisationSnapshot, staffId: string): Boss[] {
  const nearest = there.postsOf(staffId).flatMap(({ unitId }) => {
    const line = headsFrom(there, unitId, staffId);
    const first = line.find(decides) ?? line[0];
    return line.filter(({ postId }) => postId === first?.postId);
  });
  return once(nearest);
}

const byPlace = (a: Under, b: Under): number =>
  a.post.code === b.post.code ? a.name.localeCompare(b.name, 'ja') : a.post.code < b.post.code ? -1 : 1;

/** Everybody below the units that the actor heads today, whatever lies between; never oneself. */
export function peopleUnder(there: OrganisationSnapshot, actor: Who): Under[] {
  const found = new Map<string, Under>();
  const seen = new Set<string>();
  let units = there.postsOf(actor.staffId).flatMap(({ headsUnit, unitId }) => (headsUnit ? [unitId] : []));
  while (units.length > 0) {
    for (const unitId of units) seen.add(unitId);
    for (const post of units.flatMap((unitId) => there.postsIn(unitId)))
      for (const { staffId, name } of post.holders)
        if (!found.has(staffId) && isAbove(there, actor, staffId)) found.set(staffId, { staffId, name, post });
    const below = units.flatMap((unitId) => there.unitsBelow(unitId).map((unit) => unit.unitId));
    units = [...new Set(below)].filter((unitId) => !seen.has(unitId));
  }
  return [...found.values()].sort(byPlace);
}

/** Those of whom the actor is the 所属長: whose days and months are theirs to confirm. */
export const reportsOf = (there: OrganisationSnapshot, actor: Who): Under[] =>
  peopleUnder(there, actor).filter(({ staffId }) => isBossOf(there, actor, staffId));

const isAbove = (there: OrganisationSnapshot, actor: Who, staffId: string): boolean =>
  headsAbove(there, staffId).some((boss) => boss.staffId === actor.staffId);

export const isBossOf = (there: OrganisationSnapshot, actor: Who, staffId: string): boolean =>
  bossesOf(there, staffId).some((boss) => boss.staffId === actor.staffId);

/** Whether the actor may act as somebody's boss today: as their 所属長, or as a head further up or in between. Never on oneself. */
export const mayActAsBoss = (there: OrganisationSnapshot, actor: Who, staffId: string): boolean =>
  actor.staffId !== staffId && isAbove(there, actor, staffId);

/** Oneself, the heads above in line, and personnel. */
export const mayLookAt = (there: OrganisationSnapshot, actor: Actor, staffId: string): boolean =>
  actor.staffId === staffId || hasRole(actor, 'PERSONNEL') || isAbove(there, actor, staffId);

/** Home address and the like: oneself, one’s 所属長 and personnel, and no head further up or in between. */
export const mayReadPersonal = (there: OrganisationSnapshot, actor: Actor, staffId: string): boolean =>
  actor.staffId === staffId || hasRole(actor, 'PERSONNEL') || isBossOf(there, actor, staffId);

/** Whom somebody has below them and whose days they may look at, asked once for all of a long list. */
export interface Sight {
  isAbove(staffId: string): boolean;
  /** The same as `mayLookAt`. */
  mayLookAt(staffId: string): boolean;
}

export function sightOf(there: OrganisationSnapshot, actor: Actor): Sight {
  const under = new Set(peopleUnder(there, actor).map(({ staffId }) => staffId));
  const personnel = hasRole(actor, 'PERSONNEL');
  return {
    isAbove: (staffId) => under.has(staffId),
    mayLookAt: (staffId) => personnel || staffId === actor.staffId || under.has(staffId),
  };
}
