import { describe, expect, it } from '@jest/globals';
import { everyGramOf, gramsOfWord } from './grams.ts';

const LETTERS = '令和八年度の公用車更新計画と協定書';
const WIDTH = 3;

const lettersIn = (grams: readonly { behind: number }[]): number =>
  new Set(grams.flatMap(({ behind }) => [behind, behind + 1, behind + 2])).size;

/** Every choice of so many of them. */
const choices = <T>(all: readonly T[], count: number): T[][] =>
  count === 0 ? [[]] : all.flatMap((one, nth) => choices(all.slice(nth + 1), count - 1).map((more) => [one, ...more]));

describe('R-22: grams that together are a word', () => {
  it('two letters are one gram, and nothing is missing beside it', () => {
    const grams = gramsOfWord('協定');
    expect(grams.map(({ behind }) => behind)).toEqual([0]);
    expect(gramsOfWord('協定', grams)).toEqual([]);
  });

  it('beside any two that are known they leave out no letter, and are the fewest that do so', () => {
    for (let length = WIDTH; length <= 10; length += 1) {
      const word = LETTERS.slice(0, length);
      const every = everyGramOf(word);
      for (const known of [...choices(every, 0), ...choices(every, 1), ...choices(every, 2)]) {
        const grams = gramsOfWord(word, known);
        expect(lettersIn([...known, ...grams])).toBe(length);
        const fewer = grams.length === 0 ? [] : choices(every, grams.length - 1);
        expect(fewer.filter((some) => lettersIn([...known, ...some]) === length)).toEqual([]);
      }
    }
  });

  it('of a word of any length every gram is one that stands there', () => {
    for (let length = WIDTH; length <= LETTERS.length; length += 1) {
      const word = LETTERS.slice(0, length);
      const [first] = gramsOfWord(word.slice(1, 1 + WIDTH));
      const known = length > WIDTH && first ? [{ ...first, behind: 1 }] : [];
      for (const { gram, behind } of gramsOfWord(word, known))
        expect(gram).toBe(gramsOfWord(word.slice(behind, behind + WIDTH))[0]?.gram);
    }
  });
});
