import type { Tx } from '../../platform/index.ts';
import { Places, placesIn } from './blocks.ts';
import { type PairOfWord, pairsOfWord } from './pairs.ts';
import { docsSince } from './segment.ts';
import type { Segment, Snapshot, Stretch } from './snapshot.ts';
import { type Ask, blocksFor } from './store.ts';

/** Where a word stands in a segment: documents in order, each with the place of the first. */
export interface WordIn {
  readonly segment: Segment;
  readonly docs: Uint32Array;
  readonly places: Uint32Array;
}

/** Those of `first` whose partner stands so far behind them. Both are sorted. */
function partners(first: Uint32Array, second: Uint32Array, behind: number): Uint32Array {
  const both = new Uint32Array(Math.min(first.length, second.length));
  let count = 0;
  // Leaps where one list is much longer than the other.
  const leap = second.length > first.length * 16;
  let at = 0;
  for (const place of first) {
    const sought = place + behind;
    if (leap) at = firstNotBefore(second, sought, at);
    else while (at < second.length && (second[at] as number) < sought) at += 1;
    if (at === second.length) break;
    if (second[at] === sought) both[count++] = place;
  }
  return both.subarray(0, count);
}

/** Where in a sorted list a number stands or would stand, from `start` on. */
export function firstNotBefore(sorted: Uint32Array, sought: number, start = 0): number {
  let step = 1;
  let low = start;
  let high = start;
  while (high < sorted.length && (sorted[high] as number) < sought) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of a whole word, from the places of its pairs; the rarest pair first. */
export function placesOfWord(pairs: readonly PairOfWord[], lists: readonly Uint32Array[]): Uint32Array {
  const order = pairs
    .map(({ behind }, nth) => ({ behind, list: lists[nth] ?? new Uint32Array(0) }))
    .sort((a, b) => a.list.length - b.list.length);
  const [rarest, ...others] = order;
  if (!rarest) return new Uint32Array(0);
  let places = rarest.list;
  for (const { behind, list } of others) {
    if (places.length === 0) break;
    places = partners(places, list, behind - rarest.behind);
  }
  return rarest.behind === 0 ? places : places.map((place) => place - rarest.behind);
}

/** In which documents these places are, and the first in each. */
function docsOf(segment: Segment, places: Uint32Array, fromDoc: number): WordIn {
  const { starts, count } = segment.directory;
  const [docs, firsts] = [new Places(), new Places()];
  let doc = fromDoc;
  for (let at = 0; at < places.length; ) {
    const place = places[at] as number;
    doc = lastNotAfter(starts, place, doc, count);
    docs.push(doc);
    firsts.push(place);
    const end = starts[doc + 1] as number;
    while (at < places.length && (places[at] as number) < end) at += 1;
  }
  return { segment, docs: docs.done(), places: firsts.done() };
}

/** The document in which a place is. */
function lastNotAfter(starts: Uint32Array, place: number, from: number, count: number): number {
  const next = firstNotBefore(starts.subarray(0, count), place + 1, from);
  return next - 1;
}

interface Part {
  readonly segment: Segment;
  readonly fromDoc: number;
  readonly lo: number;
  readonly hi: number;
}

/** What of the index belongs to a stretch of time. */
export const partsOf = ({ segments }: Snapshot, { from, to }: Stretch): Part[] =>
  segments.flatMap((segment) => {
    const { starts } = segment.directory;
    const [fromDoc, toDoc] = [docsSince(segment.directory, from), docsSince(segment.directory, to)];
    return fromDoc < toDoc ? [{ segment, fromDoc, lo: starts[fromDoc] ?? 0, hi: starts[toDoc] ?? 0 }] : [];
  });

/** The places of pairs in the index, one list an ask. */
export async function listsFor(tx: Tx, asks: readonly Ask[]): Promise<Uint32Array[]> {
  const lists = asks.map(() => new Places());
  for (const block of asks.length === 0 ? [] : await blocksFor(tx, asks)) {
    const [ask, into] = [asks[block.ask], lists[block.ask]];
    if (ask && into) placesIn(block, ask, into);
  }
  return lists.map((list) => list.done());
}

/** A word in a part of the index: by some of its pairs first, then by the rest where those stand. */
export interface Sought {
  readonly word: number;
  readonly part: Part;
  readonly first: readonly PairOfWord[];
  readonly rest: readonly PairOfWord[];
}

/** How often each pair stood in what was read before. */
export type Seen = ReadonlyMap<number, number>;

/** So many of the rarest pairs leave few places over, where the others are looked for. */
const RAREST = 2;
/** The others are looked for place by place where no more are left; else their lists are read. */
const PLACE_BY_PLACE = 64;

/** @param seen where nothing is known of how rare the pairs are, all are read at once */
export function soughtIn(
  snapshot: Snapshot,
  { words, stretch, seen }: { words: readonly string[]; stretch: Stretch; seen?: Seen | undefined },
): Sought[] {
  const parts = partsOf(snapshot, stretch);
  return words.flatMap((letters, word) => {
    const pairs = pairsOfWord(letters);
    const often = ({ pair }: PairOfWord) => seen?.get(pair) ?? 0;
    const order = seen ? pairs.toSorted((a, b) => often(a) - often(b)) : pairs;
    const many = seen ? RAREST : pairs.length;
    return parts.map((part): Sought => ({ word, part, first: order.slice(0, many), rest: order.slice(many) }));
  });
}

const askIn =
  ({ segment: { segmentId }, lo, hi }: Part) =>
  ({ pair }: PairOfWord): Ask => ({ segmentId, pair, lo, hi });

/** The lists of the pairs that are read first. */
export const firstLists = (tx: Tx, sought: readonly Sought[]): Promise<Uint32Array[]> =>
  listsFor(
    tx,
    sought.flatMap(({ part, first }) => first.map(askIn(part))),
  );

export function seenIn(sought: readonly Sought[], lists: readonly Uint32Array[]): Seen {
  const seen = new Map<number, number>();
  const pairs = sought.flatMap(({ first }) => first);
  for (const [nth, { pair }] of pairs.entries()) seen.set(pair, (seen.get(pair) ?? 0) + (lists[nth]?.length ?? 0));
  return seen;
}

/** Where the rest of a word's pairs must stand, if it stands where its first pairs do. */
function asksForRest({ part, rest }: Sought, places: Uint32Array): Ask[][] {
  if (places.length === 0) return rest.map(() => []);
  if (places.length > PLACE_BY_PLACE) return rest.map((pair) => [askIn(part)(pair)]);
  const { segmentId } = part.segment;
  return rest.map(({ pair, behind }) =>
    Array.from(places, (place) => ({ segmentId, pair, lo: place + behind, hi: place + behind + 1 })),
  );
}

/** Those of the places at which the rest of the pairs stand too. */
async function withRest(tx: Tx, sought: readonly Sought[], found: readonly Uint32Array[]): Promise<Uint32Array[]> {
  const asks = sought.map((one, nth) => asksForRest(one, found[nth] ?? new Uint32Array(0)));
  const lists = await listsFor(tx, asks.flat(2));
  let next = 0;
  return sought.map(({ rest }, nth) => {
    let places = found[nth] ?? new Uint32Array(0);
    for (const [at, { behind }] of rest.entries()) {
      const own = lists.slice(next, next + (asks[nth]?.[at]?.length ?? 0));
      next += own.length;
      places = partners(places, together(own), behind);
    }
    return places;
  });
}

function together(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const all = new Places();
  for (const list of lists) for (const place of list) all.push(place);
  return all.done();
}

/** Where each word stands, from the lists of the pairs that were read first. */
export async function wordsIn(
  tx: Tx,
  { sought, lists, words }: { sought: readonly Sought[]; lists: readonly Uint32Array[]; words: number },
): Promise<WordIn[][]> {
  let next = 0;
  const byFirst = sought.map(({ first }) => {
    const own = lists.slice(next, next + first.length);
    next += first.length;
    return placesOfWord(first, own);
  });
  const found = await withRest(tx, sought, byFirst);
  const inParts = sought.map(({ word, part }, nth) => ({
    word,
    found: docsOf(part.segment, found[nth] ?? new Uint32Array(0), part.fromDoc),
  }));
  return Array.from({ length: words }, (_, nth) =>
    inParts.flatMap((one) => (one.word === nth && one.found.docs.length > 0 ? [one.found] : [])),
  );
}
