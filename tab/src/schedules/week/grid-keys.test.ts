import { describe, expect, it } from '@jest/globals';
import { movedBy } from './grid-keys.ts';

/** A heading, two people, a heading, a person; five days. */
const FIELD = { people: [false, true, true, false, true], columns: 5 };
const press = (key: string, line: number, column: number, isCtrl = false) => {
  const to = movedBy({ key, isCtrl }, { line, column }, FIELD);
  return to && [to.line, to.column];
};

describe('a key in the grid', () => {
  it.each([
    ['ArrowRight', 1, 2, [1, 3]],
    ['ArrowRight', 1, 5, [1, 5]],
    ['ArrowLeft', 1, 1, [1, 0]],
    ['ArrowLeft', 1, 0, [1, 0]],
    ['ArrowDown', 2, 3, [4, 3]],
    ['ArrowDown', 4, 3, [4, 3]],
    ['ArrowUp', 4, 3, [2, 3]],
    ['ArrowUp', 1, 3, [1, 3]],
    ['PageDown', 1, 0, [4, 0]],
    ['PageUp', 4, 2, [1, 2]],
    ['Home', 2, 4, [2, 0]],
    ['End', 2, 4, [2, 5]],
  ] as const)('%s leads from line %i, column %i past headings and never out', (key, line, column, to) => {
    expect(press(key, line, column)).toEqual(to);
  });

  it('leads to the corners with Ctrl', () => {
    expect([press('Home', 4, 4, true), press('End', 1, 0, true)]).toEqual([
      [1, 0],
      [4, 5],
    ]);
  });

  it('is left alone where it means nothing here', () => {
    expect(press('a', 1, 1)).toBeNull();
  });
});
