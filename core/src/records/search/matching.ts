import { partnersOf, placesIn, sizeOf } from './blocks.ts';
import { everyGramOf, type Gram, type GramOfWord, gramsOfWord, isPairAsked } from './grams.ts';
import type { GramList, ReadLists } from './lists.ts';
import { askIn, lettersIn, type Part, partsOf } from './parts.ts';
import { Places } from './places.ts';
import { type RestOfWord, withRest } from './rest.ts';
import type { Segment, Snapshot } from './snapshot.ts';
import type { Stretch } from './stretches.ts';

/** Where a word stands in a segment: documents in order, each with the place of the first. */
export interface WordIn {
  readonly segment: Segment;
  readonly docs: Uint32Array;
  readonly places: Uint32Array;
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

/** The places of a whole word, from the lists of its grams; only those of the rarest gram are written out. */
function placesOfWord(grams: readonly GramOfWord[], lists: readonly GramList[]): Uint32Array {
  const order = grams
    .flatMap(({ behind }, nth) => {
      const list = lists[nth];
      return list ? [{ behind, list, size: sizeOf(list.entries) }] : [];
    })
    .sort((a, b) => a.size - b.size);
  const [rarest, ...others] = order;
  if (!rarest) return new Uint32Array(0);
  let places = placesIn(rarest.list.entries, rarest.list.ask);
  for (const { behind, list } of others) places = partnersOf(places, list.entries, behind - rarest.behind);
  if (rarest.behind === 0) return places;
  // No word begins before the first letter of the segment.
  return places.filter((place) => place >= rarest.behind).map((place) => place - rarest.behind);
}

/** In which documents these places are, and the first in each. */
function docsOf(segment: Segment, places: Uint32Array, fromDoc: number): WordIn {
  const { starts, count } = segment.directory;
  const begins = starts.subarray(0, count);
  const [docs, firsts] = [new Places(), new Places()];
  let doc = fromDoc;
  for (let at = 0; at < places.length; ) {
    const place = places[at] as number;
    // The document in which the place is.
    doc = firstNotBefore(begins, place + 1, doc) - 1;
    docs.push(doc);
    firsts.push(place);
    const end = starts[doc + 1] as number;
    while (at < places.length && (places[at] as number) < end) at += 1;
  }
  return { segment, docs: docs.done(), places: firsts.done() };
}

/** A word in a part of the index: by some of its grams first, then by the rest where those stand. */
export interface Sought {
  readonly word: number;
  readonly part: Part;
  readonly first: readonly GramOfWord[];
  readonly rest: readonly RestOfWord[];
}

/** How many bytes the list of each gram had in so many letters that were read before. */
export interface Seen {
  readonly letters: number;
  readonly bytes: ReadonlyMap<Gram, number>;
}

/** So many of the rarest grams leave few places over, where the others are looked for. */
const RAREST = 2;
/** What costs no more than this is read with them: another turn to the database would cost more. */
const CHEAP_BYTES = 64 * 1024;

function byRarity(grams: readonly GramOfWord[], { bytes }: Seen): GramOfWord[] {
  const often = ({ gram }: GramOfWord) => bytes.get(gram) ?? 0;
  return grams.toSorted((a, b) => often(a) - often(b));
}

/** The rarest grams of a word, and what else it takes to know that it stands there, the rarest of it first. */
function splitByRarity(letters: string, seen: Seen): { rarest: GramOfWord[]; others: GramOfWord[] } {
  const rarest = byRarity(everyGramOf(letters), seen).slice(0, RAREST);
  return { rarest, others: byRarity(gramsOfWord(letters, rarest), seen) };
}

/** What to read of a word, and what only where that stands; where nothing is known of how rare its grams are, all. */
function plan(letters: string, parts: readonly Part[], seen: Seen | undefined): Omit<Sought, 'word'>[] {
  if (!seen) return parts.map((part) => ({ part, first: everyGramOf(letters), rest: [] }));
  const expected = (grams: GramOfWord, among: number) =>
    ((seen.bytes.get(grams.gram) ?? 0) * among) / Math.max(1, seen.letters);
  const all = lettersIn(parts);
  const { rarest, others } = splitByRarity(letters, seen);
  const [cheap, dear] = [
    others.filter((one) => expected(one, all) <= CHEAP_BYTES),
    others.filter((one) => expected(one, all) > CHEAP_BYTES),
  ];
  const first = [...rarest, ...cheap];
  return parts.map((part) => ({
    ...{ part, first },
    rest: dear.map((one) => ({ ...one, bytes: expected(one, lettersIn([part])) })),
  }));
}

export function soughtIn(
  snapshot: Snapshot,
  { words, stretch, seen }: { words: readonly string[]; stretch: Stretch; seen?: Seen | undefined },
): Sought[] {
  const parts = partsOf(snapshot, stretch);
  return words.flatMap((letters, word) => plan(letters, parts, seen).map((one) => ({ word, ...one })));
}

/** So many bytes stood in what was read before: of the grams that are read first from then on, and of each of the others. */
export function bytesSeen(words: readonly string[], seen: Seen): { bytes: number; others: number[] } {
  const of = ({ gram }: GramOfWord): number => seen.bytes.get(gram) ?? 0;
  const split = words.map((letters) => splitByRarity(letters, seen));
  const first = split.flatMap(({ rarest }) => rarest);
  return { bytes: first.reduce((sum, one) => sum + of(one), 0), others: split.flatMap(({ others }) => others.map(of)) };
}

/** The lists of the grams that are read first. */
export const firstLists = (read: ReadLists, sought: readonly Sought[]): Promise<GramList[]> =>
  read(sought.flatMap(({ part, first }) => first.map(askIn(part))));

/** Of two letters the list of the whole segment is at hand. */
function shareOf({ segment: { directory }, lo, hi }: Part, gram: Gram): number {
  return isPairAsked(gram) ? (hi - lo) / Math.max(1, directory.starts[directory.count] ?? 0) : 1;
}

export function seenIn(sought: readonly Sought[], lists: readonly GramList[]): Seen {
  const bytes = new Map<Gram, number>();
  const grams = sought.flatMap(({ first, part }) => first.map(({ gram }) => ({ gram, part })));
  for (const [nth, { gram, part }] of grams.entries())
    bytes.set(gram, (bytes.get(gram) ?? 0) + sizeOf(lists[nth]?.entries ?? []) * shareOf(part, gram));
  return { letters: lettersIn(sought.flatMap(({ word, part }) => (word === 0 ? [part] : []))), bytes };
}

/** Where each word stands, from the lists of the grams that were read first. */
export async function wordsIn(
  read: ReadLists,
  { sought, lists, words }: { sought: readonly Sought[]; lists: readonly GramList[]; words: number },
): Promise<WordIn[][]> {
  let next = 0;
  const byFirst = sought.map(({ part, first, rest }) => {
    const own = lists.slice(next, next + first.length);
    next += first.length;
    return { part, rest, places: placesOfWord(first, own) };
  });
  const found = await withRest(read, byFirst);
  const inParts = sought.map(({ word, part }, nth) => ({
    word,
    found: docsOf(part.segment, found[nth] ?? new Uint32Array(0), part.fromDoc),
  }));
  return Array.from({ length: words }, (_, nth) =>
    inParts.flatMap((one) => (one.word === nth && one.found.docs.length > 0 ? [one.found] : [])),
  );
}
