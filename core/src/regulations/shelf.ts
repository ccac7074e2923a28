import type { Clock, Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { Pack } from './engine/pack.ts';
import { loadPack } from './language/load.ts';
import { builtInPacks } from './packs/index.ts';
import * as store from './store.ts';

// Another process may have activated a pack; a minute later at the latest everybody works by it.
const FRESH_MS = 60_000;

interface Kept {
  readonly packs: readonly InForce[];
  readonly readAt: number;
}

/** A pack with the day from which it counts: its 施行日, or the day of its activation if that was later. */
interface InForce {
  readonly pack: Pack;
  readonly from: LocalDate;
  readonly builtIn: boolean;
}

/** Every version of everybody's regulations that this process knows, ready to be asked. */
export interface Shelf {
  /** Reads what was activated since; to be awaited before `packOf` where a transaction is at hand. */
  ready(tx: Tx): Promise<void>;
  /** The version in force on the day; for days before the first one, the first. */
  packOf(municipalityId: string, day: LocalDate): Pack;
  versions(municipalityId: string): readonly InForce[];
  /** Something was activated here: read again at once. */
  forget(municipalityId: string): void;
}

function inForceOn(versions: readonly InForce[], day: LocalDate): Pack | undefined {
  const newestFirst = versions.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (newestFirst.find(({ from }) => from <= day) ?? newestFirst.at(-1))?.pack;
}

export function createShelf({ clock }: { clock: Clock }): Shelf {
  const cities = new Map<string, Kept>();
  // A text that was read once says the same for ever.
  const bySha = new Map<string, Pack>();

  const packOfRow = ({ sha256, yaml }: store.ActiveRow): Pack | null => {
    const known = bySha.get(sha256);
    if (known) return known;
    const loaded = loadPack(yaml);
    if (!loaded.ok) return null;
    bySha.set(sha256, loaded.pack);
    return loaded.pack;
  };

  const versions = (municipalityId: string): readonly InForce[] => {
    const own = builtInPacks(municipalityId).map((pack) => ({ pack, from: pack.effectiveFrom, builtIn: true }));
    return [...own, ...(cities.get(municipalityId)?.packs ?? [])];
  };

  return {
    versions,
    async ready(tx) {
      const now = clock.now().getTime();
      const kept = cities.get(tx.municipalityId);
      if (kept && Math.abs(now - kept.readAt) < FRESH_MS) return;
      const rows = await store.activePacks(tx, [...bySha.keys()]);
      const packs = rows.flatMap((row): InForce[] => {
        const pack = packOfRow(row);
        return pack ? [{ pack, from: row.inForceFrom, builtIn: false }] : [];
      });
      cities.set(tx.municipalityId, { packs, readAt: now });
    },
    packOf(municipalityId, day) {
      const [first] = builtInPacks(municipalityId);
      return inForceOn(versions(municipalityId), day) ?? first;
    },
    forget: (municipalityId) => void cities.delete(municipalityId),
  };
}
