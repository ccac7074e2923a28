import { describe, expect, it } from '@jest/globals';
import { scheduledOn } from './pattern.ts';
import { clock } from './span.ts';
import { day, fullDay, fullTime, halfMorning, hoursOf, night, partTime } from './working-time.fixture.ts';

const off = (why: string) => ({ kind: 'OFF', why });

describe('what is scheduled', () => {
  it.each([
    ['2026-07-01', { kind: 'WORK', shift: fullDay }],
    ['2026-07-04', off('WEEKLY_DAY_OFF')],
    ['2026-07-05', off('STATUTORY_DAY_OFF')],
    ['2026-07-20', { ...off('HOLIDAY'), name: '海の日' }],
    ['2026-12-29', off('YEAR_END')],
    ['2027-01-01', { ...off('HOLIDAY'), name: '元日' }],
    ['2026-08-06', off('CITY_DAY_OFF')],
  ])('on %s follows the calendar of the city', (date, expected) => {
    const hours = hoursOf(fullTime, { closed: new Set([day('2026-08-06')]) });
    expect(scheduledOn(day(date), hours)).toMatchObject(expected);
  });

  it('T-20: changes with the pattern from the day on which another begins, over the end of a 年度', () => {
    const assigned = [
      { patternId: 'part-time', from: day('2026-01-01'), to: day('2026-04-01') },
      { patternId: 'full-time', from: day('2026-04-01'), to: null },
    ];
    const hours = hoursOf(fullTime, { assigned });
    expect(scheduledOn(day('2025-12-26'), hours)).toMatchObject(off('NO_PATTERN'));
    expect(scheduledOn(day('2026-03-27'), hours)).toMatchObject({ shift: halfMorning });
    expect(scheduledOn(day('2026-03-31'), hours)).toMatchObject(off('WEEKLY_DAY_OFF'));
    expect(scheduledOn(day('2026-04-03'), hours)).toMatchObject({ shift: fullDay });
  });

  it('T-20: follows the roster before the pattern, and works on holidays where shifts do', () => {
    const named = new Map([
      [day('2026-07-05'), { date: day('2026-07-05'), is: fullDay }],
      [day('2026-07-08'), { date: day('2026-07-08'), is: 'STATUTORY_DAY_OFF' as const }],
    ]);
    const swapped = hoursOf(fullTime, { named });
    expect(scheduledOn(day('2026-07-05'), swapped)).toMatchObject({ kind: 'WORK' });
    expect(scheduledOn(day('2026-07-08'), swapped)).toMatchObject(off('STATUTORY_DAY_OFF'));
    const alwaysOpen = { ...partTime, worksOnHolidays: true };
    const hours = hoursOf(alwaysOpen, { patterns: new Map([[alwaysOpen.patternId, alwaysOpen]]) });
    expect(scheduledOn(day('2026-07-20'), hours)).toMatchObject({ kind: 'WORK' });
  });

  it('is shown with hours beyond 24 for a shift over midnight', () => {
    expect([clock(night.from), clock(night.to), clock(-10)]).toEqual(['16:30', '33:00', '-0:10']);
  });
});
