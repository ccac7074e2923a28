import { FILE_TEXT, type Part } from './segment.ts';
import type { Segment } from './snapshot.ts';
import type { Standing } from './standing.ts';

/** Okapi BM25, over pairs of letters in place of words. */
const SATURATION = 1.2;
const LENGTH = 0.75;
/** What stands in a title or in the register says what a document is about, but is short. */
const HEAD_WEIGHT = 0.3;

/** All documents that are weighed. */
export interface Among {
  readonly docs: number;
  readonly meanLetters: number;
}

/** How much it says that two letters stand in a document, by how many hold them. */
export function rarityOf(holding: number, { docs }: Among): number {
  const those = Math.min(holding, docs);
  return Math.max(0, Math.log(1 + (docs - those + 0.5) / (those + 0.5)));
}

/** What a document gains by two letters that stand in it so many times, before it is asked how rare they are. */
export function gainOf(part: Part, { times, letters }: { times: number; letters: number }, { meanLetters }: Among) {
  const [length, weight] = part === FILE_TEXT ? [LENGTH, 1] : [0, HEAD_WEIGHT];
  const norm = 1 - length + (length * letters) / meanLetters;
  return (weight * times * (SATURATION + 1)) / (times + SATURATION * norm);
}

/** Adds what two letters of this rarity give to each document of a segment. */
export function addGains(
  scores: Float64Array,
  { directory: { starts, parts } }: Segment,
  { standing, rarity, among }: { standing: Standing; rarity: number; among: Among },
): void {
  for (let nth = 0; nth < standing.docs.length; nth += 1) {
    const doc = standing.docs[nth] as number;
    const letters = (starts[doc + 1] as number) - (starts[doc] as number) - 1;
    const gain = gainOf(parts[doc] as number, { times: standing.times[nth] as number, letters }, among);
    scores[doc] = (scores[doc] as number) + rarity * gain;
  }
}

/** What is among the best: all above the least score, and of those that have just this, so many. */
export interface Cutoff {
  readonly least: number;
  readonly ofLeast: number;
}

/** So that there are no more than `most` in all: where a pair stands in every title, thousands have the same score. */
export function cutoffOf(scores: readonly Float64Array[], most: number): Cutoff {
  const all = new Float64Array(scores.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const some of scores) for (const score of some) if (score > 0) all[count++] = score;
  if (count <= most) return { least: 0, ofLeast: 0 };
  const sorted = all.subarray(0, count).sort();
  const least = sorted[count - most] as number;
  return { least, ofLeast: most - (count - 1 - sorted.lastIndexOf(least)) };
}
