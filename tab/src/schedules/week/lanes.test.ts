import { describe, expect, it } from '@jest/globals';
import { lanesOf, layOut } from './lanes.ts';

const span = (from: number, to: number) => ({ from, to });
const WEEK = { columns: 5, most: 3 };

describe('lanes', () => {
  it('keep apart what overlaps, and use again what is free', () => {
    expect(lanesOf([span(0, 5), span(0, 1), span(0, 1), span(1, 2), span(1, 3), span(3, 4)])).toEqual([
      0, 1, 2, 1, 2, 1,
    ]);
  });

  it('let one begin where another ends, also within a column', () => {
    expect(lanesOf([span(0.5, 1), span(1, 1.5), span(1.25, 2)])).toEqual([0, 0, 1]);
  });

  it('show everything where there is room for it', () => {
    const { shown, hidden, lanes } = layOut([span(0, 2), span(0, 1), span(0, 1)], WEEK);
    expect([shown.length, hidden, lanes]).toEqual([3, [0, 0, 0, 0, 0], 3]);
  });

  it('keep back what is too much in a column, and say how much in each', () => {
    const { shown, hidden, lanes } = layOut([...Array.from({ length: 6 }, () => span(2, 3)), span(3, 4)], WEEK);
    expect([shown.length, hidden, lanes]).toEqual([3, [0, 0, 4, 0, 0], 3]);
  });

  it('count what reaches over several columns in each of them when it is kept back', () => {
    const days = [span(0, 5), span(0, 5), span(0, 3), span(0, 1)];
    const { shown, hidden } = layOut(days, WEEK);
    expect(shown.map(({ lane }) => lane)).toEqual([0, 1]);
    expect(hidden).toEqual([2, 1, 1, 0, 0]);
  });

  it('say how far the words of each may run: to the next in its lane, to 「+3」, or to the end', () => {
    const untils = (spans: ReturnType<typeof span>[], most = 3) =>
      layOut(spans, { columns: 5, most }).shown.map(({ lane, until }) => [lane, until]);
    expect(untils([span(0, 0.5), span(0.25, 1), span(1.5, 2), span(3, 3.5)])).toEqual([
      ...[
        [0, 1.5],
        [1, 5],
        [0, 3],
        [0, 5],
      ],
    ]);
    expect(untils([span(0, 0.5), span(2, 3), span(2, 3)], 1)).toEqual([[0, 2]]);
  });

  it('need none for nothing', () => {
    expect(layOut([], WEEK)).toEqual({ shown: [], hidden: [0, 0, 0, 0, 0], lanes: 0 });
  });
});
