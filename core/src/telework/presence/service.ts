import type { Actor, Directory, OrganisationSnapshot, SnapshotUnit } from '../../directory/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import { type Caller, folded, type Locale, localDateOf, notFound } from '../../shared/index.ts';
import { sightOf } from '../people/people.ts';
import type { PresenceBoard, PresenceQuery, PresenceRow, PresenceState } from './contract.ts';
import { PresenceStateSchema } from './contract.ts';
import { peopleIn, topUnits } from './people-of.ts';
import { presentRow } from './present.ts';
import { type Board, type BoardParts, boardFor, rememberedBoards } from './remembered.ts';

export interface PresenceService {
  /** Who is where of a unit now. @throws not-found `telework.presence_unit_unknown` */
  board(caller: Caller, query: PresenceQuery): Promise<PresenceBoard>;
  /** Those whose name, or whose unit, has these words; null where nobody has. */
  find(caller: Caller, words: string): Promise<PresenceRow[] | null>;
}

export interface PresenceParts extends BoardParts {
  readonly db: Database;
  readonly directory: Directory;
}

const NO_CONTACTS: ReadonlyMap<string, string> = new Map();

function unitAsked(there: OrganisationSnapshot, actor: Actor, asked: PresenceQuery['unit']): SnapshotUnit | null {
  const unitId = asked ?? actor.posts[0]?.sectionId ?? 'all';
  if (unitId === 'all') return null;
  const unit = there.units.get(unitId);
  if (!unit) throw notFound('telework.presence_unit_unknown');
  return unit;
}

interface Rows extends Board {
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly locale: Locale;
}

/** As this reader may see it, which is asked anew every time. */
async function rowsOf(parts: PresenceParts, tx: Tx, { actor, there, locale, ...board }: Rows): Promise<PresenceRow[]> {
  const { people, presences } = board;
  const sight = sightOf(there, actor);
  const contacts = people.some(({ staffId }) => sight.mayLookAt(staffId)) ? await board.contacts(tx) : NO_CONTACTS;
  const when = { municipalityId: tx.municipalityId, day: localDateOf(presences.at) };
  const places = parts.regulations.teleworkOn(when).policy?.words.places ?? [];
  const { specialLeave } = parts.regulations.workingTimeOn(when);
  return people.flatMap((person) => {
    const presence = presences.of.get(person.staffId);
    return presence ? [presentRow({ person, presence, sight, contacts }, { places, specialLeave, locale })] : [];
  });
}

/** Where these people are now, as this reader may see it, for capabilities that show it beside something of theirs. */
export async function presenceOfPeople(
  parts: PresenceParts,
  tx: Tx,
  { people, ...reader }: Pick<Rows, 'actor' | 'there' | 'locale' | 'people'>,
): Promise<PresenceRow[]> {
  const [board] = await Promise.all([boardFor(parts, tx, people), parts.regulations.ready(tx)]);
  return rowsOf(parts, tx, { ...board, ...reader });
}

const countsOf = (items: readonly PresenceRow[]): Record<PresenceState, number> => {
  const counts = Object.fromEntries(PresenceStateSchema.options.map((state) => [state, 0]));
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1;
  return counts as Record<PresenceState, number>;
};

const named = ({ unitId, name }: { unitId: string; name: string }) => ({ unitId, name });

async function board(parts: Remembering, caller: Caller, query: PresenceQuery): Promise<PresenceBoard> {
  const { db, directory, regulations } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([
      directory.actorOf(tx, caller),
      directory.organisation(tx),
      regulations.ready(tx),
    ]);
    const unit = unitAsked(there, actor, query.unit);
    const known = await parts.boardOf(tx, { there, unit, below: query.below === 'true' });
    const items = await rowsOf(parts, tx, { ...known, actor, there, locale: caller.locale });
    const line = unit ? there.lineAbove(unit.unitId).toReversed() : [];
    const below = unit ? there.unitsBelow(unit.unitId) : topUnits(there);
    return {
      at: known.presences.at.toISOString(),
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
    if (people.length === 0) return null;
    const found = await boardFor(parts, tx, people);
    return rowsOf(parts, tx, { ...found, actor, there, locale: caller.locale });
  });
}

interface Remembering extends PresenceParts {
  readonly boardOf: ReturnType<typeof rememberedBoards>;
}

export function createPresence(parts: PresenceParts): PresenceService {
  const remembering = { ...parts, boardOf: rememberedBoards(parts) };
  return {
    board: (caller, query) => board(remembering, caller, query),
    find: (caller, words) => find(parts, caller, words),
  };
}
