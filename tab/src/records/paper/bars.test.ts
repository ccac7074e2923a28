import { describe, expect, it } from '@jest/globals';
import { barsOf } from './bars.ts';

/** Widths of bar, space, bar … of a code between its quiet zones. */
function widthsOf(code: string): number[] {
  const { bars, width } = barsOf(code);
  const edges = bars.flatMap(({ from, wide }) => [from, from + wide]);
  expect([edges[0], width - (edges.at(-1) ?? 0)]).toEqual([10, 10]);
  return edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
}

describe('R-18: the bars of a label', () => {
  it('are a Code 128 symbol: eleven modules a letter, a start, a check letter and a stop', () => {
    const widths = widthsOf('B000123');
    const symbols = Array.from({ length: Math.floor(widths.length / 6) }, (_, at) => widths.slice(6 * at, 6 * at + 6));
    expect(symbols.slice(0, -1).every((one) => one.reduce((sum, wide) => sum + wide, 0) === 11)).toBe(true);
    // 2331112 is the stop of every Code 128.
    expect(widths.slice(-7).join('')).toBe('2331112');
    // Start B (104), as ISO/IEC 15417 has it.
    expect(widths.slice(0, 6).join('')).toBe('211214');
    // 「B」 is 34 there.
    expect(widths.slice(6, 12).join('')).toBe('131123');
  });

  it('differ for every code, and stay within a label', () => {
    const all = ['B000001', 'B000010', 'B123456', 'B999999'].map((code) => widthsOf(code).join(''));
    expect(new Set(all).size).toBe(all.length);
    // 72 mm are 144 modules of half a millimetre.
    expect(barsOf('B123456').width).toBeLessThanOrEqual(144);
  });
});
