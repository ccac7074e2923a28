import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inParts } from './index.ts';

describe('a list in parts', () => {
  it('fills each part before the next, in order', () => {
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inParts(['a', 'b'], 2)).toEqual([['a', 'b']]);
    expect(inParts([], 2)).toEqual([]);
  });

  it('loses nothing, doubles nothing and makes no part longer than it may be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (items, size) => {
        const parts = inParts(items, size);
        expect(parts.flat()).toEqual(items);
        expect(parts.every(({ length }) => length > 0 && length <= size)).toBe(true);
      }),
    );
  });
});
