import type { Tx } from '../../platform/index.ts';
import { placesIn } from './blocks.ts';
import { type Gram, gramOf, isPairAt, pairAt } from './grams.ts';
import { listsFor } from './lists.ts';
import { FILE_TEXT, idAt, isAttached } from './segment.ts';
import type { Segment, Snapshot } from './snapshot.ts';
import { type Ask, blockCounts, freshTexts } from './store.ts';

/** Okapi BM25, over pairs of letters in place of words. */
const SATURATION = 1.2;
const LENGTH = 0.75;
/** What stands in a title or in the register says what a document is about, but is short. */
const HEAD_WEIGHT = 0.3;
/** The rarest pairs of a question say the most; what is everywhere is not read. */
const MOST_BLOCKS = 3_500;
const MOST_CANDIDATES = 1_000;
const MOST_FRESH = 500;

export interface Scored {
  readonly recordId: string;
  readonly score: number;
}

/** Two letters are asked for, whatever follows them. */
const askedAt = (text: string, at: number): Gram => gramOf(pairAt(text, at), 0);

const pairsOf = (sentence: string): Gram[] => {
  const places = Array.from({ length: Math.max(0, sentence.length - 1) }, (_, at) => at);
  return [...new Set(places.filter((at) => isPairAt(sentence, at)).map((at) => askedAt(sentence, at)))];
};

/** The rarest first, as many as may be read. */
async function tellingPairs(tx: Tx, sentence: string): Promise<Gram[]> {
  const counted = await blockCounts(tx, pairsOf(sentence));
  let blocks = 0;
  return counted
    .toSorted((a, b) => a.blocks - b.blocks)
    .filter((one, nth) => {
      blocks += one.blocks + 1;
      return nth === 0 || blocks <= MOST_BLOCKS;
    })
    .map(({ gram }) => gram);
}

/** How often a pair stands in a document. */
type Times = Map<number, number>;

/** Without what is attached: it is not for everybody who may see the document, and would move it up for them too. */
function timesIn(segment: Segment, places: Uint32Array): Times {
  const { starts, parts } = segment.directory;
  const times: Times = new Map();
  let doc = 0;
  for (const place of places) {
    if ((starts[doc + 1] as number) <= place) doc = docAt(starts, place, doc);
    if (!isAttached(parts[doc] as number)) times.set(doc, (times.get(doc) ?? 0) + 1);
  }
  return times;
}

function docAt(starts: Uint32Array, place: number, from: number): number {
  let [low, high] = [from, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Weighing {
  readonly docs: number;
  readonly meanLetters: number;
}

const rarity = (holding: number, docs: number): number => Math.log(1 + (docs - holding + 0.5) / (holding + 0.5));

function scoreOf(part: number, { times, letters, mean }: { times: number; letters: number; mean: number }): number {
  const [length, weight] = part === FILE_TEXT ? [LENGTH, 1] : [0, HEAD_WEIGHT];
  const norm = 1 - length + (length * letters) / mean;
  return (weight * times * (SATURATION + 1)) / (times + SATURATION * norm);
}

interface FreshText {
  readonly recordId: string;
  readonly part: number;
  readonly letters: number;
  readonly times: ReadonlyMap<Gram, number>;
}

function freshTimes(
  { recordId, part, folded }: { recordId: string; part: number; folded: string },
  pairs: readonly Gram[],
) {
  const times = new Map<Gram, number>();
  const sought = new Set(pairs);
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const pair = askedAt(folded, at);
    if (sought.has(pair)) times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return { recordId, part, letters: folded.length, times };
}

/** The best of one segment. */
function bestOf(segment: Segment, scores: Float64Array): Scored[] {
  const docs = Array.from(scores.keys()).filter((doc) => (scores[doc] as number) > 0);
  docs.sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return docs
    .slice(0, MOST_CANDIDATES)
    .map((doc) => ({
      ...{ recordId: idAt(segment.directory, doc), part: segment.directory.parts[doc] },
      score: scores[doc] as number,
    }))
    .filter(({ recordId, part }) => !segment.gone.has(`${recordId}/${part}`));
}

/** Each pair with its documents: in the segments, and in what waits. */
interface Counted {
  readonly inSegments: readonly Times[];
  readonly pair: Gram;
  readonly rarity: number;
}

function counted(
  pairs: readonly Gram[],
  {
    segments,
    lists,
    fresh,
  }: { segments: readonly Segment[]; lists: readonly Uint32Array[]; fresh: readonly FreshText[] },
  docs: number,
): Counted[] {
  return pairs.map((pair, nth) => {
    const inSegments = segments.map((segment, at) =>
      timesIn(segment, lists[nth * segments.length + at] ?? new Uint32Array(0)),
    );
    const waiting = fresh.filter(({ times }) => times.has(pair)).length;
    const holding = inSegments.reduce((sum, times) => sum + times.size, waiting);
    return { pair, inSegments, rarity: Math.max(0, rarity(Math.min(holding, docs), docs)) };
  });
}

function scoredIn(segment: Segment, at: number, all: readonly Counted[], { meanLetters: mean }: Weighing): Scored[] {
  const { starts, parts, count } = segment.directory;
  const scores = new Float64Array(count);
  for (const one of all)
    for (const [doc, times] of one.inSegments[at] ?? []) {
      const letters = (starts[doc + 1] as number) - (starts[doc] as number) - 1;
      scores[doc] = (scores[doc] as number) + one.rarity * scoreOf(parts[doc] as number, { times, letters, mean });
    }
  return bestOf(segment, scores);
}

const scoredFresh = (text: FreshText, all: readonly Counted[], { meanLetters: mean }: Weighing): Scored => ({
  recordId: text.recordId,
  score: all.reduce((sum, one) => {
    const times = text.times.get(one.pair) ?? 0;
    return times === 0 ? sum : sum + one.rarity * scoreOf(text.part, { times, letters: text.letters, mean });
  }, 0),
});

/** Records that have the most of a sentence in common with it, the best first. */
export async function rank(tx: Tx, snapshot: Snapshot, sentence: string): Promise<Scored[]> {
  const pairs = await tellingPairs(tx, sentence);
  const { segments } = snapshot;
  const asks = pairs.flatMap((pair) =>
    segments.map(
      ({ segmentId, directory }): Ask => ({
        ...{ segmentId, gram: pair, lo: 0, hi: directory.starts[directory.count] ?? 0 },
      }),
    ),
  );
  const [read, texts] = await Promise.all([listsFor(tx, asks), freshTexts(tx, MOST_FRESH)]);
  const lists = read.map(({ entries, ask }) => placesIn(entries, ask));
  const fresh = texts.map((text) => freshTimes(text, pairs));
  const docs = Math.max(1, snapshot.docs + fresh.length);
  const letters = snapshot.letters + fresh.reduce((sum, text) => sum + text.letters, 0);
  const weighing = { docs, meanLetters: Math.max(1, letters / docs) };
  const all = counted(pairs, { segments, lists, fresh }, docs);
  const best = [
    ...segments.flatMap((segment, at) => scoredIn(segment, at, all, weighing)),
    ...fresh.map((text) => scoredFresh(text, all, weighing)),
  ];
  const sums = new Map<string, number>();
  for (const { recordId, score } of best) sums.set(recordId, (sums.get(recordId) ?? 0) + score);
  return Array.from(sums, ([recordId, score]) => ({ recordId, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.recordId > b.recordId ? -1 : 1));
}
