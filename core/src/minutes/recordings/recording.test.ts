import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RECORDING_LIMITS, lengthOf, MOST_TRIES, nextTry, partsOf } from './recording.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const minutesTo = (at: Date | null) => at && (at.getTime() - NOW.getTime()) / 60_000;

describe('the parts of a recording', () => {
  it.each([
    [1, 1, 1],
    [10, 1, 10],
    [11, 2, 1],
    [20, 2, 10],
  ])('of %i bytes are %i, the last of %i', (bytes, parts, last) => {
    const recording = { bytes, partBytes: 10 };
    expect(partsOf(recording)).toBe(parts);
    expect(lengthOf(recording, parts - 1)).toBe(last);
  });

  it('three hours of uncompressed sound are within the limits', () => {
    expect(3 * 3600 * 44_100 * 2 * 2).toBeLessThan(DEFAULT_RECORDING_LIMITS.bytes);
  });
});

describe('what passes by itself', () => {
  it('is tried again soon, then less often, and not for ever', () => {
    const pauses = [1, 2, 3, 4, 5, MOST_TRIES].map((tries) => minutesTo(nextTry({ params: {} }, tries, NOW)));
    expect(pauses).toEqual([1, 5, 15, 60, 180, null]);
  });

  it('is tried when the server says, but not before', () => {
    expect(minutesTo(nextTry({ params: { retryAfterSeconds: 600 } }, 1, NOW))).toBe(10);
    expect(minutesTo(nextTry({ params: { retryAfterSeconds: 1 } }, 1, NOW))).toBe(1);
  });
});
