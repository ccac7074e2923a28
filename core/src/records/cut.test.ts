import { expect, it } from '@jest/globals';
import { cut } from './cut.ts';

it('R-22: a list that is cut says so; one that just fits does not', () => {
  expect(cut([1, 2, 3], 2)).toEqual({ rows: [1, 2], truncated: true });
  expect(cut([1, 2], 2)).toEqual({ rows: [1, 2], truncated: false });
  expect(cut([], 2)).toEqual({ rows: [], truncated: false });
});
