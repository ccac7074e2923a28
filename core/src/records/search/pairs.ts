import { BETWEEN } from './folded-text.ts';

const NO_LETTER = BETWEEN.charCodeAt(0);

/** Two UTF-16 units that stand beside each other, as one number. */
export const pairAt = (folded: string, at: number): number =>
  folded.charCodeAt(at) * 0x10000 + folded.charCodeAt(at + 1);

/** Whether a pair is there at all: none goes across the border of two fields. */
export const isPair = (pair: number): boolean => pair >>> 16 !== NO_LETTER && (pair & 0xffff) !== NO_LETTER;

/** A pair of a word, and how far behind its first letter. */
export interface PairOfWord {
  readonly pair: number;
  readonly behind: number;
}

const LONGEST_BY_EVERY_PAIR = 16;

/** Every two letters that stand beside each other in it: the more there are, the rarer the rarest; of a long word enough. */
export const everyPairOf = (folded: string): PairOfWord[] =>
  folded.length > LONGEST_BY_EVERY_PAIR
    ? pairsOfWord(folded)
    : Array.from({ length: folded.length - 1 }, (_, behind) => ({ pair: pairAt(folded, behind), behind }));

/** Pairs that together are the whole word: where all of them stand in their distance, there the word stands. */
export function pairsOfWord(folded: string): PairOfWord[] {
  const last = folded.length - 2;
  const pairs: PairOfWord[] = [];
  for (let at = 0; at < last; at += 2) pairs.push({ pair: pairAt(folded, at), behind: at });
  pairs.push({ pair: pairAt(folded, last), behind: last });
  return pairs;
}
