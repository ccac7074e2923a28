import type { Clock, Database, Tx } from '../platform/index.ts';
import { type Caller, localDateOf, notAllowed } from '../shared/index.ts';
import type { Me } from './contract.ts';
import { readPostsCsv } from './csv.ts';
import * as queries from './queries.ts';
import { type Actor, type LineUnit, type PostHolders, personOf, type UnitRef } from './rules.ts';
import { type EntraPerson, saveOrganisation, savePeople, unknownSignInNames } from './store.ts';

export interface ImportResult {
  readonly people: number;
  readonly posts: number;
  /** Named by the list of posts, unknown to Entra: their posts stay vacant until they are there. */
  readonly unknown: readonly string[];
}

export interface Directory {
  /** Who calls, as the directory knows them today. @throws not-allowed `directory.unknown_person` */
  actorOf(tx: Tx, caller: Caller): Promise<Actor>;
  /** The same for a job that works on a person's behalf; null when the person is gone. */
  actorById(tx: Tx, staffId: string): Promise<Actor | null>;
  holdersOf(tx: Tx, postIds: readonly string[]): Promise<Map<string, PostHolders>>;
  /** The unit and those above it, each with its head post today, nearest first. */
  lineAbove(tx: Tx, unitId: string): Promise<LineUnit[]>;
  /** The unit and its ancestors today, nearest first. */
  unitPath(tx: Tx, unitId: string): Promise<UnitRef[]>;
  me(caller: Caller): Promise<Omit<Me, 'sandbox'>>;
  isEmpty(municipalityId: string): Promise<boolean>;
  enabledStaff(municipalityId: string): Promise<{ staffId: string; entraObjectId: string }[]>;
  /** Registers the municipality under its name; again is harmless. */
  register(municipalityId: string, name: string): Promise<void>;
  importPeople(municipalityId: string, people: readonly EntraPerson[]): Promise<void>;
  /** @throws bad-input `directory.csv_unreadable`, `directory.csv_rows` */
  importPosts(municipalityId: string, csv: Uint8Array): Promise<ImportResult>;
}

export function createDirectory({ db, clock }: { db: Database; clock: Clock }): Directory {
  const today = () => localDateOf(clock.now());
  const inside = <T>(municipalityId: string, work: (tx: Tx) => Promise<T>) => db.inMunicipality(municipalityId, work);
  const actorOf = async (tx: Tx, caller: Caller): Promise<Actor> => {
    const actor = await queries.actorByEntraObjectId(tx, caller.entraObjectId, today());
    if (!actor) throw notAllowed('directory.unknown_person');
    return actor;
  };
  return {
    actorOf,
    actorById: (tx, staffId) => queries.actorByStaffId(tx, staffId, today()),
    holdersOf: (tx, postIds) => queries.holdersOf(tx, postIds, today()),
    lineAbove: (tx, unitId) => queries.lineAbove(tx, unitId, today()),
    unitPath: (tx, unitId) => queries.unitPath(tx, unitId, today()),
    me: (caller) =>
      inside(caller.municipalityId, async (tx) => {
        const [actor, name] = await Promise.all([actorOf(tx, caller), queries.municipalityName(tx)]);
        return presentMe(actor, { id: caller.municipalityId, name: name ?? '' });
      }),
    isEmpty: (municipalityId) => inside(municipalityId, queries.isEmpty),
    enabledStaff: (municipalityId) => inside(municipalityId, queries.enabledStaff),
    async register(municipalityId, name) {
      await db.owner.query(
        `insert into kaigi.municipality_registry (municipality_id, name) values ($1, $2)
         on conflict (municipality_id) do update set name = excluded.name`,
        [municipalityId, name],
      );
    },
    importPeople: (municipalityId, people) => inside(municipalityId, (tx) => savePeople(tx, clock, people)),
    async importPosts(municipalityId, csv) {
      const lines = readPostsCsv(csv);
      return inside(municipalityId, async (tx) => {
        await saveOrganisation(tx, clock, lines, today());
        const unknown = await unknownSignInNames(tx, lines);
        const people = new Set(lines.map((line) => line.signInName)).size;
        return { people, posts: new Set(lines.map((line) => line.postCode)).size, unknown };
      });
    },
  };
}

function presentMe(actor: Actor, municipality: Me['municipality']): Omit<Me, 'sandbox'> {
  const { staffId, name } = personOf(actor);
  return {
    staffId,
    name,
    signInName: actor.signInName,
    municipality,
    posts: actor.posts.map(({ postId, title, unitName, concurrent }) => ({ postId, title, unitName, concurrent })),
    roles: [...actor.roles],
  };
}
