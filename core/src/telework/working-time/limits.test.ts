import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TIME_RULES } from '../national.fixture.ts';
import { checkLimits, checkYearHours, type MonthMinutes } from './limits.ts';

const { limits } = DEFAULT_TIME_RULES;
const month = (name: string, hours: number, more: Partial<MonthMinutes> = {}): MonthMinutes => ({
  month: name,
  overtime: hours * 60,
  dayOff: 0,
  statutoryDayOff: 0,
  ...more,
});
const said = (of: string, months: MonthMinutes[], rules = limits) =>
  checkLimits(of, months, rules).map(({ code, level, percent, months: over }) => [code, level, percent, over]);

describe('T-11: limits of overtime', () => {
  it('are told before they are reached, when they are and when they are passed', () => {
    expect(said('2026-04', [month('2026-04', 31)])).toEqual([]);
    expect(said('2026-04', [month('2026-04', 32)])).toEqual([['telework.limit_month', 'NEAR', 70, 1]]);
    expect(said('2026-04', [month('2026-04', 41)])).toEqual([['telework.limit_month', 'NEAR', 90, 1]]);
    expect(said('2026-04', [month('2026-04', 45)])).toEqual([['telework.limit_month', 'REACHED', 100, 1]]);
    expect(said('2026-04', [month('2026-04', 45, { dayOff: 1 })])).toEqual([
      ['telework.limit_month', 'EXCEEDED', 100, 1],
    ]);
    expect(said('2026-04', [month('2026-04', 45, { dayOff: 1 })], { ...limits, countsDayOffWork: false })).toEqual([
      ['telework.limit_month', 'REACHED', 100, 1],
    ]);
  });

  it('of a year begin again on 1 April, those of averages look over it', () => {
    const months = [month('2026-02', 79), month('2026-03', 79), month('2026-04', 83)];
    expect(said('2026-04', months)).toEqual([
      ['telework.limit_month', 'EXCEEDED', 100, 1],
      ['telework.limit_single_month', 'NEAR', 70, 1],
      ['telework.limit_average', 'EXCEEDED', 100, 2],
    ]);
    const year = Array.from({ length: 9 }, (_, nth) => month(`2026-${String(nth + 4).padStart(2, '0')}`, 40));
    expect(said('2026-12', year)).toContainEqual(['telework.limit_year', 'REACHED', 100, 1]);
    expect(said('2027-01', year)).toContainEqual(['telework.limit_year', 'REACHED', 100, 1]);
    expect(said('2027-04', year)).toEqual([]);
  });

  it('allow six months above 45 hours a year, and no month of 100', () => {
    const above = Array.from({ length: 7 }, (_, nth) => month(`2026-${String(nth + 4).padStart(2, '0')}`, 46));
    expect(said('2026-09', above)).toContainEqual(['telework.limit_months_above', 'REACHED', 100, 1]);
    expect(said('2026-10', above)).toContainEqual(['telework.limit_months_above', 'EXCEEDED', 100, 1]);
    const holiday = month('2026-04', 40, { statutoryDayOff: 60 * 60 });
    expect(said('2026-04', [holiday])).toContainEqual(['telework.limit_single_month', 'EXCEEDED', 100, 1]);
  });
});

describe('the hours of a 年度', () => {
  it('T-20: say what is left of an appointment', () => {
    expect(checkYearHours(700, 1000, 90)).toEqual({ worked: 700, allowed: 1000, left: 300, level: 'WITHIN' });
    expect(checkYearHours(900, 1000, 90).level).toBe('NEAR');
    expect(checkYearHours(1001, 1000, 90)).toMatchObject({ left: 0, level: 'EXCEEDED' });
  });
});
