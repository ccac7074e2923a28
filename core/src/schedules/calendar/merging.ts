import type { Entry } from './entry.ts';
import type { CachedEntry } from './entry-store.ts';

export const byTime = (a: Entry, b: Entry): number =>
  a.from.getTime() - b.from.getTime() || b.to.getTime() - a.to.getTime() || (a.entryId < b.entryId ? -1 : 1);

/** Of two weeks that were glanced at, an entry over their border is in both; what a followed calendar says goes before. */
export function once(entries: readonly CachedEntry[]): readonly Entry[] {
  const sorted = entries.toSorted(byTime);
  if (!sorted.some(({ glanced }) => glanced)) return sorted;
  const timeOf = ({ from, to, status }: Entry) => `${from.getTime()} ${to.getTime()} ${status}`;
  const followed = new Set(sorted.filter(({ glanced }) => !glanced).map(timeOf));
  const seen = new Set<string>();
  return sorted.filter((entry) => {
    if (!entry.glanced) return true;
    const exactly = `${timeOf(entry)} ${entry.subject ?? ''}`;
    const isNew = !followed.has(timeOf(entry)) && !seen.has(exactly);
    seen.add(exactly);
    return isNew;
  });
}

const timeOf = ({ from, to }: Entry): string => `${from.getTime()} ${to.getTime()}`;

const sameWords = ({ subject }: Entry, hold: Entry): boolean => subject === null || subject === hold.subject;

/** What was booked here and stands in Outlook by now is one entry, which knows its booking. */
export function together(cached: readonly Entry[], here: readonly Entry[]): readonly Entry[] {
  if (here.length === 0) return cached;
  const holds = new Map(here.flatMap((entry) => (entry.source === 'HOLD' ? [[timeOf(entry), entry] as const] : [])));
  if (holds.size === 0) return [...cached, ...here].sort(byTime);
  const known = cached.map((entry) => {
    const hold = holds.get(timeOf(entry));
    if (!hold || !sameWords(entry, hold)) return entry;
    const { bookingId = null, heldFor } = hold;
    return { ...entry, bookingId, ...(heldFor ? { heldFor } : {}) };
  });
  const there = new Set(cached.map(timeOf));
  const more = here.filter((entry) => entry.source !== 'HOLD' || !there.has(timeOf(entry)));
  return [...known, ...more].sort(byTime);
}
