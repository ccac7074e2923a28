import type { Tx } from '../../platform/index.ts';
import type { Entry } from './entry.ts';
import { cachedEntries } from './entry-store.ts';
import { once } from './merging.ts';
import type { Window } from './port.ts';
import type { Mailbox } from './rules.ts';

/** What Outlook shows in calendars within a time, by owner, in the order of time. */
export type CacheReader = (
  tx: Tx,
  mailboxes: readonly Mailbox[],
  window: Window,
) => Promise<Map<string, readonly Entry[]>>;

interface Kept {
  readonly revision: number;
  readonly entries: readonly Entry[];
}

// A week of everybody of a middle-sized city; whoever comes after is read again.
const MOST_KEPT = 3_000;

/**
 * Entries as they were last read, for as long as the calendar's revision is the same, which every question asks for. Who
 * may see what of them is no part of it.
 */
export function rememberedEntries(): CacheReader {
  const kept = new Map<string, Kept>();
  return async (tx, mailboxes, window) => {
    const { from, to } = window;
    const keyOf = (ownerId: string) => `${tx.municipalityId} ${ownerId} ${from.getTime()} ${to.getTime()}`;
    const found = new Map<string, readonly Entry[]>();
    const missing: Mailbox[] = [];
    for (const mailbox of mailboxes) {
      const known = kept.get(keyOf(mailbox.ownerId));
      if (known?.revision === mailbox.revision) found.set(mailbox.ownerId, known.entries);
      else missing.push(mailbox);
    }
    if (missing.length === 0) return found;
    const ids = missing.map(({ ownerId }) => ownerId);
    const read = Map.groupBy(await cachedEntries(tx, ids, window), ({ ownerId }) => ownerId);
    if (kept.size + missing.length > MOST_KEPT) kept.clear();
    for (const { ownerId, revision } of missing) {
      const entries = once(read.get(ownerId) ?? []);
      found.set(ownerId, entries);
      kept.set(keyOf(ownerId), { revision, entries });
    }
    return found;
  };
}
