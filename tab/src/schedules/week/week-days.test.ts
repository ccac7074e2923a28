import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { firstDay, periodText, shortDay, showing, spokenDay, stepped } from './week-days.ts';

const day = (text: string): LocalDate => text as LocalDate;
const FRIDAY = day('2026-11-27');
const SUNDAY = day('2026-11-29');

describe('the days that are shown', () => {
  it.each([
    [FRIDAY, 5, '2026-11-23'],
    [SUNDAY, 5, '2026-11-30'],
    [SUNDAY, 7, '2026-11-23'],
    [SUNDAY, 1, '2026-11-29'],
  ] as const)('on %s with %i of them begin on %s', (today, length, begin) => {
    expect(firstDay(today, length)).toBe(begin);
  });

  it('contain the day that was chosen', () => {
    expect([showing(SUNDAY, 7), showing(SUNDAY, 5), showing(SUNDAY, 1)]).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-29',
    ]);
  });

  it('go on by weeks, or by days where one is shown, also over the end of a year', () => {
    expect([stepped(day('2026-12-28'), 5, 1), stepped(day('2026-12-31'), 1, 1), stepped(FRIDAY, 7, -1)]).toEqual([
      '2027-01-04',
      '2027-01-01',
      '2026-11-20',
    ]);
  });

  it('are named in 和暦 with the day of the week', () => {
    expect(periodText([day('2026-11-23'), FRIDAY], 'ja')).toBe('令和8年11月23日（月）～11月27日（金）');
    expect(periodText([day('2026-12-28'), day('2027-01-03')], 'ja')).toBe('令和8年12月28日（月）～令和9年1月3日（日）');
    expect(periodText([FRIDAY], 'ja')).toBe('令和8年11月27日（金）');
    expect(periodText([day('2026-11-23'), FRIDAY], 'en')).toBe('23 Nov 2026 – 27 Nov 2026');
    expect(periodText([], 'ja')).toBe('');
  });

  it('are named shortly over their columns', () => {
    expect([shortDay(FRIDAY, 'ja'), shortDay(FRIDAY, 'en'), spokenDay(FRIDAY, 'ja')]).toEqual([
      '11/27（金）',
      'Fri 27 Nov',
      '11月27日（金）',
    ]);
  });
});
