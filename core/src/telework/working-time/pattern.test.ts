import { describe, expect, it } from '@jest/globals';
import { checkBreaks, checkPattern } from './breaks.ts';
import { scheduledOn } from './pattern.ts';
import { clock } from './span.ts';
import {
  at,
  day,
  fullDay,
  fullTime,
  halfMorning,
  hoursOf,
  night,
  partTime,
  shifts,
  span,
} from './working-time.fixture.ts';

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

describe('a wish for other breaks', () => {
  const codes = (...wished: [string, string][]) =>
    checkBreaks(
      fullDay,
      wished.map(([from, to]) => span(from, to)),
    ).map(({ code }) => code);

  it('T-10: may split and move them, in total the same', () => {
    expect(codes(['11:00', '11:30'], ['15:00', '15:30'])).toEqual([]);
    expect(codes(['12:00', '12:30'])).toEqual(['telework.break_total', 'telework.break_too_short']);
    expect(codes(['12:00', '13:15'])).toEqual(['telework.break_total']);
  });

  it('T-10: may not lie at the edges, outside or over each other', () => {
    expect(codes(['8:30', '9:30'])).toEqual(['telework.break_at_the_edge']);
    expect(codes(['16:15', '17:15'])).toEqual(['telework.break_at_the_edge']);
    expect(codes(['17:00', '18:00'])).toEqual(['telework.break_outside_hours']);
    expect(codes(['12:00', '12:40'], ['12:30', '12:50'])).toEqual(['telework.break_overlaps']);
    expect(codes(['13:00', '12:00'])).toContain('telework.break_outside_hours');
  });
});

describe('a pattern', () => {
  const codes = (week: (typeof fullTime)['week'], variableHours = false) =>
    checkPattern({ ...fullTime, week, variableHours }).map(({ code, article }) => [code, article]);

  it('T-20: keeps the law: eight hours, forty hours, breaks, a day off', () => {
    expect([fullTime, partTime, shifts].flatMap(checkPattern)).toEqual([]);
    const long = { ...fullDay, to: at(18) };
    expect(codes([null, long, null, null, null, null, null])).toEqual([
      ['telework.pattern_over_eight_hours', '労働基準法32条2項'],
    ]);
    expect(codes([null, long, null, null, null, null, null], true)).toEqual([]);
    expect(codes(Array(7).fill(fullDay))).toEqual([
      ['telework.pattern_over_forty_hours', '労働基準法32条1項'],
      ['telework.pattern_no_day_off', '労働基準法35条'],
    ]);
    expect(codes([null, { ...fullDay, breaks: [span('12:00', '12:30')] }, null, null, null, null, null])).toEqual([
      ['telework.pattern_over_eight_hours', '労働基準法32条2項'],
      ['telework.pattern_break_too_short', '労働基準法34条1項'],
    ]);
    expect(codes([null, { ...halfMorning, breaks: [span('12:00', '12:30')] }, null, null, null, null, null])).toEqual([
      ['telework.pattern_break_outside', '労働基準法34条1項'],
    ]);
    expect(codes([fullDay])).toEqual([['telework.pattern_not_a_week', '']]);
  });
});
