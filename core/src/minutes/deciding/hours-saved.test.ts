import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOURS_BY_HAND, hoursSaved, type Work } from './hours-saved.ts';

const MINUTE = 60_000;
const at = (...minutes: readonly number[]) => minutes.map((minute) => minute * MINUTE);
const meeting = (spokenMinutes: number, ...edits: readonly (readonly number[])[]): Work => ({
  ...{ spokenMs: spokenMinutes * MINUTE, edits },
});
/** In minutes, for a meeting whose speech would take an hour to type. */
const edited = (...edits: readonly (readonly number[])[]) =>
  60 - Math.round(60 * (hoursSaved([meeting(60 / HOURS_BY_HAND, ...edits)]).hours ?? Number.NaN));

describe('M-23: hours saved', () => {
  it('given an hour of speech that nobody edited, then three hours were saved', () => {
    expect(hoursSaved([meeting(60)])).toEqual({ hours: 3, meetings: 1 });
  });

  it.each([
    ['one change alone counts as a minute', [at(0)], 1],
    ['several within a minute as well', [at(0, 0.2, 0.5)], 1],
    ['changes up to five minutes apart are one stretch', [at(0, 5, 10)], 10],
    ['a longer pause is no work', [at(0, 4, 9.5, 12.5)], 4 + 3],
    ['a stretch on another day is one of its own', [at(0, 3, 1440)], 3 + 1],
    ['two editors at once add up', [at(0, 4), at(1, 5)], 4 + 4],
    ['an editor without a change spent nothing', [[]], 0],
  ])('given that %s, when it is reckoned, then the rest was saved', (_, edits, spent) => {
    expect(edited(...edits)).toBe(spent);
  });

  it('given editing that took longer than typing, then less than nothing was saved', () => {
    expect(hoursSaved([meeting(1, at(0, 5, 10, 15, 18))]).hours).toBeCloseTo(-0.25);
  });

  it('given meetings whose speech is not known, then they do not count, however long they were edited', () => {
    expect(hoursSaved([meeting(60), meeting(0, at(0, 5))])).toEqual({ hours: 3, meetings: 1 });
    expect(hoursSaved([meeting(0)])).toEqual({ hours: null, meetings: 0 });
    expect(hoursSaved([])).toEqual({ hours: null, meetings: 0 });
  });

  const moments = fc.array(fc.integer({ min: 0, max: 240 * MINUTE }), { maxLength: 30 });
  const hours = (...edits: readonly (readonly number[])[]) => hoursSaved([meeting(60, ...edits)]).hours ?? Number.NaN;

  it('the order in which changes are told does not matter', () => {
    const shuffled = moments.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length })),
    );
    fc.assert(fc.property(shuffled, ([one, other]) => expect(hours(other)).toBe(hours(one))));
  });

  it('more changes never save more', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -10 * MINUTE, max: 250 * MINUTE }), (one, another) =>
        expect(hours([...one, another])).toBeLessThanOrEqual(hours(one)),
      ),
    );
  });

  it('what two editors spent adds up, whenever they did', () => {
    fc.assert(
      fc.property(moments, moments, (one, another) =>
        expect(3 - hours(one, another)).toBeCloseTo(3 - hours(one) + (3 - hours(another)), 9),
      ),
    );
  });
});
