import type { Actor, OrganisationSnapshot, Rank, SnapshotPost } from '../../directory/index.ts';
import { seesAll } from '../may.ts';
import { type Instruction, mayFollow } from './rules.ts';

const HEIGHT: Readonly<Record<Rank, number>> = {
  MAYOR: 9,
  DEPUTY_MAYOR: 8,
  BUREAU_HEAD: 7,
  WARD_HEAD: 7,
  DEPARTMENT_HEAD: 6,
  SECTION_HEAD: 5,
  DEPUTY_SECTION_HEAD: 4,
  SUBSECTION_HEAD: 3,
  CHIEF: 2,
  STAFF: 1,
};

/** Of one line of units: its head is above everybody in it and below it, else the higher rank is. */
function isAbove(there: OrganisationSnapshot, upper: SnapshotPost, lower: SnapshotPost): boolean {
  const higher = HEIGHT[upper.rank] > HEIGHT[lower.rank];
  if (upper.unitId === lower.unitId) return upper.headsUnit ? !lower.headsUnit : higher && !lower.headsUnit;
  const line = there.lineAbove(lower.unitId);
  return line.some(({ unitId }) => unitId === upper.unitId) && (upper.headsUnit || higher);
}

/** The post of the actor that is above a post of this person today; null where none is. Nobody is above themselves. */
export function postAbove(there: OrganisationSnapshot, actor: Actor, staffId: string): string | null {
  if (actor.staffId === staffId) return null;
  const theirs = there.postsOf(staffId);
  const above = actor.posts.find(({ postId }) => {
    const own = there.posts.get(postId);
    return own !== undefined && theirs.some((post) => isAbove(there, own, post));
  });
  return above?.postId ?? null;
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

/** Everybody below the actor today with the post in which they are, nearest first, each once. */
export function below(there: OrganisationSnapshot, actor: Actor): { staffId: string; post: SnapshotPost }[] {
  const own = actor.posts.flatMap(({ postId }) => there.posts.get(postId) ?? []);
  const found = new Map<string, SnapshotPost>();
  const seen = new Set<string>();
  let units = [...new Set(own.map(({ unitId }) => unitId))];
  while (units.length > 0) {
    for (const post of units.flatMap((unitId) => there.postsIn(unitId))) {
      if (!own.some((upper) => isAbove(there, upper, post))) continue;
      for (const { staffId } of post.holders.toSorted(byName))
        if (staffId !== actor.staffId && !found.has(staffId)) found.set(staffId, post);
    }
    for (const unitId of units) seen.add(unitId);
    units = [...new Set(units.flatMap((unitId) => there.unitsBelow(unitId).map((unit) => unit.unitId)))].filter(
      (unitId) => !seen.has(unitId),
    );
  }
  return [...found].map(([staffId, post]) => ({ staffId, post }));
}

/** Whoever gave it, and whoever holds the post today in which it was given. */
export const isGiver = (actor: Actor, { giverPostId, given }: Instruction): boolean =>
  given.givenBy.staffId === actor.staffId || actor.posts.some(({ postId }) => postId === giverPostId);

export const isAddressee = (actor: Actor, { given }: Instruction): boolean => given.addressee.staffId === actor.staffId;

/** Both sides, and the roles that watch over records; for all others it does not exist. */
export const maySee = (actor: Actor, instruction: Instruction): boolean =>
  isAddressee(actor, instruction) || isGiver(actor, instruction) || seesAll(actor);

export const mayDraft = (actor: Actor, instruction: Instruction): boolean =>
  isAddressee(actor, instruction) && mayFollow(instruction, 'DRAFTED');

/** The addressee does not take back what was asked of them, also not in a post taken over later. */
export const mayCancel = (actor: Actor, instruction: Instruction): boolean =>
  isGiver(actor, instruction) && !isAddressee(actor, instruction) && mayFollow(instruction, 'CANCELLED');
