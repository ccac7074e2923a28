import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST, toldOfMeetings } from './few-meetings.ts';

const countsOf = (...meetings: readonly number[]) =>
  new Map(meetings.map((count, nth) => [`${String.fromCharCode(97 + nth)}`, count]));
const toldOfEach = (...meetings: readonly number[]) => {
  const counts = countsOf(...meetings);
  return [...counts.keys()].map((unitId) => toldOfMeetings(counts, unitId));
};

describe('M-23: figures that may be one person’s work are not told', () => {
  it('of fewer than three meetings, whoever asks for a section or for all of theirs', () => {
    expect(toldOfEach(2)).toEqual(['FEW']);
    expect(toldOfEach(3)).toEqual(['SHOWN']);
    expect(toldOfMeetings(countsOf(1, 1), null)).toBe('FEW');
    expect(toldOfMeetings(countsOf(1, 2), null)).toBe('SHOWN');
  });

  it('of none there is nothing to hide', () => {
    expect(toldOfEach(0, 5)).toEqual(['SHOWN', 'SHOWN']);
    expect(toldOfMeetings(new Map(), 'a')).toBe('SHOWN');
    expect(toldOfMeetings(new Map(), null)).toBe('SHOWN');
  });

  it('nor of another section, where all less that one would be it', () => {
    expect(toldOfEach(2, 5, 9)).toEqual(['FEW', 'OTHERS', 'SHOWN']);
    expect(toldOfEach(1, 2, 9)).toEqual(['FEW', 'FEW', 'SHOWN']);
    expect(toldOfEach(1, 1, 4, 4)).toEqual(['FEW', 'FEW', 'OTHERS', 'SHOWN']);
  });

  it('what all less those shown leaves is never of fewer than three meetings', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 7 }), (meetings) => {
        const counts = countsOf(...meetings);
        if (toldOfMeetings(counts, null) !== 'SHOWN') return;
        const hidden = [...counts].filter(([unitId]) => toldOfMeetings(counts, unitId) !== 'SHOWN');
        const left = hidden.reduce((sum, [, count]) => sum + count, 0);
        expect(left === 0 || left >= FEWEST).toBe(true);
        for (const [unitId, count] of counts)
          if (toldOfMeetings(counts, unitId) === 'SHOWN') expect(count === 0 || count >= FEWEST).toBe(true);
      }),
    );
  });
});
