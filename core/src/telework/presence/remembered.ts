import type { OrganisationSnapshot, SnapshotUnit } from '../../directory/index.ts';
import { type Clock, committedSoFar, type Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { contactsOf } from '../applications/store.ts';
import { type CityTimes, cityTimesOn } from '../hours/city-times.ts';
import { type KnowingParts, type Presences, presencesOf } from './known.ts';
import { type OnBoard, peopleIn, topUnits } from './people-of.ts';

export interface BoardParts extends KnowingParts {
  readonly clock: Clock;
}

/** A unit, or all of the city hall. */
export interface BoardOf {
  readonly there: OrganisationSnapshot;
  readonly unit: SnapshotUnit | null;
  readonly below: boolean;
}

/** Everything of a board that is the same for whoever looks at it. */
export interface Board {
  readonly people: readonly OnBoard[];
  readonly presences: Presences;
  /** 連絡先, by application: asked for when the first one looks who may read any. */
  contacts(tx: Tx): Promise<ReadonlyMap<string, string>>;
}

/** What a board was made from. */
interface Grounds {
  readonly committed: string;
  readonly there: OrganisationSnapshot;
  readonly times: CityTimes;
}

interface Kept {
  readonly grounds: Grounds;
  readonly making: Promise<Board>;
  made: Board | null;
}

// A page for each unit of a large city; whoever comes after is reckoned again.
const MOST_BOARDS = 500;

const same = (a: Grounds, b: Grounds): boolean =>
  a.committed === b.committed && a.there === b.there && a.times === b.times;

const holds = ({ made }: Kept, now: Date): boolean =>
  made === null || (made.presences.at <= now && now < made.presences.until);

function contactsOnce(presences: Presences): Board['contacts'] {
  let known: Promise<ReadonlyMap<string, string>> | null = null;
  const applicationIds = [...presences.of.values()].flatMap(({ applicationId }) => applicationId ?? []);
  return (tx) => {
    const read = () => contactsOf(tx, applicationIds);
    // Another's reading may fail with their connection.
    known = known === null ? read() : known.catch(read);
    return known;
  };
}

export async function boardFor(parts: BoardParts, tx: Tx, people: readonly OnBoard[]): Promise<Board> {
  const staffIds = people.map(({ staffId }) => staffId);
  const presences = await presencesOf(parts, tx, { staffIds, now: parts.clock.now() });
  return { people, presences, contacts: contactsOnce(presences) };
}

/**
 * Boards as they were last reckoned, for as long as nothing whatever is committed and the minute lasts: a tap is there at
 * the next look. Who may see what of it is no part of it.
 */
export function rememberedBoards(parts: BoardParts): (tx: Tx, of: BoardOf) => Promise<Board> {
  const boards = new Map<string, Kept>();
  const make = (tx: Tx, { there, unit, below }: BoardOf) =>
    boardFor(parts, tx, peopleIn(there, unit ? [unit] : topUnits(there), below));
  return async (tx, of) => {
    const { municipalityId } = tx;
    const committed = await committedSoFar(tx);
    const now = parts.clock.now();
    const times = cityTimesOn(parts.regulations, { municipalityId, day: localDateOf(now) });
    const grounds = { committed, there: of.there, times };
    const key = `${municipalityId} ${of.unit?.unitId ?? 'all'} ${of.below}`;
    const kept = boards.get(key);
    // Asked for at the same moment by many, it is reckoned once; by another's connection, which may fail.
    if (kept && same(kept.grounds, grounds) && holds(kept, now)) return kept.making.catch(() => make(tx, of));
    if (boards.size >= MOST_BOARDS) boards.clear();
    const fresh: Kept = { grounds, making: make(tx, of), made: null };
    boards.set(key, fresh);
    try {
      fresh.made = await fresh.making;
      return fresh.made;
    } catch (error) {
      if (boards.get(key) === fresh) boards.delete(key);
      throw error;
    }
  };
}
