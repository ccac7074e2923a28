import type { Ask } from './block-store.ts';
import { partnersOf } from './blocks.ts';
import type { GramOfWord } from './grams.ts';
import type { ReadLists } from './lists.ts';
import { askIn, type Part } from './parts.ts';
import { PLACE_BYTES } from './stretches.ts';

/** A gram of which the list is not read at first. */
export interface RestOfWord extends GramOfWord {
  /** About so many bytes are in its list, in the part. */
  readonly bytes: number;
}

/** The places of a part of the index where a word may stand, and the grams that must still be looked for there. */
export interface Rest {
  readonly part: Part;
  readonly places: Uint32Array;
  readonly rest: readonly RestOfWord[];
}

const bytesLookingAt = (places: Uint32Array): number => places.length * PLACE_BYTES;

/** Where each gram of the rest must stand, if the word stands at the places. */
function asksForRest({ part, places, rest }: Rest): Ask[][] {
  const { segmentId } = part.segment;
  return rest.map(({ gram, behind, bytes }) => {
    if (places.length > 0 && bytesLookingAt(places) > bytes) return [askIn(part)({ gram, behind })];
    return Array.from(places, (place) => ({ segmentId, gram, lo: place + behind, hi: place + behind + 1 }));
  });
}

/** Those of the places at which all of these grams stand too. */
async function withThese(read: ReadLists, sought: readonly Rest[]): Promise<Uint32Array[]> {
  const asks = sought.map(asksForRest);
  const lists = await read(asks.flat(2));
  let next = 0;
  return sought.map(({ places: before, rest }, nth) => {
    let places = before;
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

function costsLittle(sought: readonly Rest[]): boolean {
  const costs = sought.flatMap(({ places, rest }) => rest.map(({ bytes }) => Math.min(bytesLookingAt(places), bytes)));
  return costs.reduce((sum, bytes) => sum + bytes, 0) <= REST_AT_ONCE_BYTES;
}

/** Those of the places at which the rest of each word stands too. */
export async function withRest(read: ReadLists, sought: readonly Rest[]): Promise<Uint32Array[]> {
  let left = sought;
  while (left.some(({ rest }) => rest.length > 0)) {
    const most = costsLittle(left) ? Number.POSITIVE_INFINITY : 1;
    const found = await withThese(
      read,
      left.map((one) => ({ ...one, rest: one.rest.slice(0, most) })),
    );
    left = left.map((one, nth) => ({ ...one, places: found[nth] ?? one.places, rest: one.rest.slice(most) }));
  }
  return left.map(({ places }) => places);
}
