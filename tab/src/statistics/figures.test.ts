import { describe, expect, it } from '@jest/globals';
import { theStatistics } from '../testing/stats.ts';
import { isPeriod, longest, monthText, percentText, rateOf, thisFiscalYear } from './figures.ts';

describe('O-09: a rate', () => {
  it('is not rounded up to a hundred', () => {
    expect([percentText(999, 1000), percentText(9999, 10_000), percentText(10, 10), percentText(2, 3)]).toEqual([
      '99.9 %',
      '99.9 %',
      '100.0 %',
      '66.6 %',
    ]);
  });

  it('is not said where there is nothing to divide by', () => {
    expect(percentText(0, 0)).toBeNull();
  });

  it('A-40: lies between two bounds while drafters have not answered', () => {
    const { electronic } = theStatistics();
    expect(rateOf({ ...electronic, numerator: 60, unanswered: 20, denominator: 100 })).toEqual({
      lower: '60.0 %',
      upper: '80.0 %',
    });
  });
});

describe('the period', () => {
  it('begins with the fiscal year', () => {
    expect(thisFiscalYear(new Date('2026-11-20T16:00:00Z'))).toEqual({ from: '2026-04-01', to: '2026-11-21' });
    expect(thisFiscalYear(new Date('2027-03-01T00:00:00Z')).from).toBe('2026-04-01');
  });

  it('does not end before it begins', () => {
    expect(isPeriod({ from: '2026-04-01', to: '2026-04-01' })).toBe(true);
    expect(isPeriod({ from: '2026-04-02', to: '2026-04-01' })).toBe(false);
    expect(isPeriod({ from: '', to: '2026-04-01' })).toBe(false);
  });

  it('names its months', () => {
    expect([monthText('2026-04', 'ja'), monthText('2026-04', 'en')]).toEqual(['4月', 'Apr']);
  });
});

describe('the sections of the chart', () => {
  it('are those that take longest', () => {
    const [one] = theStatistics().bySection;
    if (!one) throw new Error('no section');
    const sections = [1, 5, null, 3].map((medianDays, index) => ({ ...one, unitName: String(index), medianDays }));
    expect(longest(sections, 2).map(({ unitName }) => unitName)).toEqual(['1', '3']);
  });
});
