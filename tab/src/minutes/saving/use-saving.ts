import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isRefusal } from '../../api/problem.ts';
import {
  answered,
  batchSize,
  type Conflict,
  type EditKind,
  type EditsAnswer,
  type Saving,
  shownOf,
  withEdits,
} from './saving.ts';
import { storedEdits, storeEdits } from './stored-edits.ts';

const AGAIN_MS = 15_000;

export interface SavingOptions<Item extends { readonly id: string; readonly version: number }, Edit extends object> {
  readonly kind: EditKind<Item, Edit>;
  /** As the service last told them. */
  readonly items: readonly Item[];
  /** Where unanswered edits are kept: of one person and one meeting. */
  readonly name: string;
  readonly send: (edits: readonly Edit[], key: string) => Promise<EditsAnswer<Item>>;
}

export interface Saver<Item, Edit> {
  /** With everything of mine in it. */
  readonly items: readonly Item[];
  /** Not answered yet. */
  readonly waiting: number;
  /** Why it could not be saved; a refusal waits for a decision, anything else is tried again. */
  readonly failed: unknown;
  readonly conflicts: readonly Conflict<Item, Edit>[];
  /** What is there at this very moment, between two renderings too. */
  readonly current: () => readonly Item[];
  readonly add: (edits: readonly Edit[]) => void;
  /** Takes a conflict off the table, with edits in its place or none. */
  readonly settle: (conflict: Conflict<Item, Edit>, edits: readonly Edit[]) => void;
  readonly again: () => void;
  /** Gives up what the service refuses. */
  readonly giveUp: () => void;
}

/** Saves edits one batch after the other, and keeps those that were not answered. */
export function useSaving<Item extends { readonly id: string; readonly version: number }, Edit extends object>(
  options: SavingOptions<Item, Edit>,
): Saver<Item, Edit> {
  const { kind, items, name } = options;
  const [saving, setSaving] = useState<Saving<Item, Edit>>(() => ({
    ...{ known: items, conflicts: [] },
    ...storedEdits<Edit>(name),
  }));
  const [failed, setFailed] = useState<unknown>(null);
  const latest = useRef(saving);
  const send = useRef(options.send);
  send.current = options.send;
  const change = useCallback(
    (next: Saving<Item, Edit>) => {
      latest.current = next;
      storeEdits(name, next);
      setSaving(next);
    },
    [name],
  );
  const busy = useRef(false);
  const pump = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      while (latest.current.edits.length > 0) {
        const { edits, sent } = latest.current;
        const batch = sent ?? { key: crypto.randomUUID(), count: batchSize(kind, edits) };
        change({ ...latest.current, sent: batch });
        const answer = await send.current(edits.slice(0, batch.count), batch.key);
        change(answered(kind, latest.current, answer));
        setFailed(null);
      }
    } catch (error) {
      // Looked at and refused: another try is another wish.
      if (isRefusal(error)) change({ ...latest.current, sent: null });
      setFailed(error);
    } finally {
      busy.current = false;
    }
  }, [kind, change]);
  useEffect(() => {
    if (latest.current.known !== items) change({ ...latest.current, known: items });
  }, [items, change]);
  useResending(saving.edits.length > 0 && !isRefusal(failed), pump);
  const shown = useMemo(() => shownOf(kind, saving), [kind, saving]);
  const acts = useActs({ kind, latest, change, pump, setFailed });
  return { items: shown, waiting: saving.edits.length, failed, conflicts: saving.conflicts, ...acts };
}

interface ActsOptions<Item extends { readonly id: string; readonly version: number }, Edit extends object> {
  readonly kind: EditKind<Item, Edit>;
  readonly latest: { readonly current: Saving<Item, Edit> };
  readonly change: (next: Saving<Item, Edit>) => void;
  readonly pump: () => Promise<void>;
  readonly setFailed: (error: unknown) => void;
}

function useActs<Item extends { readonly id: string; readonly version: number }, Edit extends object>(
  options: ActsOptions<Item, Edit>,
): Pick<Saver<Item, Edit>, 'current' | 'add' | 'settle' | 'again' | 'giveUp'> {
  const { kind, latest, change, pump, setFailed } = options;
  return useMemo(() => {
    const add = (edits: readonly Edit[]) => {
      if (edits.length === 0) return;
      change(withEdits(kind, latest.current, edits));
      void pump();
    };
    return {
      current: () => shownOf(kind, latest.current),
      add,
      settle: (conflict, edits) => {
        const conflicts = latest.current.conflicts.filter((one) => one !== conflict);
        change({ ...latest.current, conflicts });
        add(edits);
      },
      again: () => {
        setFailed(null);
        void pump();
      },
      giveUp: () => {
        change({ ...latest.current, edits: [], sent: null });
        setFailed(null);
      },
    };
  }, [kind, latest, change, pump, setFailed]);
}

/** Sends what is left at once, when the network comes back, and now and then. */
function useResending(needed: boolean, pump: () => Promise<void>): void {
  useEffect(() => {
    if (!needed) return undefined;
    const again = () => void pump();
    again();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [needed, pump]);
}
