import type { Directory, OrganisationSnapshot, SnapshotPost } from '../directory/index.ts';
import type { Database, Tx } from '../platform/index.ts';
import type { Caller } from '../shared/index.ts';
import type { CardContext, Member } from './cards/elements.ts';
import type { CaseView } from './contract.ts';

/** Every post of the unit and of the units below it; a unit is looked at once, however they are linked. */
function postsUnder(there: OrganisationSnapshot, unitId: string, seen = new Set<string>()): SnapshotPost[] {
  if (seen.has(unitId)) return [];
  seen.add(unitId);
  const below = there.unitsBelow(unitId).flatMap((unit) => postsUnder(there, unit.unitId, seen));
  return [...there.postsIn(unitId), ...below];
}

export type Members = NonNullable<CardContext['members']>;

/** Of whom the viewer may name one to answer for a consulted section and its subsections, slot by slot. */
export async function sectionMembers(directory: Directory, tx: Tx, view: CaseView): Promise<Members> {
  const members = new Map<string, readonly Member[]>();
  if (view.may.receive.length === 0) return members;
  const there = await directory.organisation(tx);
  for (const { id, postId } of view.route) {
    const unitId = there.posts.get(postId)?.unitId;
    if (unitId === undefined || !view.may.receive.includes(id)) continue;
    const people = postsUnder(there, unitId).flatMap(({ title, holders }) =>
      holders.map(({ staffId, name }) => ({ staffId, name, postTitle: title })),
    );
    members.set(id, [...new Map(people.map((person) => [person.staffId, person])).values()]);
  }
  return members;
}

/** The same for whoever presses a button. */
export const membersFor =
  ({ db, directory }: { db: Database; directory: Directory }) =>
  async (caller: Caller, view: CaseView): Promise<Members> =>
    view.may.receive.length === 0
      ? new Map()
      : db.singly(caller.municipalityId, (tx) => sectionMembers(directory, tx, view));
