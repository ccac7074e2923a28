import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { dayByRule, insteadOf, isDayOfSomeYear, nextYear, type OnDayOff, type WhenRule } from './rules.ts';

const NONE = new Set<LocalDate>();
const day = (date: string) => date as LocalDate;
const nth = (month: number, which: number, weekday: number): WhenRule => ({
  ...{ kind: 'NTH_WEEKDAY', month, nth: which, weekday },
});
const on = (month: number, of: number, onDayOff: OnDayOff = 'KEEP'): WhenRule => ({
  ...{ kind: 'DAY', month, day: of, onDayOff },
});
const kinds = (rule: WhenRule, year: number, closed = NONE) => {
  const found = dayByRule(rule, year, closed);
  return [found?.date, ...(found?.doubts ?? []).map(({ kind, name }) => name ?? kind)];
};

describe('S-17: the day of a rule', () => {
  it.each([
    ['4月第2水曜', nth(4, 2, 3), 2026, ['2026-04-08']],
    ['the same a year later', nth(4, 2, 3), 2027, ['2027-04-14']],
    ['January is of the year after', nth(1, 3, 5), 2026, ['2027-01-15']],
    ['a first that is the first of the month', nth(7, 1, 3), 2026, ['2026-07-01']],
    ['第2月曜 of October is a holiday', nth(10, 2, 1), 2026, ['2026-10-12', 'スポーツの日']],
    ['第5水曜, where there is one', nth(4, 5, 3), 2026, ['2026-04-29', '昭和の日']],
    ['第5水曜, where there is none: the last', nth(5, 5, 3), 2026, ['2026-05-27', 'NO_SUCH_DAY']],
    ['最終金曜 of March', { kind: 'LAST_WEEKDAY', month: 3, weekday: 5 } as WhenRule, 2026, ['2027-03-26']],
    ['29 February of a leap year', on(2, 29), 2027, ['2028-02-29']],
    ['29 February of any other', on(2, 29), 2028, ['2029-02-28', 'NO_SUCH_DAY']],
    ['a Sunday as it is', on(11, 1), 2026, ['2026-11-01', 'DAY_OFF']],
    ['the working day before it', on(11, 1, 'BEFORE'), 2026, ['2026-10-30']],
    ['the working day after it', on(11, 1, 'AFTER'), 2026, ['2026-11-02']],
    ['New Year’s break and a weekend', on(12, 31, 'AFTER'), 2026, ['2027-01-04']],
    ['a day after which the year is over stays', on(3, 31, 'AFTER'), 2028, ['2029-03-31', 'DAY_OFF']],
    ['a day before which it has not begun stays', on(4, 1, 'BEFORE'), 2028, ['2028-04-01', 'DAY_OFF']],
  ])('%s', (_, rule, year, expected) => {
    expect(kinds(rule, year)).toEqual(expected);
  });

  it('knows the city’s own days off', () => {
    expect(kinds(nth(4, 2, 3), 2026, new Set([day('2026-04-08')]))).toEqual(['2026-04-08', 'DAY_OFF']);
  });

  it('is left to people where no rule says it, and no month has a 31 that has none', () => {
    expect(dayByRule({ kind: 'BY_HAND' }, 2026, NONE)).toBeNull();
    expect([isDayOfSomeYear(2, 29), isDayOfSomeYear(2, 30), isDayOfSomeYear(4, 31)]).toEqual([true, false, false]);
  });
});

describe('S-17: into the next fiscal year', () => {
  const later = (rule: WhenRule, date: string) => {
    const next = nextYear({ rule, date: day(date) }, NONE);
    return [next.date, ...next.doubts.map(({ kind, name }) => name ?? kind)];
  };

  it('the rule says the day, though it was moved this year', () => {
    expect(later(nth(4, 2, 3), '2026-04-10')).toEqual(['2027-04-14']);
  });

  it('what people say keeps its weekday and is to be looked at', () => {
    expect(later({ kind: 'BY_HAND' }, '2026-06-04')).toEqual(['2027-06-03', 'BY_HAND']);
    expect(later({ kind: 'BY_HAND' }, '2026-11-04')).toEqual(['2027-11-03', 'BY_HAND', '文化の日']);
    expect(later({ kind: 'BY_HAND' }, '2028-02-29')).toEqual(['2029-02-27', 'BY_HAND']);
  });

  it('what 52 weeks later is still the same fiscal year goes one week on', () => {
    expect(later({ kind: 'BY_HAND' }, '2026-04-01')).toEqual(['2027-04-07', 'BY_HAND']);
  });

  it('instead of a day off: the working days around it and a week later, within the year', () => {
    const instead = (rule: WhenRule, year: number) => {
      const found = dayByRule(rule, year, NONE);
      return found && insteadOf(found, NONE);
    };
    expect(instead(nth(10, 2, 1), 2026)).toEqual(['2026-10-09', '2026-10-13', '2026-10-19']);
    expect(instead(on(3, 31), 2028)).toEqual(['2029-03-30']);
    expect(instead(nth(4, 2, 3), 2026)).toEqual([]);
  });
});
