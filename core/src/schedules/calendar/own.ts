import { type Actor, type Directory, personOf } from '../../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { badInput, type Caller, conflict, notAllowed, notFound } from '../../shared/index.ts';
import type { EntryChangeInput, EntryInput, EntryView } from '../week/contract.ts';
import { presentItem } from '../week/present.ts';
import { addFact } from './history.ts';
import { keepingRules } from './keepers.ts';
import { timesProblem } from './own-rules.ts';
import { lockOwnEntry, type OwnEntry, removeOwnEntry, saveOwnEntry } from './own-store.ts';
import { type CalendarSight, calendarSight } from './sight.ts';

export interface OwnEntries {
  /**
   * An entry in one's own calendar, or by a secretary in that of an executive.
   * @throws bad-input `schedules.entry_*`; not-allowed `schedules.entry_not_yours`
   */
  add(caller: Caller, input: EntryInput): Promise<EntryView>;
  /** @throws conflict `schedules.entry_stale`; not-found `schedules.entry_unknown`; and as `add` */
  change(caller: Caller, entryId: string, input: EntryChangeInput): Promise<EntryView>;
  /** The same. */
  remove(caller: Caller, entryId: string, version: number): Promise<void>;
}

export interface OwnParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly wake: () => void;
}

interface Writing {
  readonly parts: OwnParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly sight: CalendarSight;
}

async function writing(parts: OwnParts, tx: Tx, caller: Caller): Promise<Writing> {
  const { directory } = parts;
  const [actor, there, rules] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    keepingRules(parts, tx),
  ]);
  return { parts, tx, caller, actor, sight: calendarSight({ there, actor, rules, locale: caller.locale }) };
}

/** What is 非公開 stays out of a history that never forgets. */
const factBody = ({ from, to, allDay, status, subject, place, visibility }: OwnEntry) => ({
  ...{ from: from.toISOString(), to: to.toISOString(), allDay, status, visibility },
  ...(visibility === 'PRIVATE' ? {} : { subject, place }),
});

async function note(
  { parts, tx, caller, actor }: Writing,
  entry: OwnEntry,
  act: 'MADE' | 'CHANGED' | 'REMOVED',
): Promise<void> {
  const { clock } = parts;
  await addFact(tx, {
    ...{ subject: { kind: 'entry', id: entry.entryId }, seq: entry.version, at: clock.now(), act },
    ...{ staffId: entry.owner.ownerId, actor: personOf(actor), via: caller.via, leafId: newId(clock) },
    fact: act === 'REMOVED' ? {} : factBody(entry),
  });
}

function check({ parts, sight }: Writing, entry: OwnEntry): void {
  if (!sight.mayWrite(entry.owner)) throw notAllowed('schedules.entry_not_yours');
  const problem = timesProblem(entry, parts.clock.now());
  if (problem) throw badInput(problem);
}

const viewOf = ({ sight }: Writing, entry: OwnEntry): EntryView => ({
  staffId: entry.owner.ownerId,
  item: presentItem(sight, entry.owner, entry),
});

const timesOf = ({ from, to }: { from: string; to: string }) => ({ from: new Date(from), to: new Date(to) });

async function addOnce(at: Writing, input: EntryInput): Promise<EntryView> {
  const { parts, actor } = at;
  const { staffId, allDay, subject, place, status, visibility, category } = input;
  const entry: OwnEntry = {
    ...{ entryId: newId(parts.clock), source: 'OWN', owner: { kind: 'STAFF', ownerId: staffId ?? actor.staffId } },
    ...{ ...timesOf(input), allDay, subject, place, status, visibility, category },
    ...{ online: false, seriesId: null, bookingId: null, version: 1 },
  };
  check(at, entry);
  await saveOwnEntry(at.tx, entry);
  await note(at, entry, 'MADE');
  return viewOf(at, entry);
}

/** @throws not-found, not-allowed, conflict */
async function present(at: Writing, entryId: string, version: number): Promise<OwnEntry> {
  const entry = await lockOwnEntry(at.tx, entryId);
  // Who may not write it learns nothing of it.
  if (entry?.owner.kind !== 'STAFF' || !at.sight.mayWrite(entry.owner)) throw notFound('schedules.entry_unknown');
  if (entry.source !== 'OWN') throw notAllowed('schedules.entry_of_booking');
  if (entry.version !== version) throw conflict('schedules.entry_stale', {}, viewOf(at, entry));
  return entry;
}

async function change(at: Writing, entryId: string, { version, ...input }: EntryChangeInput): Promise<EntryView> {
  const before = await present(at, entryId, version);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const entry: OwnEntry = {
    ...{ ...before, ...given },
    from: input.from === undefined ? before.from : new Date(input.from),
    to: input.to === undefined ? before.to : new Date(input.to),
    version: version + 1,
  };
  check(at, entry);
  await saveOwnEntry(at.tx, entry);
  await note(at, entry, 'CHANGED');
  return viewOf(at, entry);
}

async function remove(at: Writing, entryId: string, version: number): Promise<void> {
  const before = await present(at, entryId, version);
  const entry = { ...before, version: version + 1 };
  await removeOwnEntry(at.tx, entry, at.parts.clock.now());
  await note(at, entry, 'REMOVED');
}

export function createOwnEntries(parts: OwnParts): OwnEntries {
  const written = async <T>(caller: Caller, work: (at: Writing) => Promise<T>): Promise<T> => {
    const done = await parts.db.inMunicipality(caller.municipalityId, async (tx) =>
      work(await writing(parts, tx, caller)),
    );
    parts.wake();
    return done;
  };
  return {
    add: (caller, input) =>
      written(caller, (at) => {
        const { staffId = at.actor.staffId, ...rest } = input;
        const request = { use: 'schedules.entry', staffId, ...rest };
        const call = { staffId: at.actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(at.tx, call, () => addOnce(at, input));
      }),
    change: (caller, entryId, input) => written(caller, (at) => change(at, entryId, input)),
    remove: (caller, entryId, version) => written(caller, (at) => remove(at, entryId, version)),
  };
}
