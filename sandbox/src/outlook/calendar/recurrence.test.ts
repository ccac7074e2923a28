import { describe, expect, it } from '@jest/globals';
import { dateText, dayNumber, occurrenceDays, type Recurrence } from './recurrence.ts';

const series = (wish: Partial<Recurrence>): Recurrence => ({
  type: 'daily',
  interval: 1,
  weekdays: [],
  firstWeekday: 0,
  dayOfMonth: 1,
  index: 'first',
  startDay: dayNumber('2026-11-24'),
  endDay: null,
  count: null,
  ...wish,
});
const days = (wish: Partial<Recurrence>, from: string, to: string) =>
  occurrenceDays(series(wish), dayNumber(from), dayNumber(to)).map(dateText);

describe('the days of a series', () => {
  it('are every third day, also where the window begins later', () => {
    expect(days({ interval: 3 }, '2026-12-01', '2026-12-07')).toEqual(['2026-12-03', '2026-12-06']);
  });

  it('are Mondays and Thursdays of every second week, the first week only from its start on', () => {
    expect(days({ type: 'weekly', interval: 2, weekdays: [1, 4] }, '2026-11-01', '2026-12-24')).toEqual([
      '2026-11-26',
      '2026-12-07',
      '2026-12-10',
      '2026-12-21',
      '2026-12-24',
    ]);
  });

  it('are the 31st, or the last day of a shorter month', () => {
    expect(days({ type: 'absoluteMonthly', dayOfMonth: 31 }, '2026-11-01', '2027-02-28')).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
  });

  it('are the last Friday of every month', () => {
    expect(days({ type: 'relativeMonthly', weekdays: [5], index: 'last' }, '2026-11-01', '2027-01-31')).toEqual([
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
    ]);
  });

  it('end by their last day or by their number, wherever one looks from', () => {
    expect(days({ endDay: dayNumber('2026-11-26') }, '2026-11-25', '2027-11-25')).toHaveLength(2);
    expect(days({ count: 5 }, '2026-11-27', '2027-11-25')).toEqual(['2026-11-27', '2026-11-28']);
    expect(days({ count: 5 }, '2026-12-27', '2027-11-25')).toEqual([]);
  });
});
