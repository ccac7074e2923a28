import type { Tx } from '../../platform/index.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { bookedDays, whereaboutsIn } from '../../telework/index.ts';
import type { Entry, OwnerRef, OwnersEntries } from './entry.ts';
import { glancesOf } from './entry-store.ts';
import { entryOfDay, entryOfWhereabouts } from './from-telework.ts';
import { mailboxesOf } from './mailbox-store.ts';
import { together } from './merging.ts';
import { ownEntries } from './own-store.ts';
import type { Calendars, Window } from './port.ts';
import type { CacheReader } from './remembered.ts';
import { glanceNeeded, type Knowing, type Mailbox, syncedOf, weeksIn } from './rules.ts';

export interface EntriesAsked extends Window {
  readonly owners: readonly OwnerRef[];
}

/** What is known, and what had better be asked for. */
export interface Known {
  readonly of: ReadonlyMap<string, OwnersEntries>;
  readonly weeks: readonly LocalDate[];
  /** Of these nothing is known of some week. */
  readonly cold: readonly OwnerRef[];
  readonly old: readonly OwnerRef[];
  /** Nobody looked at these today. */
  readonly unseen: readonly OwnerRef[];
}

export interface KnowingParts {
  readonly clock: { now(): Date };
  readonly calendars: () => Calendars | null;
  readonly cached: CacheReader;
}

type ByOwner = Map<string, Entry[]>;

const put = (all: ByOwner, ownerId: string, entry: Entry | null): void => {
  if (!entry) return;
  const own = all.get(ownerId);
  if (own) own.push(entry);
  else all.set(ownerId, [entry]);
};

/** What telework knows and what was made here. */
async function fromHere(tx: Tx, { owners, from, to }: EntriesAsked): Promise<ByOwner> {
  const ids = owners.map(({ ownerId }) => ownerId);
  const staffIds = owners.flatMap(({ kind, ownerId }) => (kind === 'STAFF' ? [ownerId] : []));
  // A night shift belongs to the day on which it began.
  const days = { staffIds, from: addDays(localDateOf(from), -1), to: localDateOf(new Date(to.getTime() - 1)) };
  const [own, booked, out] = await Promise.all([
    ownEntries(tx, ids, { from, to }),
    bookedDays(tx, days),
    staffIds.length > 0 ? whereaboutsIn(tx, { staffIds, from, to }) : [],
  ]);
  const all: ByOwner = new Map();
  for (const entry of own) put(all, entry.owner.ownerId, entry);
  for (const item of booked) {
    const entry = entryOfDay(item);
    put(all, item.staffId, entry && entry.to > from && entry.from < to ? entry : null);
  }
  for (const one of out) put(all, one.staffId, entryOfWhereabouts(one));
  return all;
}

interface FromOutlook {
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  readonly knowing: (owner: OwnerRef) => Knowing;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

async function fromOutlook(parts: KnowingParts, tx: Tx, { owners, from, to }: EntriesAsked): Promise<FromOutlook> {
  const ids = owners.map(({ ownerId }) => ownerId);
  const window = { from, to };
  const weeks = weeksIn(window);
  const [mailboxes, glances] = await Promise.all([mailboxesOf(tx, ids), glancesOf(tx, ids, weeks)]);
  const entries = await parts.cached(tx, [...mailboxes.values()], window);
  const glanced = new Map(glances.map(({ ownerId, week, at }) => [`${ownerId} ${week}`, at]));
  const now = parts.clock.now();
  const knowing = ({ ownerId }: OwnerRef): Knowing => ({
    mailbox: mailboxes.get(ownerId),
    glances: weeks.map((week) => glanced.get(`${ownerId} ${week}`)),
    ...{ window, now },
  });
  return { mailboxes, knowing, entries };
}

const NOTHING_TO_READ = { at: null, stale: false, problem: null } as const;

/** Everything that stands in these calendars within a time, and how sure that is. */
export async function knownOf(parts: KnowingParts, tx: Tx, asked: EntriesAsked): Promise<Known> {
  const { owners } = asked;
  const today = localDateOf(parts.clock.now());
  const [here, outlook] = await Promise.all([
    fromHere(tx, asked),
    parts.calendars()?.municipalityIds.includes(tx.municipalityId) ? fromOutlook(parts, tx, asked) : null,
  ]);
  const of = new Map<string, OwnersEntries>();
  for (const owner of owners) {
    const cached = outlook?.entries.get(owner.ownerId) ?? [];
    const entries = together(cached, here.get(owner.ownerId) ?? []);
    of.set(owner.ownerId, { entries, synced: outlook ? syncedOf(outlook.knowing(owner)) : NOTHING_TO_READ });
  }
  const needing = (need: 'COLD' | 'OLD') =>
    outlook ? owners.filter((owner) => glanceNeeded(outlook.knowing(owner)) === need) : [];
  const isUnseen = ({ ownerId }: OwnerRef) => (outlook?.mailboxes.get(ownerId)?.lookedOn ?? '') < today;
  return {
    ...{ of, weeks: weeksIn(asked), cold: needing('COLD'), old: needing('OLD') },
    unseen: outlook ? owners.filter(isUnseen) : [],
  };
}
