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
  const both = new Places();
  // Leaps where one list is much longer than the other.
  const leap = second.length > first.length * 16;
  let at = 0;
  for (const place of first) {
    const sought = place + behind;
    if (leap) at = firstNotBefore(second, sought, at);
    else while (at < second.length && (second[at] as number) < sought) at += 1;
    if (at === second.length) break;
    if (second[at] === sought) both.push(place);
  }
  return both.done();
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
  for (const block of await blocksFor(tx, asks)) {
    const [ask, into] = [asks[block.ask], lists[block.ask]];
    if (ask && into) placesIn(block, ask, into);
  }
  return lists.map((list) => list.done());
}

/** Where each word stands in a stretch of time, all asked at once. */
export async function wordsIn(
  tx: Tx,
  snapshot: Snapshot,
  { words, stretch }: { words: readonly string[]; stretch: Stretch },
): Promise<WordIn[][]> {
  const parts = partsOf(snapshot, stretch);
  const pairs = words.map(pairsOfWord);
  const asks = pairs.flatMap((ofWord) =>
    parts.flatMap(({ segment, lo, hi }) =>
      ofWord.map(({ pair }): Ask => ({ segmentId: segment.segmentId, pair, lo, hi })),
    ),
  );
  if (asks.length === 0) return words.map(() => []);
  const lists = await listsFor(tx, asks);
  let next = 0;
  return pairs.map((ofWord) =>
    parts.flatMap(({ segment, fromDoc }) => {
      const own = lists.slice(next, next + ofWord.length);
      next += ofWord.length;
      const found = docsOf(segment, placesOfWord(ofWord, own), fromDoc);
      return found.docs.length > 0 ? [found] : [];
    }),
  );
}
