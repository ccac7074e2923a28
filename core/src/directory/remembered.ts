import type { Condition, Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import * as queries from './queries.ts';
import type { Actor, LineUnit, PostHolders } from './rules.ts';
import type { OrganisationSnapshot } from './snapshot.ts';
import { organisationOn } from './whole-organisation.ts';

type CodedUnit = LineUnit & { readonly code: string };

/** What has been read of one municipality's directory as of one version and one day. */
interface Known {
  readonly version: number | null;
  readonly day: LocalDate;
  readonly actors: Map<string, Promise<Actor | null>>;
  readonly holders: Map<string, Promise<PostHolders | null>>;
  readonly lines: Map<string, Promise<CodedUnit[]>>;
  /** One, where anybody has asked for the whole. */
  readonly whole: Map<'today', Promise<OrganisationSnapshot>>;
}

// About what a large city's morning needs; whoever comes after is read again.
const MOST_ENTRIES = 20_000;

/** The directory as it stands today, read from the database once per version of it. Every transaction asks for the version. */
export interface Remembered {
  actorByEntraObjectId(tx: Tx, entraObjectId: string): Promise<Actor | null>;
  actorByStaffId(tx: Tx, staffId: string): Promise<Actor | null>;
  holdersOf(tx: Tx, postIds: readonly string[]): Promise<Map<string, PostHolders>>;
  lineAbove(tx: Tx, unitId: string): Promise<CodedUnit[]>;
  /** The whole organisation of today, for rules that may look anywhere in it. */
  organisation(tx: Tx): Promise<OrganisationSnapshot>;
  /** Changes with every change of the directory; null before anything was imported. For others who remember. */
  version(tx: Tx): Promise<number | null>;
  /** The version comes with another statement (`DIRECTORY_VERSION`): it is asked for only when that found no row. */
  heard(tx: Tx, version: Promise<number | null | undefined>): void;
  /**
   * Nobody is asked for the version: the last one is taken to stand, provided that the write that comes of it is made only
   * under this condition. Null where nothing was read today.
   */
  presumed(tx: Tx): Condition | null;
}

export function remembered(today: () => LocalDate): Remembered {
  const cities = new Map<string, Known>();
  const versions = new WeakMap<Tx, Promise<number | null>>();

  const version = (tx: Tx): Promise<number | null> => {
    const asked = versions.get(tx) ?? queries.directoryVersion(tx);
    versions.set(tx, asked);
    return asked;
  };

  async function known(tx: Tx): Promise<Known> {
    const [now, day] = [await version(tx), today()];
    const before = cities.get(tx.municipalityId);
    if (before?.version === now && before.day === day) return before;
    const fresh: Known = {
      version: now,
      day,
      actors: new Map(),
      holders: new Map(),
      lines: new Map(),
      whole: new Map(),
    };
    cities.set(tx.municipalityId, fresh);
    return fresh;
  }

  return {
    version,
    heard(tx, told) {
      const known = told.then((version) => (version === undefined ? queries.directoryVersion(tx) : version));
      known.catch(() => undefined);
      versions.set(tx, known);
    },
    presumed(tx) {
      const before = cities.get(tx.municipalityId);
      if (before?.day !== today()) return null;
      versions.set(tx, Promise.resolve(before.version));
      return queries.directoryStands(tx, before.version);
    },
    async actorByEntraObjectId(tx, id) {
      const { actors, day } = await known(tx);
      return once(actors, `entra/${id}`, () => queries.actorByEntraObjectId(tx, id, day));
    },
    async actorByStaffId(tx, id) {
      const { actors, day } = await known(tx);
      return once(actors, `staff/${id}`, () => queries.actorByStaffId(tx, id, day));
    },
    async lineAbove(tx, unitId) {
      const { lines, day } = await known(tx);
      return once(lines, unitId, () => queries.lineAbove(tx, unitId, day));
    },
    async organisation(tx) {
      const { whole, day } = await known(tx);
      return once(whole, 'today', () => organisationOn(tx, day));
    },
    async holdersOf(tx, postIds) {
      const { holders, day } = await known(tx);
      const missing = postIds.filter((postId) => !holders.has(postId));
      const reading = missing.length === 0 ? null : queries.holdersOf(tx, missing, day);
      const read = async (postId: string) =>
        (await (reading ?? queries.holdersOf(tx, [postId], day))).get(postId) ?? null;
      const found = postIds.map(async (postId) => [postId, await once(holders, postId, () => read(postId))] as const);
      return new Map((await Promise.all(found)).flatMap(([postId, post]) => (post ? [[postId, post] as const] : [])));
    },
  };
}

/** Asked for at the same moment by many, it is read once. A reading that failed, with another's transaction, is forgotten. */
function once<K, T>(kept: Map<K, Promise<T>>, key: K, read: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before.catch(read);
  if (kept.size >= MOST_ENTRIES) kept.clear();
  const reading = read();
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  return reading;
}
