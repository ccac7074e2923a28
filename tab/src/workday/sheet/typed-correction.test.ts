import { describe, expect, it } from '@jest/globals';
import type { PunchView } from '@kaigi/core/contract';
import { addedPunch, inputOf, type TypedPunch, typedOf, wrongIn } from './typed-correction.ts';

const DATE = '2026-11-24';
const punch = (id: string, kind: PunchView['punch'], at: string): PunchView => ({
  ...{ id, punch: kind, at, reportedLate: false, clockDoubted: false, corrected: false },
});
const START = punch('p1', 'START', '2026-11-23T23:31:40Z');
const NIGHT = punch('p2', 'END', '2026-11-24T17:05:00Z');
const typed = (...punches: TypedPunch[]) => ({ date: DATE, punches, reason: '打刻を忘れた' });

describe('T-09: a correction as it is typed', () => {
  it('begins with what counts now, and that alone is no correction', () => {
    const lines = [typedOf(START, DATE), typedOf(NIGHT, DATE)];
    expect(lines.map(({ time, nextDay }) => [time, nextDay])).toEqual([
      ['08:31', false],
      ['02:05', true],
    ]);
    expect(wrongIn(typed(...lines))).toBe('correct.nothing');
  });

  it('sends only what differs: another time, a punch taken away, one added on the day after', () => {
    const lines = [
      { ...typedOf(START, DATE), time: '08:25' },
      { ...typedOf(NIGHT, DATE), removed: true },
      { ...addedPunch('new'), time: '01:30', nextDay: true },
    ];
    expect(wrongIn(typed(...lines))).toBeNull();
    expect(inputOf(typed(...lines))).toEqual({
      ...{ date: DATE, reason: '打刻を忘れた' },
      changes: [
        { replaces: 'p1', by: { punch: 'START', at: '2026-11-24T08:25:00+09:00' } },
        { replaces: 'p2', by: null },
        { replaces: null, by: { punch: 'END', at: '2026-11-25T01:30:00+09:00' } },
      ],
    });
  });

  it('says what is missing: the time, then the reason; an added line that was taken out again is nothing', () => {
    expect(wrongIn(typed(addedPunch('new')))).toBe('correct.time_missing');
    const timed = { ...addedPunch('new'), time: '17:15' };
    expect(wrongIn({ ...typed(timed), reason: ' ' })).toBe('correct.reason_missing');
    expect(wrongIn(typed({ ...timed, removed: true }))).toBe('correct.nothing');
  });
});
