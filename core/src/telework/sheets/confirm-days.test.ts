import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { confirmDaysOn, nthWorkingDay } from './confirm-days.ts';

const on = (day: string, within = 3) => {
  const { month, lastDay, tell } = confirmDaysOn(day as LocalDate, within);
  return [month, lastDay, tell];
};

describe('T-15: by when heads confirm a month', () => {
  it('is a working day of the month after, holidays and weekends left out', () => {
    expect(nthWorkingDay('2026-11', 1)).toBe('2026-11-02');
    // 3 November is 文化の日.
    expect(nthWorkingDay('2026-11', 2)).toBe('2026-11-04');
    expect(nthWorkingDay('2027-01', 1)).toBe('2027-01-04');
    expect(nthWorkingDay('2026-12', 3, new Set(['2026-12-02' as LocalDate]))).toBe('2026-12-04');
  });

  it('heads are told on the working day before and on the last day, personnel from the day after on, nobody on days off', () => {
    expect(on('2026-11-02')).toEqual(['2026-10', '2026-11-05', null]);
    expect(on('2026-11-03')).toEqual(['2026-10', '2026-11-05', null]);
    expect(on('2026-11-04')).toEqual(['2026-10', '2026-11-05', 'HEAD']);
    expect(on('2026-11-05')).toEqual(['2026-10', '2026-11-05', 'HEAD']);
    expect(on('2026-11-06')).toEqual(['2026-10', '2026-11-05', 'PERSONNEL']);
    expect(on('2026-11-07')).toEqual(['2026-10', '2026-11-05', null]);
  });

  it('where it is the first working day, heads are told on it', () => {
    expect(on('2026-12-01', 1)).toEqual(['2026-11', '2026-12-01', 'HEAD']);
    expect(on('2026-12-02', 1)).toEqual(['2026-11', '2026-12-01', 'PERSONNEL']);
  });
});
