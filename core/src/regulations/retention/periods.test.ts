import { describe, expect, it } from '@jest/globals';
import { addDays, addYears, fiscalYearOf, type LocalDate, localDateOf } from '../../shared/index.ts';
import { basisDay, isUnderOneYear, lastDay, spanOf, type startDay } from './periods.ts';

const day = (text: string) => text as LocalDate;
const years = (retentionYears: number, starts: Parameters<typeof startDay>[0] = 'NEXT_FISCAL_YEAR') => ({
  ...{ retentionYears, starts, keepDays: null },
});

/** Every day of nine years: three leap years among them, and the turns of nine fiscal years. */
const EVERY_DAY = Array.from({ length: 3288 }, (_, at) => addDays(day('2026-01-01'), at));

describe('R-11: the years of a document', () => {
  it.each([
    ['2026-11-21', 5, '2027-04-01', '2032-03-31'],
    ['2027-03-31', 1, '2027-04-01', '2028-03-31'],
    ['2027-04-01', 1, '2028-04-01', '2029-03-31'],
    ['2028-02-29', 30, '2028-04-01', '2058-03-31'],
  ])('of %s kept %i years run from %s to %s', (basis, n, startsOn, endsOn) => {
    expect(spanOf(years(n), day(basis))).toEqual({ startsOn, endsOn });
  });

  it('begin on the 1 April after the 年度 of the day that decides and end on a 31 March, for every day', () => {
    for (const basis of EVERY_DAY) {
      for (const n of [1, 3, 5, 10, 30]) {
        const { startsOn, endsOn } = spanOf(years(n), basis);
        expect([startsOn, endsOn]).toEqual([
          `${fiscalYearOf(basis) + 1}-04-01`,
          `${fiscalYearOf(basis) + 1 + n}-03-31`,
        ]);
      }
    }
  });

  it('never end earlier for a later day, and are never shorter than the years said', () => {
    for (const starts of ['NEXT_FISCAL_YEAR', 'NEXT_CALENDAR_YEAR', 'NEXT_DAY'] as const) {
      let before = day('0001-01-01');
      for (const basis of EVERY_DAY) {
        const { startsOn, endsOn } = spanOf(years(5, starts), basis);
        expect(startsOn && startsOn > basis).toBe(true);
        expect(endsOn && endsOn >= before).toBe(true);
        expect(endsOn && addDays(endsOn, 1) >= addYears(basis, 5)).toBe(true);
        before = endsOn ?? before;
      }
    }
  });

  it('that begin on 29 February end on the last day of February where a year has no 29th (民法143条2項)', () => {
    expect(lastDay(day('2028-02-29'), 1)).toBe('2029-02-28');
    expect(lastDay(day('2028-02-29'), 4)).toBe('2032-02-28');
    expect(lastDay(day('2028-03-01'), 1)).toBe('2029-02-28');
    expect(lastDay(day('2027-03-01'), 1)).toBe('2028-02-29');
  });

  it('turn over at midnight in Japan, not elsewhere', () => {
    const before = localDateOf(new Date('2027-03-31T14:59:59.999Z'));
    const after = localDateOf(new Date('2027-03-31T15:00:00.000Z'));
    expect([before, after]).toEqual(['2027-03-31', '2027-04-01']);
    expect([before, after].map((basis) => spanOf(years(1), basis).endsOn)).toEqual(['2028-03-31', '2029-03-31']);
  });

  it('of less than one year end on the day said, or after the days that the schedule names', () => {
    expect(spanOf({ ...years(0), keepDays: 30 }, day('2028-02-10'))).toEqual({
      startsOn: '2028-02-10',
      endsOn: '2028-03-11',
    });
    expect(spanOf(years(0), day('2027-03-01'), day('2027-06-30'))).toEqual({
      startsOn: '2027-03-01',
      endsOn: '2027-06-30',
    });
    expect(spanOf(years(0), day('2027-03-01'))).toEqual({ startsOn: '2027-03-01', endsOn: null });
    expect(isUnderOneYear(day('2027-03-01'), day('2028-02-29'))).toBe(true);
    expect(isUnderOneYear(day('2027-03-01'), day('2028-03-01'))).toBe(false);
    expect(isUnderOneYear(day('2027-03-01'), day('2027-02-28'))).toBe(false);
  });
});

describe('R-11: the day that decides', () => {
  const days = { createdOn: day('2026-05-01'), issuedOn: null, completedOn: null, eventOn: null };
  it.each([
    ['CREATION', {}, '2026-05-01'],
    ['COMPLETION', {}, null],
    ['COMPLETION', { completedOn: day('2026-06-01') }, '2026-06-01'],
    ['ISSUANCE', { completedOn: day('2026-06-01') }, '2026-06-01'],
    ['ISSUANCE', { issuedOn: day('2026-05-20'), completedOn: day('2026-06-01') }, '2026-05-20'],
    ['EVENT', { completedOn: day('2026-06-01') }, null],
    ['EVENT', { eventOn: day('2030-01-01') }, '2030-01-01'],
  ] as const)('counted from %s with %j is %s', (basis, more, expected) => {
    expect(basisDay(basis, { ...days, ...more })).toBe(expected);
  });
});
