import fc from 'fast-check';
import { type Ask, reachOf } from './block-store.ts';
import type { Block } from './blocks.ts';
import { gramAt, gramOf, isPairAsked, lastOf, pairAt } from './grams.ts';

/** What is asked for by the first two or three letters of a word. */
export const askedBy = (letters: string): number =>
  letters.length === 2 ? gramOf(pairAt(letters, 0), 0) : gramAt(letters, 0);

/** Whether it stands there in a text. */
export const standsAt = (text: string, at: number, gram: number): boolean =>
  (isPairAsked(gram) ? gramOf(pairAt(text, at), 0) : gramAt(text, at)) === gram;

type Key = readonly [gram: number, place: number];
const isBefore = (a: Key, b: Key): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** What the database would find among the blocks of a segment. */
export function blocksFound(blocks: readonly Block[], ask: Ask): Block[] {
  const { lo, hi } = reachOf(ask);
  const [from, to]: readonly [Key, Key] = [
    [ask.gram, lo],
    [lastOf(ask.gram), hi],
  ];
  const keyOf = ({ gram, place }: Block): Key => [gram, place];
  const first = blocks.findLast((block) => !isBefore(from, keyOf(block)));
  const others = blocks.filter((block) => isBefore(from, keyOf(block)) && isBefore(keyOf(block), to));
  return first ? [first, ...others] : others;
}

/** Texts of so many letters, of few kinds, so that any piece of them stands in many places. */
export const textsOf = (letters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((all) => all.join(''));
