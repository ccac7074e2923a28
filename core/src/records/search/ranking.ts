import { setImmediate } from 'node:timers/promises';
import type { Tx } from '../../platform/index.ts';
import { type Ask, blockCounts } from './block-store.ts';
import { type Gram, isPairAt } from './grams.ts';
import { entriesFor } from './lists.ts';
import { idAt, type Part } from './segment.ts';
import type { Segment, Snapshot } from './snapshot.ts';
import { askedAt, standingIn, standingInText } from './standing.ts';
import { freshTexts } from './store.ts';
import { type Among, addGains, cutoffOf, gainOf, rarityOf } from './weighing.ts';

/** The rarest pairs of a question say the most; what is everywhere is not read. */
const MOST_BLOCKS = 3_500;
const MOST_CANDIDATES = 4_000;
const MOST_FRESH = 500;

export interface Scored {
  readonly recordId: string;
  readonly score: number;
}

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

/** A text that waits to be taken into the index, and what it has of the question. */
interface FreshText {
  readonly recordId: string;
  readonly part: Part;
  readonly letters: number;
  readonly times: ReadonlyMap<Gram, number>;
  score: number;
}

async function freshFor(tx: Tx, pairs: readonly Gram[]): Promise<FreshText[]> {
  const sought = new Set(pairs);
  const texts = await freshTexts(tx, MOST_FRESH);
  return texts.map(({ recordId, part, folded }) => ({
    ...{ recordId, part, letters: folded.length, times: standingInText(folded, sought), score: 0 },
  }));
}

function amongAll({ docs, letters }: Snapshot, fresh: readonly FreshText[]): Among {
  const all = Math.max(1, docs + fresh.length);
  const written = letters + fresh.reduce((sum, text) => sum + text.letters, 0);
  return { docs: all, meanLetters: Math.max(1, written / all) };
}

const asksFor = (segments: readonly Segment[], gram: Gram): Ask[] =>
  segments.map(({ segmentId, directory }) => ({
    ...{ segmentId, gram, lo: 0, hi: directory.starts[directory.count] ?? 0 },
  }));

/** What each document of the segments has in common with the question; of the fresh ones it is noted with them. */
async function scoresIn(
  tx: Tx,
  { segments, fresh, among }: { segments: readonly Segment[]; fresh: readonly FreshText[]; among: Among },
  pairs: readonly Gram[],
): Promise<Float64Array[]> {
  const scores = segments.map(({ directory }) => new Float64Array(directory.count));
  for (const pair of pairs) {
    const lists = await entriesFor(tx, asksFor(segments, pair));
    const standings = segments.map((segment, nth) => standingIn(segment, lists[nth] ?? []));
    const waiting = fresh.filter(({ times }) => times.has(pair));
    const holding = standings.reduce((sum, { docs }) => sum + docs.length, waiting.length);
    const rarity = rarityOf(holding, among);
    for (const [nth, standing] of standings.entries())
      addGains(scores[nth] as Float64Array, segments[nth] as Segment, { standing, rarity, among });
    for (const text of waiting)
      text.score += rarity * gainOf(text.part, { times: text.times.get(pair) ?? 0, letters: text.letters }, among);
    // A question has dozens of pairs: whoever else asks something of the service is answered between two of them.
    await setImmediate();
  }
  return scores;
}

/** The best that stand there still; of equal ones the newest, as far as they are taken. */
export function bestOf(segments: readonly Segment[], scores: readonly Float64Array[], most: number): Scored[] {
  const { least, ofLeast } = cutoffOf(scores, most);
  const best: Scored[] = [];
  let left = ofLeast;
  for (const [nth, { directory, gone }] of segments.entries())
    for (let doc = directory.count - 1; doc >= 0; doc -= 1) {
      const score = scores[nth]?.[doc] ?? 0;
      if (score < least || score === 0 || (score === least && left-- <= 0)) continue;
      const recordId = idAt(directory, doc);
      if (!gone.has(`${recordId}/${directory.parts[doc]}`)) best.push({ recordId, score });
    }
  return best;
}

/** Records that have the most of a sentence in common with it, the best first. */
export async function rank(tx: Tx, snapshot: Snapshot, sentence: string): Promise<Scored[]> {
  const pairs = await tellingPairs(tx, sentence);
  const fresh = await freshFor(tx, pairs);
  const { segments } = snapshot;
  const scores = await scoresIn(tx, { segments, fresh, among: amongAll(snapshot, fresh) }, pairs);
  const best = [...bestOf(segments, scores, MOST_CANDIDATES), ...fresh.filter(({ score }) => score > 0)];
  const sums = new Map<string, number>();
  for (const { recordId, score } of best) sums.set(recordId, (sums.get(recordId) ?? 0) + score);
  return Array.from(sums, ([recordId, score]) => ({ recordId, score })).sort(
    (a, b) => b.score - a.score || (a.recordId > b.recordId ? -1 : 1),
  );
}
