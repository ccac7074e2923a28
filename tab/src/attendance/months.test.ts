import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { hoursText, monthName, monthsToChoose, monthToLookAt, shortDay } from './months.ts';

const day = (text: string) => text as LocalDate;

describe('the month that is looked at', () => {
  it('is the one before in the first half of a month, then the present one', () => {
    expect(monthToLookAt(day('2026-01-05'))).toBe('2025-12');
    expect(monthToLookAt(day('2026-11-15'))).toBe('2026-10');
    expect(monthToLookAt(day('2026-11-16'))).toBe('2026-11');
  });

  it('may be chosen even where it is older than those that are offered', () => {
    const months = monthsToChoose(day('2026-11-21'), '2024-05');
    expect(months.slice(0, 2)).toEqual(['2026-11', '2026-10']);
    expect(months.at(-1)).toBe('2024-05');
    expect(monthsToChoose(day('2026-11-21'), '2026-11')).toHaveLength(14);
  });
});

describe('the words for months, days and hours', () => {
  it('are those of either language', () => {
    expect(monthName('2026-10', 'ja')).toBe('令和8年10月');
    expect(monthName('2026-10', 'en')).toBe('October 2026');
    expect(shortDay('2026-11-04', 'ja')).toBe('11/4（水）');
    expect(shortDay('2026-11-04', 'en')).toBe('Wed 4 Nov');
    expect([750, 45, 180, 0].map((minutes) => hoursText(minutes, 'ja'))).toEqual([
      '12時間30分',
      '45分',
      '3時間',
      '0分',
    ]);
    expect(hoursText(750, 'en')).toBe('12 h 30 min');
  });
});
