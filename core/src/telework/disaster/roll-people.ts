import { type Actor, type Directory, type OrganisationSnapshot, type Person, personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';

/** Whom a roll calls: of a unit and all below it, these people, or everybody. */
export interface Whom {
  readonly unitId: string | null;
  readonly staffIds?: readonly string[] | undefined;
}

export interface Somebody {
  readonly unitId: string | null;
  readonly person: Person;
}

/** The unit and every one below it today. */
export function unitsUnder(there: OrganisationSnapshot, unitId: string): Set<string> {
  const found = new Set([unitId]);
  for (const id of found) for (const below of there.unitsBelow(id)) found.add(below.unitId);
  return found;
}

/** Where they are counted: in the first of their posts that is meant. */
function postIn(there: OrganisationSnapshot, staffId: string, units: ReadonlySet<string> | null) {
  return there.postsOf(staffId).find(({ unitId }) => units === null || units.has(unitId));
}

const withoutPost = (actor: Actor): Somebody => ({ unitId: null, person: personOf(actor) });

/** Everybody who is meant and can sign in; whoever holds no post is named by what Entra says. */
export async function peopleMeant(
  {
    directory,
    tx,
    there,
    enabled,
  }: {
    readonly directory: Directory;
    readonly tx: Tx;
    readonly there: OrganisationSnapshot;
    /** Everybody who can sign in. */
    readonly enabled: readonly string[];
  },
  { unitId, staffIds }: Whom,
): Promise<Somebody[]> {
  const units = unitId === null ? null : unitsUnder(there, unitId);
  const named = staffIds === undefined ? null : new Set(staffIds);
  const found: Somebody[] = [];
  for (const staffId of enabled) {
    if (named && !named.has(staffId)) continue;
    const post = postIn(there, staffId, units);
    if (post) {
      const name = post.holders.find((holder) => holder.staffId === staffId)?.name ?? '';
      found.push({ unitId: post.unitId, person: { staffId, name, postTitle: post.title, unitName: post.unitName } });
    } else if (units === null) {
      const actor = await directory.actorById(tx, staffId);
      if (actor) found.push(withoutPost(actor));
    }
  }
  return found;
}
