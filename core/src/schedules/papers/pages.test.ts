import { describe, expect, it } from '@jest/globals';
import { pagesTyped } from './pages.ts';

describe('S-16: pages that were replaced', () => {
  it.each([
    ['', []],
    ['3', [{ from: 3, to: 3 }]],
    [
      '3、5-7',
      [
        { from: 3, to: 3 },
        { from: 5, to: 7 },
      ],
    ],
    [
      '５～７頁, 3ページ',
      [
        { from: 3, to: 3 },
        { from: 5, to: 7 },
      ],
    ],
    ['4-6 3 5', [{ from: 3, to: 6 }]],
    ['p.2', [{ from: 2, to: 2 }]],
  ])('「%s」', (typed, pages) => {
    expect(pagesTyped(typed)).toEqual(pages);
  });

  it.each(['0', '7-5', '三', '1-', '99999', '1;2', Array.from({ length: 51 }, (_, n) => 2 * n + 1).join()])(
    '「%s」 is not understood',
    (typed) => {
      expect(pagesTyped(typed)).toBeNull();
    },
  );
});
