import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry.ts';

const NOW = new Date('2026-11-21T00:00:00Z');

describe('Retry-After', () => {
  it.each<[string | null, number | null]>([
    ['2', 2_000],
    ['2.128', 2_128],
    ['0', 0],
    ['-5', 0],
    ['Sat, 21 Nov 2026 00:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['Fri, 20 Nov 2026 00:00:00 GMT', 0],
    ['', null],
    ['soon', null],
    [null, null],
  ])('%j is %j ms', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});
