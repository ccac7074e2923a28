import {
  type Actor,
  type Directory,
  hasRole,
  type OrganisationSnapshot,
  type SnapshotUnit,
} from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { type Caller, folded, type Locale, localDateOf, notFound } from '../../shared/index.ts';
import { peopleUnder } from '../people/people.ts';
import type { PresenceBoard, PresenceQuery, PresenceRow, PresenceState } from './contract.ts';
import { PresenceStateSchema } from './contract.ts';
import { type KnowingParts, presencesOf } from './known.ts';
import { type OnBoard, peopleIn, topUnits } from './people-of.ts';
import { presentRow } from './present.ts';

export interface PresenceService {
  /** Who is where of a unit now. @throws not-found `telework.presence_unit_unknown` */
  board(caller: Caller, query: PresenceQuery): Promise<PresenceBoard>;
  /** Those whose name, or whose unit, has these words; null where nobody has. */
  find(caller: Caller, words: string): Promise<PresenceRow[] | null>;
}

export interface PresenceParts extends KnowingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
}

/** Whose details the actor may read, and whom they may ask to answer. */
export function viewOf(there: OrganisationSnapshot, actor: Actor) {
  const under = new Set(peopleUnder(there, actor).map(({ staffId }) => staffId));
  const personnel = hasRole(actor, 'PERSONNEL');
  return {
    isAbove: (staffId: string) => under.has(staffId),
    mayKnow: (staffId: string) => personnel || staffId === actor.staffId || under.has(staffId),
  };
}

function unitAsked(there: OrganisationSnapshot, actor: Actor, asked: PresenceQuery['unit']): SnapshotUnit | null {
  const unitId = asked ?? actor.posts[0]?.sectionId ?? 'all';
  if (unitId === 'all') return null;
  const unit = there.units.get(unitId);
  if (!unit) throw notFound('telework.presence_unit_unknown');
  return unit;
}

interface Rows {
  readonly people: readonly OnBoard[];
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly locale: Locale;
}

async function rowsOf(parts: PresenceParts, tx: Tx, { people, actor, there, locale }: Rows): Promise<PresenceRow[]> {
  const now = parts.clock.now();
  const staffIds = people.map(({ staffId }) => staffId);
  const seen = await presencesOf(parts, tx, { staffIds, now });
  const view = viewOf(there, actor);
  const when = { municipalityId: tx.municipalityId, day: localDateOf(now) };
  const places = parts.regulations.teleworkOn(when).policy?.words.places ?? [];
  const { specialLeave } = parts.regulations.workingTimeOn(when);
  return people.flatMap((person) => {
    const one = seen.get(person.staffId);
    return one ? [presentRow({ person, presence: one, view }, { places, specialLeave, locale })] : [];
  });
}

const countsOf = (items: readonly PresenceRow[]): Record<PresenceState, number> => {
  const counts = Object.fromEntries(PresenceStateSchema.options.map((state) => [state, 0]));
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1;
  return counts as Record<PresenceState, number>;
};

const named = ({ unitId, name }: { unitId: string; name: string }) => ({ unitId, name });

async function board(parts: PresenceParts, caller: Caller, query: PresenceQuery): Promise<PresenceBoard> {
  const { db, directory, clock, regulations } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([
      directory.actorOf(tx, caller),
      directory.organisation(tx),
      regulations.ready(tx),
    ]);
    const unit = unitAsked(there, actor, query.unit);
    const people = peopleIn(there, unit ? [unit] : topUnits(there), query.below === 'true');
    const items = await rowsOf(parts, tx, { people, actor, there, locale: caller.locale });
    const line = unit ? there.lineAbove(unit.unitId).toReversed() : [];
    const below = unit ? there.unitsBelow(unit.unitId) : topUnits(there);
    return {
      at: clock.now().toISOString(),
      path: line.map(({ unitId, unitName }) => ({ unitId, name: unitName })),
      units: [...below].sort((a, b) => (a.code < b.code ? -1 : 1)).map(named),
      ...{ items, counts: countsOf(items) },
    };
  });
}

async function find(parts: PresenceParts, caller: Caller, words: string): Promise<PresenceRow[] | null> {
  const { db, directory, regulations } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([
      directory.actorOf(tx, caller),
      directory.organisation(tx),
      regulations.ready(tx),
    ]);
    const asked = folded(words);
    const units = [...there.units.values()].filter(({ name }) => folded(name) === asked);
    const everybody = peopleIn(there, topUnits(there), true);
    const people =
      units.length > 0
        ? peopleIn(there, units, true)
        : everybody.filter(({ name, post }) => folded(`${post.unitName}${post.title}${name}`).includes(asked));
    return people.length === 0 ? null : rowsOf(parts, tx, { people, actor, there, locale: caller.locale });
  });
}

export function createPresence(parts: PresenceParts): PresenceService {
  return {
    board: (caller, query) => board(parts, caller, query),
    find: (caller, words) => find(parts, caller, words),
  };
}
