import { BETWEEN } from './folded-text.ts';

const NO_LETTER = BETWEEN.charCodeAt(0);
const UNITS = 0x10000;

/**
 * Three UTF-16 units that stand beside each other, as one number below 2^48; the last is 0 where the field ends behind two.
 * Sorted by it, everything that begins with the same two stands together.
 */
export type Gram = number;

const isLetter = (unit: number): boolean => unit !== NO_LETTER && !Number.isNaN(unit);

/** What follows two units, as far as it belongs to the same field. */
export function followerAt(folded: string, at: number): number {
  const unit = folded.charCodeAt(at + 2);
  return isLetter(unit) ? unit : 0;
}

/** Whether two units stand there at all: none goes across the border of two fields. */
export const isPairAt = (folded: string, at: number): boolean =>
  isLetter(folded.charCodeAt(at)) && isLetter(folded.charCodeAt(at + 1));

/** Two units as one number below 2^32. */
export const pairAt = (folded: string, at: number): number => folded.charCodeAt(at) * UNITS + folded.charCodeAt(at + 1);

export const gramOf = (pair: number, follower: number): Gram => pair * UNITS + follower;

export const gramAt = (folded: string, at: number): Gram => gramOf(pairAt(folded, at), followerAt(folded, at));

/** What is asked for by two letters alone: whatever follows them. */
export const isPairAsked = (gram: Gram): boolean => gram % UNITS === 0;

/** The last gram of those that are asked for. */
export const lastOf = (gram: Gram): Gram => (isPairAsked(gram) ? gram + UNITS - 1 : gram);

/** A gram of a word, and how far behind its first letter. */
export interface GramOfWord {
  readonly gram: Gram;
  readonly behind: number;
}

const WIDTH = 3;
const LONGEST_BY_EVERY_GRAM = 16;

/** Every three letters that stand beside each other in it: the more there are, the rarer the rarest; of a long word enough. */
export const everyGramOf = (folded: string): GramOfWord[] =>
  folded.length > LONGEST_BY_EVERY_GRAM || folded.length < WIDTH
    ? gramsOfWord(folded)
    : Array.from({ length: folded.length - WIDTH + 1 }, (_, behind) => ({ gram: gramAt(folded, behind), behind }));

/**
 * The fewest grams that, with those that are known, are the whole word: where all of them stand in their distance, there the
 * word stands.
 */
export function gramsOfWord(folded: string, known: readonly GramOfWord[] = []): GramOfWord[] {
  const last = folded.length - WIDTH;
  if (last < 0) return known.length > 0 ? [] : [{ gram: gramOf(pairAt(folded, 0), 0), behind: 0 }];
  const grams: GramOfWord[] = [];
  for (let at = 0; at < folded.length; ) {
    const letter = at;
    const covering = known.find(({ behind }) => behind <= letter && letter < behind + WIDTH);
    const behind = covering?.behind ?? Math.min(letter, last);
    if (!covering) grams.push({ gram: gramAt(folded, behind), behind });
    at = behind + WIDTH;
  }
  return grams;
}
