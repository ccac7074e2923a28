import { describe, expect, it } from '@jest/globals';
import { directoryOf, FILE_TEXT, readDirectory } from './segment.ts';
import type { Snapshot } from './snapshot.ts';
import { joined, type Stretch, stretchesOf } from './stretches.ts';

const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const DAYS = 1_000;
const LETTERS = 99;

/** One document of 100 places a day, in two segments. */
const segment = (segmentId: number, from: number, to: number) => {
  const entries = Array.from({ length: to - from }, (_, more) => ({
    recordId: `019a0000-0000-7000-8000-${String(from + more).padStart(12, '0')}`,
    ...{ part: FILE_TEXT, at: from + more, letters: LETTERS },
  }));
  return {
    segmentId,
    mark: `${segmentId}`,
    directory: readDirectory(directoryOf(entries).bytes),
    gone: new Set<string>(),
  };
};
const snapshot: Snapshot = {
  segments: [segment(2, 700, DAYS), segment(1, 0, 700)],
  ...{ docs: DAYS, letters: DAYS * 100 },
};
const stretches = stretchesOf(snapshot, EVER, 1_000);
const [newest = EVER, ...left] = stretches;
const days = ({ from, to }: Stretch): number => Math.min(to, DAYS) - Math.max(from, 0);
const next = (told: { bytes: number; others?: number[]; found: number }): number => {
  const stretch = joined(snapshot, left, { newest, most: 200, others: [], ...told });
  return stretch ? days(stretch) : 0;
};

describe('R-22: how much of the index is read at once', () => {
  it('the whole time is read from the newest back, each stretch twice as much as the one before', () => {
    expect(stretches.map(days)).toEqual([11, 21, 41, 81, 161, 321, 364]);
    expect(stretches.slice(1).map(({ to }) => to)).toEqual(stretches.slice(0, -1).map(({ from }) => from));
    expect([stretches[0]?.to, stretches.at(-1)?.from]).toEqual([EVER.to, EVER.from]);
  });

  it('about as much is read next as was needed for what was found', () => {
    const much = { bytes: 1_000_000 };
    // Eleven days had a third of them: two stretches would be too much.
    expect(next({ ...much, found: 67 })).toBe(21);
    expect(next({ ...much, found: 20 })).toBe(21 + 41);
    expect(next({ ...much, found: 199 })).toBe(21);
    expect(next({ ...much, found: 0 })).toBe(DAYS - 11);
  });

  it('where little stands in the lists, all of it is read at once', () => {
    expect(next({ bytes: 0, found: 199 })).toBe(DAYS - 11);
    // So many bytes a day.
    expect(next({ bytes: 11 * 8_000, found: 199 })).toBe(21);
    expect(next({ bytes: 11 * 1_500, found: 199 })).toBe(21 + 41 + 81);
    expect(joined(snapshot, [], { newest, bytes: 0, others: [], found: 0, most: 200 })).toBeUndefined();
  });

  it('what is only looked at where the word may stand counts by the places, but by no more than there is of it', () => {
    expect(next({ bytes: 0, others: [11], found: 20 })).toBe(DAYS - 11);
    expect(next({ bytes: 0, others: [1_000_000_000], found: 20 })).toBe(21 + 41);
    expect(next({ bytes: 0, others: [11 * 4_000, 11 * 4_000], found: 199 })).toBe(21);
  });
});
