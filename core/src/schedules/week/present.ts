import type { Entry, OwnerRef, OwnersEntries, Synced } from '../calendar/entry.ts';
import { type CalendarSight, HIDDEN } from '../calendar/sight.ts';
import type { WeekItem, WeekRow } from './contract.ts';

type Seen = Pick<Entry, 'subject' | 'place' | 'category' | 'online'>;

const itemOf = (entry: Entry, { subject, place, category, online }: Seen, mayEdit: boolean): WeekItem => ({
  id: entry.entryId,
  source: entry.source,
  status: entry.status,
  from: entry.from.toISOString(),
  to: entry.to.toISOString(),
  allDay: entry.allDay,
  title: subject,
  place: place === '' ? null : place,
  visibility: entry.visibility,
  online,
  category,
  mayEdit,
  version: entry.version,
  bookingId: subject === null || isOther(entry) ? null : (entry.bookingId ?? null),
  heldFor: null,
});

const isOther = ({ heldFor = 'BOOKING' }: Entry): boolean => heldFor !== 'BOOKING';

/** A 書面会議 is for those who take part, a 日程調整 for those who keep their calendars too. */
function heldFor(sight: CalendarSight, owner: OwnerRef, entry: Entry): WeekItem['heldFor'] {
  const { heldFor: kind = 'BOOKING', bookingId: id } = entry;
  if (kind === 'BOOKING' || !id || !sight.mayWrite(owner)) return null;
  return kind === 'WRITTEN' && sight.showsPrivate(owner, entry) ? null : { kind, id };
}

interface Both {
  readonly whole: WeekItem;
  readonly hidden: WeekItem;
}

/** What is read from Outlook is kept in memory, and is the same for whoever may read it and for whoever may not. */
const made = new WeakMap<Entry, Both>();

function bothOf(entry: Entry): Both {
  const known = made.get(entry);
  if (known) return known;
  const both = { whole: itemOf(entry, entry, false), hidden: itemOf(entry, HIDDEN, false) };
  made.set(entry, both);
  return both;
}

/** As this reader may see it. */
export function presentItem(sight: CalendarSight, owner: OwnerRef, entry: Entry): WeekItem {
  if (entry.source !== 'OUTLOOK') {
    const mayEdit = entry.source === 'OWN' && sight.mayWrite(owner);
    return { ...itemOf(entry, sight.seenBy(owner, entry), mayEdit), heldFor: heldFor(sight, owner, entry) };
  }
  const { whole, hidden } = bothOf(entry);
  return sight.mayRead(owner, entry) ? whole : hidden;
}

const presentSynced = ({ at, stale, problem }: Synced): WeekRow['synced'] => ({
  at: at?.toISOString() ?? null,
  stale,
  problem,
});

export interface RowParts {
  readonly person: WeekRow['person'];
  readonly unitId: string;
  readonly owner: OwnerRef;
  readonly known: OwnersEntries;
}

export const presentRow = (sight: CalendarSight, { person, unitId, owner, known }: RowParts): WeekRow => ({
  ...{ person, unitId, synced: presentSynced(known.synced), mayEdit: sight.mayWrite(owner) },
  items: known.entries.map((entry) => presentItem(sight, owner, entry)),
});
