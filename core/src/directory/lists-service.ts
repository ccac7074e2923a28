import type { Clock, Database, Tx } from '../platform/index.ts';
import { badInput, type Caller, type LocalDate, localDateOf, notAllowed, parseLocalDate } from '../shared/index.ts';
import type { ListedPostPage, ListedStaffPage, ListedUnitPage, ListQuery } from './contract.ts';
import { everybody, type Page, postsOf, unitsOf } from './lists.ts';
import { findPeople, type PeopleIndex, peopleIndex, wordsOf } from './people-index.ts';
import { maySeeAhead } from './rehearsal/policy.ts';
import type { Directory } from './service.ts';

/** The organisation as lists, for pickers. Of a day to come only for those who may know it. */
export interface DirectoryLists {
  units(caller: Caller, query: ListQuery): Promise<ListedUnitPage>;
  posts(caller: Caller, query: ListQuery): Promise<ListedPostPage>;
  staff(caller: Caller, query: Omit<ListQuery, 'on'>): Promise<ListedStaffPage>;
}

interface Listed<T> {
  readonly query: ListQuery;
  readonly limit: number;
  readonly read: (tx: Tx, page: Page) => Promise<T[]>;
  /** By what the list is ordered: where the next page begins. */
  readonly key: (item: T) => string;
}

export function createDirectoryLists(parts: {
  db: Database;
  clock: Clock;
  directory: Pick<Directory, 'actorOf' | 'version'>;
}): DirectoryLists {
  const { db, clock, directory } = parts;
  const list = <T>(caller: Caller, { query, limit, read, key }: Listed<T>) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const [actor, today] = [await directory.actorOf(tx, caller), localDateOf(clock.now())];
      const day = query.on === undefined ? today : parseLocalDate(query.on);
      if (!day) throw badInput('directory.no_such_day', { day: query.on ?? '' });
      if (day > today && !maySeeAhead(actor)) throw notAllowed('directory.embargo');
      const found = await read(tx, { ...asked(query, day), limit: limit + 1 });
      const last = found.length > limit ? found[limit - 1] : undefined;
      return { items: found.slice(0, limit), nextCursor: last ? Buffer.from(key(last)).toString('base64url') : null };
    });
  const people = rememberedPeople(directory);
  const staffOf = async (tx: Tx, page: Page) => findPeople(await people(tx, page.day), page);
  return {
    units: (caller, query) => list(caller, { query, limit: 500, read: unitsOf, key: ({ code }) => code }),
    posts: (caller, query) => list(caller, { query, limit: 100, read: postsOf, key: ({ code }) => code }),
    staff: (caller, query) => list(caller, { query, limit: 50, read: staffOf, key: ({ signInName }) => signInName }),
  };
}

function asked({ q, unitId, cursor }: ListQuery, day: LocalDate): Omit<Page, 'limit'> {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString();
  if (after !== null && (after === '' || !after.isWellFormed() || after.includes('\0')))
    throw badInput('directory.bad_cursor');
  return { day, words: wordsOf(q), unitId: unitId ?? null, after };
}

/** Everybody of a municipality, read once per version of the directory and day. */
function rememberedPeople({ version }: Pick<Directory, 'version'>) {
  const cities = new Map<string, { readonly of: string; readonly people: Promise<PeopleIndex> }>();
  return async (tx: Tx, day: LocalDate): Promise<PeopleIndex> => {
    const of = `${await version(tx)} ${day}`;
    const known = cities.get(tx.municipalityId);
    if (known?.of === of) return known.people;
    const people = everybody(tx, day).then(peopleIndex);
    cities.set(tx.municipalityId, { of, people });
    people.catch(() => cities.delete(tx.municipalityId));
    return people;
  };
}
