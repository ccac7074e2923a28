import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfWeek, type LocalDate } from '../../shared/index.ts';
import { type Every, occurrences } from './repeat.ts';

const day = (text: string) => text as LocalDate;
const told = (first: string, every: Every, times: number) =>
  occurrences(day(first), { every, times }).map(({ date, problem }) => (problem ? `${date} ${problem}` : date));

describe('S-08: the days of a series', () => {
  it('every week, over 祝日 and the turn of the year, which are told', () => {
    expect(told('2026-12-22', 'WEEK', 4)).toEqual(['2026-12-22', '2026-12-29 DAY_OFF', '2027-01-05', '2027-01-12']);
    expect(told('2026-11-09', 'TWO_WEEKS', 2)).toEqual(['2026-11-09', '2026-11-23 DAY_OFF']);
  });

  it('on the same day of every month; a month without it is told', () => {
    expect(told('2026-12-31', 'MONTH_DAY', 3)).toEqual(['2026-12-31', '2027-01-31 DAY_OFF', '2027-02-28 NO_SUCH_DAY']);
  });

  it('on the second Tuesday of every month, on the fifth where there is one', () => {
    expect(told('2026-12-08', 'MONTH_WEEKDAY', 3)).toEqual(['2026-12-08', '2027-01-12', '2027-02-09']);
    expect(told('2026-12-29', 'MONTH_WEEKDAY', 2)).toEqual(['2026-12-29', '2027-01-31 NO_SUCH_DAY']);
  });

  it('the first one is as asked, also on a day off: somebody chose it', () => {
    expect(told('2026-11-23', 'WEEK', 2)).toEqual(['2026-11-23', '2026-11-30']);
  });

  it('whatever the day: as many as asked, in order, and of the same weekday or day', () => {
    const first = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day('2025-01-01'), days));
    const every = fc.constantFrom<Every>('WEEK', 'TWO_WEEKS', 'MONTH_DAY', 'MONTH_WEEKDAY');
    fc.assert(
      fc.property(first, every, fc.integer({ min: 1, max: 53 }), (from, how, times) => {
        const all = occurrences(from, { every: how, times });
        expect(all).toHaveLength(times);
        expect(all[0]?.date).toBe(from);
        expect(all.map(({ date }) => date)).toEqual(all.map(({ date }) => date).toSorted());
        for (const { date, problem } of all) {
          if (problem === 'NO_SUCH_DAY') continue;
          if (how === 'MONTH_DAY') expect(date.slice(8)).toBe(from.slice(8));
          else expect(dayOfWeek(date)).toBe(dayOfWeek(from));
        }
      }),
    );
  });
});
