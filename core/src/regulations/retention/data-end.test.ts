import { describe, expect, it } from '@jest/globals';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { firstKeptDay } from './data-end.ts';
import { spanOf } from './periods.ts';

const day = (text: string) => text as LocalDate;
const row = (retentionYears: number, more: object = {}) => ({
  ...{ retentionYears, retentionBasis: 'CREATION' as const, endAction: 'DESTROY' as const },
  ...more,
});

describe('O-17: until when data that are no documents are kept', () => {
  it.each([
    [row(5), '2032-03-31', '2026-04-01'],
    [row(5), '2032-04-01', '2027-04-01'],
    [row(5, { starts: 'NEXT_CALENDAR_YEAR' }), '2032-01-01', '2027-01-01'],
    [row(1, { starts: 'NEXT_DAY' }), '2029-03-01', '2028-03-01'],
    [row(0, { keepDays: 30 }), '2028-03-31', '2028-03-01'],
    [row(0, { keepDays: 1 }), '2027-01-02', '2027-01-01'],
  ])('%j on %s keeps what is of %s and later', (said, today, expected) => {
    expect(firstKeptDay(said, day(today))).toBe(expected);
  });

  it('is as the schedule of documents counts: the day before has ended, the day itself has not, on any day', () => {
    for (const starts of ['NEXT_FISCAL_YEAR', 'NEXT_CALENDAR_YEAR', 'NEXT_DAY'] as const)
      for (let at = 0; at < 800; at += 1) {
        const today = addDays(day('2027-02-01'), at);
        const kept = firstKeptDay(row(3, { starts }), today) ?? today;
        const endOf = (one: LocalDate) => spanOf({ retentionYears: 3, starts, keepDays: null }, one).endsOn ?? '';
        expect([endOf(addDays(kept, -1)) < today, endOf(kept) >= today]).toEqual([true, true]);
      }
  });

  it('is not said where somebody decides first, where another day counts, or where no length is named', () => {
    expect(firstKeptDay(row(5, { endAction: 'CONSULT' }), day('2032-04-01'))).toBeNull();
    expect(firstKeptDay(row(5, { endAction: 'TRANSFER' }), day('2032-04-01'))).toBeNull();
    expect(firstKeptDay(row(0, { keepDays: 30, retentionBasis: 'EVENT' }), day('2032-04-01'))).toBeNull();
    expect(firstKeptDay(row(0), day('2032-04-01'))).toBeNull();
  });
});
