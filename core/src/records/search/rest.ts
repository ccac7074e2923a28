import { partnersOf } from './blocks.ts';
import type { GramOfWord } from './grams.ts';
import type { ReadLists } from './lists.ts';
import { askIn, type Part } from './parts.ts';
import type { Ask } from './store.ts';
import { PLACE_BYTES } from './stretches.ts';

/** A gram of which the list is not read at first. */
export interface RestOfWord extends GramOfWord {
  /** About so many bytes are in its list, in the part. */
  readonly bytes: number;
}

/** What is still to be known of a word in a part of the index. */
export interface Rest {
  readonly part: Part;
  readonly rest: readonly RestOfWord[];
}

const NOWHERE = new Uint32Array(0);

/** Where the rest of a word's grams must stand, if it stands where its first grams do. */
function asksForRest({ part, rest }: Rest, places: Uint32Array): Ask[][] {
  const { segmentId } = part.segment;
  return rest.map(({ gram, behind, bytes }) => {
    if (places.length > 0 && places.length * PLACE_BYTES > bytes) return [askIn(part)({ gram, behind })];
    return Array.from(places, (place) => ({ segmentId, gram, lo: place + behind, hi: place + behind + 1 }));
  });
}

/** Those of the places at which these grams of the rest stand too. */
async function withThese(
  read: ReadLists,
  sought: readonly Rest[],
  found: readonly Uint32Array[],
): Promise<Uint32Array[]> {
  const asks = sought.map((one, nth) => asksForRest(one, found[nth] ?? NOWHERE));
  const lists = await read(asks.flat(2));
  let next = 0;
  return sought.map(({ rest }, nth) => {
    let places = found[nth] ?? NOWHERE;
    for (const [at, { behind }] of rest.entries()) {
      const own = lists.slice(next, next + (asks[nth]?.[at]?.length ?? 0));
      next += own.length;
      places = partnersOf(
        places,
        own.flatMap(({ entries }) => entries),
        behind,
      );
    }
    return places;
  });
}

/** What costs more is looked for gram by gram, the rarest first: where that does not stand, no other is looked for. */
const REST_AT_ONCE_BYTES = 128 * 1024;

/** Those of the places at which the rest of the grams stand too. */
export async function withRest(
  read: ReadLists,
  sought: readonly Rest[],
  found: readonly Uint32Array[],
): Promise<Uint32Array[]> {
  let places = found;
  for (let done = 0; sought.some(({ rest }) => rest.length > done); ) {
    const left = sought.map(({ part, rest }) => ({ part, rest: rest.slice(done) }));
    const costs = left.flatMap(({ rest }, nth) => {
      const looking = (places[nth] ?? NOWHERE).length * PLACE_BYTES;
      return rest.map(({ bytes }) => Math.min(looking, bytes));
    });
    const atOnce = costs.reduce((sum, bytes) => sum + bytes, 0) <= REST_AT_ONCE_BYTES;
    const next = atOnce ? left : left.map(({ part, rest }) => ({ part, rest: rest.slice(0, 1) }));
    places = await withThese(read, next, places);
    done = atOnce ? Number.POSITIVE_INFINITY : done + 1;
  }
  return [...places];
}
