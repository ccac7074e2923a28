import type { Tx } from '../../platform/index.ts';
import { type Ask, blocksFor, isOnePlace } from './block-store.ts';
import { type Block, type Entries, entriesAsked } from './blocks.ts';
import type { KeptLists } from './kept-lists.ts';

/** Where one gram stands between two places. */
export interface GramList {
  readonly ask: Ask;
  readonly entries: Entries;
}

/** What the index has of grams, one list an ask. */
export type ReadLists = (asks: readonly Ask[]) => Promise<GramList[]>;

/** The blocks of each ask, in their order. */
async function blocksOf(tx: Tx, asks: readonly Ask[]): Promise<Block[][]> {
  const blocks = asks.map((): Block[] => []);
  for (const block of asks.length === 0 ? [] : await blocksFor(tx, asks)) blocks[block.ask]?.push(block);
  return blocks;
}

/** What stands of a gram in blocks that were found for it, block by block. */
const entriesIn = (blocks: readonly Block[], { gram }: Ask): Entries =>
  blocks.flatMap((block) => entriesAsked(block, gram));

/** What the database has of each ask, block by block: of two letters by what follows them. */
export async function entriesFor(tx: Tx, asks: readonly Ask[]): Promise<Entries[]> {
  const blocks = await blocksOf(tx, asks);
  return asks.map((ask, nth) => entriesIn(blocks[nth] ?? [], ask));
}

/** As they were read before; only what is not known is read, and kept. */
export const keptListsFor =
  (tx: Tx, kept: KeptLists): ReadLists =>
  async (asks) => {
    const known = asks.map((ask) => kept.entriesFor(tx.municipalityId, ask));
    const missing = asks.filter((_, nth) => known[nth] === null);
    const blocks = await blocksOf(tx, missing);
    let next = 0;
    return asks.map((ask, nth) => {
      const entries = known[nth];
      if (entries) return { ask, entries };
      const own = blocks[next++] ?? [];
      // It is hardly asked for again, and its block would take the room of many lists that are.
      if (isOnePlace(ask)) return { ask, entries: entriesIn(own, ask) };
      return { ask, entries: kept.keep(tx.municipalityId, ask, own) };
    });
  };
