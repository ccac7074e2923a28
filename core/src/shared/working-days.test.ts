import japaneseHolidays from '@holiday-jp/holiday_jp';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  holidayName,
  isWorkingDay,
  type LocalDate,
  workingDaysBetween,
  workingTimeBetween,
} from './index.ts';

const day = (text: string) => text as LocalDate;
const jst = (text: string) => new Date(`${text}:00+09:00`);
const anyDay = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(day('2008-01-01'), days));

describe('a national holiday', () => {
  it('is the same on every day from 2007 to 2050 as in the published list', () => {
    const listed = japaneseHolidays.holidays as Readonly<Record<string, unknown>>;
    const differing: string[] = [];
    for (let date = day('2007-01-01'); date < '2051-01-01'; date = addDays(date, 1)) {
      if ((holidayName(date) !== null) !== date in listed) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it.each([
    ['2026-05-06', '振替休日'], // three days after the Sunday: the days between are holidays themselves
    ['2026-09-22', '国民の休日'], // between 敬老の日 and 秋分の日
    ['2026-09-23', '秋分の日'],
    ['2026-03-20', '春分の日'],
    ['2027-03-22', '振替休日'],
    ['2019-04-30', '国民の休日'],
    ['2019-05-02', '国民の休日'],
    ['2021-08-09', '振替休日'],
  ])('falls on %s as %s', (date, name) => {
    expect(holidayName(day(date))).toBe(name);
  });

  it('was moved for the Olympic Games, and moved back', () => {
    expect(holidayName(day('2021-07-19'))).toBeNull();
    expect(holidayName(day('2021-10-11'))).toBeNull();
    expect(holidayName(day('2022-10-10'))).toBe('スポーツの日');
  });
});

describe('a working day', () => {
  it('is none at the turn of the year, on Saturdays and Sundays, and on the city’s own days off', () => {
    for (const date of ['2026-12-29', '2026-12-31', '2027-01-01', '2027-01-03', '2026-11-21', '2026-11-22'])
      expect(isWorkingDay(day(date))).toBe(false);
    expect(isWorkingDay(day('2026-12-28'))).toBe(true);
    expect(isWorkingDay(day('2027-01-04'))).toBe(true);
    expect(isWorkingDay(day('2026-08-06'))).toBe(true);
    expect(isWorkingDay(day('2026-08-06'), new Set([day('2026-08-06')]))).toBe(false);
  });

  it('is counted over holidays, weekends and the turn of the year', () => {
    expect(addWorkingDays(day('2026-12-28'), 1)).toBe('2027-01-04');
    expect(addWorkingDays(day('2026-05-01'), 1)).toBe('2026-05-07');
    expect(addWorkingDays(day('2026-05-07'), -1)).toBe('2026-05-01');
    expect(addWorkingDays(day('2026-11-21'), 0)).toBe('2026-11-24');
    expect(workingDaysBetween(day('2026-12-28'), day('2027-01-05'))).toBe(2);
  });

  it('is found again by counting the days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const due = addWorkingDays(date, days);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(date, due)).toBe(days);
        expect(workingDaysBetween(due, date)).toBe(-days);
      }),
    );
  });
});

describe('working time', () => {
  it('A-22: counts office hours without noon, over a night and a weekend', () => {
    expect(workingTimeBetween(jst('2026-11-20T11:30'), jst('2026-11-20T13:30'))).toEqual({
      minutes: 60,
      days: 60 / 465,
    });
    expect(workingTimeBetween(jst('2026-11-20T16:15'), jst('2026-11-24T09:30')).minutes).toBe(120);
    expect(workingTimeBetween(jst('2026-11-19T08:30'), jst('2026-11-20T17:15'))).toEqual({ minutes: 930, days: 2 });
  });

  it('stands still outside office hours and does not run backwards', () => {
    expect(workingTimeBetween(jst('2026-11-20T18:00'), jst('2026-11-24T08:00')).minutes).toBe(0);
    expect(workingTimeBetween(jst('2026-11-20T12:00'), jst('2026-11-20T13:00')).minutes).toBe(0);
    expect(workingTimeBetween(jst('2026-11-24T10:00'), jst('2026-11-20T10:00')).minutes).toBe(0);
  });

  it('keeps other hours where a city has them', () => {
    const hours = [{ from: 9 * 60, to: 17 * 60 }];
    expect(workingTimeBetween(jst('2026-11-20T08:00'), jst('2026-11-20T20:00'), { hours })).toEqual({
      minutes: 480,
      days: 1,
    });
  });

  it('adds up: the time to a moment and from it is the whole', () => {
    const moment = fc
      .integer({ min: 0, max: 60 * 24 * 60 })
      .map((m) => new Date(jst('2026-04-20T00:00').getTime() + m * 60_000));
    fc.assert(
      fc.property(moment, moment, moment, (...moments) => {
        const [a, b, c] = moments.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
        const minutes = (from: Date, to: Date) => workingTimeBetween(from, to).minutes;
        expect(minutes(a, b) + minutes(b, c)).toBe(minutes(a, c));
      }),
    );
  });
});
