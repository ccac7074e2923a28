import { type Directory, type OrganisationSnapshot, personOf, postName } from '../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../platform/index.ts';
import { badInput, type Caller, notAllowed } from '../shared/index.ts';
import type { NamedDeputies, NamingInput } from './contract.ts';
import type { Pack } from './engine/pack.ts';
import * as store from './store.ts';

export interface NamingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'organisation'>;
  readonly packToday: (tx: Tx) => Promise<Pack>;
}

/** 指定: where the regulations let the holder of a post name the deputies beforehand. */
export interface Namings {
  /** The caller's own posts, with whom they named. */
  own(caller: Caller): Promise<NamedDeputies>;
  /** @throws not-allowed `regulations.not_your_post`; bad-input `regulations.naming_unknown_post` */
  name(caller: Caller, input: NamingInput): Promise<NamedDeputies>;
}

const nameIn = (there: OrganisationSnapshot, postId: string): string => {
  const post = there.posts.get(postId);
  return post ? postName(post.unitName, post.title) : '';
};

async function shown({ directory, packToday }: NamingParts, tx: Tx, caller: Caller): Promise<NamedDeputies> {
  const [actor, there, pack, named] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    packToday(tx),
    store.namings(tx),
  ]);
  return {
    counts: pack.usesNamed,
    items: actor.posts.map(({ postId }) => ({
      post: { postId, name: nameIn(there, postId) },
      deputies: (named.get(postId) ?? []).map((id) => ({ postId: id, name: nameIn(there, id) })),
    })),
  };
}

export function createNamings(parts: NamingParts): Namings {
  const { db, clock, directory } = parts;
  return {
    own: (caller) => db.inMunicipality(caller.municipalityId, (tx) => shown(parts, tx, caller)),
    name: (caller, { postId, deputyPostIds }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
        if (!actor.posts.some((post) => post.postId === postId)) throw notAllowed('regulations.not_your_post');
        const known = deputyPostIds.every((id) => id !== postId && there.posts.has(id));
        if (!known) throw badInput('regulations.naming_unknown_post');
        const naming = { namingId: newId(clock), postId, deputyPostIds: [...new Set(deputyPostIds)] };
        await store.insertNaming(tx, { ...naming, by: personOf(actor, postId), at: clock.now() });
        return shown(parts, tx, caller);
      }),
  };
}
