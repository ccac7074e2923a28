import type { Entry, OwnerRef, OwnersEntries, Synced } from '../calendar/entry.ts';
import type { CalendarSight } from '../calendar/sight.ts';
import type { WeekItem, WeekRow } from './contract.ts';

/** As this reader may see it. */
export function presentItem(sight: CalendarSight, owner: OwnerRef, entry: Entry): WeekItem {
  const { entryId, source, status, from, to, allDay, visibility, online, version } = entry;
  const { subject, place, category } = sight.seenBy(owner, entry);
  return {
    ...{ id: entryId, source, status, from: from.toISOString(), to: to.toISOString(), allDay },
    ...{ title: subject, place: place === '' ? null : place, visibility, online, category },
    ...{ mayEdit: source === 'OWN' && sight.mayWrite(owner), version },
  };
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
