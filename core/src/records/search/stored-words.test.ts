import { expect, it } from '@jest/globals';
import { bytesOf, storedWords, withoutHalves, wordsFrom } from './stored-words.ts';

it('R-22: a piece of stored words is the piece of the words, without halves of letters', () => {
  const words = '市長と𠮷田𠮷野の談話';
  const piece = (from: number, to: number): string =>
    withoutHalves(wordsFrom(storedWords(words).subarray(bytesOf(from), bytesOf(to))));
  expect(piece(0, words.length)).toBe(words);
  expect(piece(3, 6)).toBe('𠮷田');
  expect([piece(4, 7), piece(3, 7), piece(4, 8)]).toEqual(['田', '𠮷田', '田𠮷']);
});
