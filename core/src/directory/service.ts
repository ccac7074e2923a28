import { type Clock, type Condition, type Database, emit, type Tx } from '../platform/index.ts';
import { type Caller, isUuid, type LocalDate, localDateOf, notAllowed } from '../shared/index.ts';
import type { Me, Role } from './contract.ts';
import { readPostsCsv } from './csv.ts';
import { type FormerUnit, formerUnits } from './former-units.ts';
import * as queries from './queries.ts';
import { remembered } from './remembered.ts';
import { type Actor, type LineUnit, type PostHolders, personOf, type UnitRef } from './rules.ts';
import type { OrganisationSnapshot } from './snapshot.ts';
import { type EntraPerson, learnSizes, register, saveOrganisation, savePeople } from './store.ts';

/** The fact that an import has changed people, posts or appointments. */
export const ORGANISATION_CHANGED = 'directory/organisation-changed';

export interface ImportResult {
  readonly people: number;
  readonly posts: number;
  /** Named by the list of posts, unknown to Entra: their posts stay vacant until they are there. */
  readonly unknown: readonly string[];
}

export interface Directory {
  /**
   * Who calls, as the directory knows them today.
   * @throws not-allowed `directory.unknown_person`, `directory.unknown_municipality`
   */
  actorOf(tx: Tx, caller: Caller): Promise<Actor>;
  /** The same for a job that works on a person's behalf; null when the person is gone. */
  actorById(tx: Tx, staffId: string): Promise<Actor | null>;
  /** Whom Teams means by this id; null for everybody who is not of the staff, whatever kind of id they have. */
  actorByEntraId(tx: Tx, entraObjectId: string): Promise<Actor | null>;
  /** Changes with every change of the directory: what was read under one version may be kept until the next. */
  version(tx: Tx): Promise<number | null>;
  /** The version comes with another statement (`DIRECTORY_VERSION`): it is asked for only when that found no row. */
  heard(tx: Tx, version: Promise<number | null | undefined>): void;
  /** It is taken to be as it was last read, provided that what is written under this condition only; null: it must be asked. */
  presumed(tx: Tx): Condition | null;
  holdersOf(tx: Tx, postIds: readonly string[]): Promise<Map<string, PostHolders>>;
  /** Everybody who has the role today. */
  actorsWith(tx: Tx, role: Role): Promise<Actor[]>;
  /** The whole organisation of today in memory, for rules that may look anywhere in it; read once per version. */
  organisation(tx: Tx): Promise<OrganisationSnapshot>;
  /** The units that are there no more, by their ids, as they were last; nothing says what came after them. */
  formerUnits(tx: Tx): Promise<Map<string, FormerUnit>>;
  /** The unit and those above it, each with its head post today, nearest first. */
  lineAbove(tx: Tx, unitId: string): Promise<LineUnit[]>;
  /** The 課 that the unit is or, for a 係, lies in today; a unit that is gone, or in no 課, stands for itself. */
  sectionOf(tx: Tx, unitId: string): Promise<string>;
  /** The unit and its ancestors today, nearest first. */
  unitPath(tx: Tx, unitId: string): Promise<UnitRef[]>;
  me(caller: Caller): Promise<Omit<Me, 'sandbox'>>;
  isEmpty(municipalityId: string): Promise<boolean>;
  /** Since when people who hold a post today have been here; null where the lists do not go back so far. All, or those named. */
  servingSince(tx: Tx, staffIds: readonly string[] | null): Promise<Map<string, LocalDate | null>>;
  enabledStaff(municipalityId: string): Promise<{ staffId: string; entraObjectId: string }[]>;
  /** Who can sign in under this name; null: nobody, or not one alone. */
  objectIdOf(municipalityId: string, signInName: string): Promise<string | null>;
  /** Who can sign in under these names (in small letters); a name that nobody has, or not one alone, is left out. */
  staffNamed(tx: Tx, signInNames: readonly string[]): Promise<Map<string, string>>;
  /** The sign-in names, which are their addresses too, of those of these people who can sign in. */
  addressesOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string>>;
  /** The Entra object ids of those of these people who can sign in. */
  objectIdsOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string>>;
  /** Registers the municipality under its name; again is harmless. */
  register(municipalityId: string, name: string): Promise<void>;
  /** Every registered municipality, for jobs that go through all of them. */
  municipalities(): Promise<string[]>;
  importPeople(municipalityId: string, people: readonly EntraPerson[]): Promise<void>;
  /** @throws bad-input `directory.csv_unreadable`, `directory.csv_rows` */
  importPosts(municipalityId: string, csv: Uint8Array): Promise<ImportResult>;
}

export function createDirectory({ db, clock }: { db: Database; clock: Clock }): Directory {
  const today = () => localDateOf(clock.now());
  const inside = <T>(municipalityId: string, work: (tx: Tx) => Promise<T>) => db.inMunicipality(municipalityId, work);
  const known = remembered(today);
  const actorOf = async (tx: Tx, caller: Caller): Promise<Actor> => {
    const actor = await known.actorByEntraObjectId(tx, caller.entraObjectId);
    if (actor) return actor;
    const registered = (await queries.municipalityName(tx)) !== null;
    throw notAllowed(registered ? 'directory.unknown_person' : 'directory.unknown_municipality');
  };
  return {
    actorOf,
    version: known.version,
    heard: known.heard,
    presumed: known.presumed,
    actorById: known.actorByStaffId,
    async actorByEntraId(tx, entraObjectId) {
      const id = entraObjectId.toLowerCase();
      return isUuid(id) ? known.actorByEntraObjectId(tx, id) : null;
    },
    holdersOf: known.holdersOf,
    async actorsWith(tx, role) {
      const staffIds = await queries.staffWith(tx, role, today());
      const actors = await Promise.all(staffIds.map((staffId) => known.actorByStaffId(tx, staffId)));
      return actors.filter((actor) => actor !== null);
    },
    organisation: known.organisation,
    formerUnits: (tx) => formerUnits(tx, today()),
    lineAbove: known.lineAbove,
    async sectionOf(tx, unitId) {
      const line = await known.lineAbove(tx, unitId);
      return (line.find(({ unitKind }) => unitKind !== 'SUBSECTION') ?? line.at(-1))?.unitId ?? unitId;
    },
    async unitPath(tx, unitId) {
      const line = await known.lineAbove(tx, unitId);
      return line.map((unit) => ({ unitId: unit.unitId, code: unit.code, name: unit.unitName, kind: unit.unitKind }));
    },
    me: (caller) =>
      inside(caller.municipalityId, async (tx) => {
        const [actor, name] = await Promise.all([actorOf(tx, caller), queries.municipalityName(tx)]);
        return presentMe(actor, { id: caller.municipalityId, name: name ?? '' });
      }),
    isEmpty: (municipalityId) => inside(municipalityId, queries.isEmpty),
    servingSince: (tx, staffIds) => queries.servingSince(tx, staffIds, today()),
    enabledStaff: (municipalityId) => inside(municipalityId, queries.enabledStaff),
    objectIdOf: (municipalityId, signInName) => inside(municipalityId, (tx) => queries.objectIdOf(tx, signInName)),
    staffNamed: queries.staffNamed,
    addressesOf: queries.addressesOf,
    objectIdsOf: queries.objectIdsOf,
    register: (municipalityId, name) => register(db, municipalityId, name),
    municipalities: () => queries.municipalities(db),
    async importPeople(municipalityId, people) {
      const changed = await inside(municipalityId, async (tx) => tellIf((await savePeople(tx, clock, people)) > 0, tx));
      if (changed) await learnSizes(db);
    },
    async importPosts(municipalityId, csv) {
      const lines = readPostsCsv(csv);
      const { changed, unknown } = await inside(municipalityId, async (tx) => {
        const saved = await saveOrganisation(tx, clock, lines, today());
        return { ...saved, changed: await tellIf(saved.changed > 0, tx) };
      });
      if (changed) await learnSizes(db);
      const named = lines.flatMap((line) => (line.signInName === null ? [] : [line.signInName]));
      return { people: new Set(named).size, posts: new Set(lines.map((line) => line.postCode)).size, unknown };
    },
  };
}

/** Whoever shows who holds a post has to look again. */
async function tellIf(changed: boolean, tx: Tx): Promise<boolean> {
  if (changed) await emit(tx, [{ topic: ORGANISATION_CHANGED, payload: {} }]);
  return changed;
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
