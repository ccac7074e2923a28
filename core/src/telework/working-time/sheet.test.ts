import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { scheduledOn } from './pattern.ts';
import { payMinutes } from './pay.ts';
import type { PunchFact } from './punches.ts';
import { daysNeeded, monthMinutes, monthSheet } from './sheet.ts';
import { fullTime, hoursOf, partTime, plan, plans, punches, recordOf, span } from './working-time.fixture.ts';

function usualMonth(month: string, last: number, except: readonly string[] = []): PunchFact[] {
  const hours = hoursOf(fullTime);
  return Array.from({ length: last }, (_, nth) => `${month}-${String(nth + 1).padStart(2, '0')}`)
    .filter((date) => scheduledOn(date as LocalDate, hours).kind === 'WORK' && !except.includes(date))
    .flatMap((date) => punches(date, 'START 8:30', 'END 17:15'));
}

describe('the sheet of a month', () => {
  it('T-15: has one row a day, and totals that are theirs', () => {
    const sheet = monthSheet('2026-07', recordOf(usualMonth('2026-07', 31)));
    expect(sheet.rows).toHaveLength(31);
    expect(sheet.totals).toMatchObject({ scheduled: 22 * 465, worked: 22 * 465, daysWorked: 22, beyondForty: 0 });
    expect(sheet.totals.days).toEqual({ OFFICE: { whole: 22, part: 0 } });
    expect(sheet).toMatchObject({ blocks: [], isOver: true });
    expect(monthSheet('2026-02', recordOf([])).rows).toHaveLength(28);
    expect(monthSheet('2028-02', recordOf([])).rows).toHaveLength(29);
    expect(daysNeeded('2026-12')).toEqual({ from: '2026-11-23', to: '2027-01-02' });
  });

  it('T-15: says what blocks its closing, and is not over before its last day can have no more punches', () => {
    const facts = [...usualMonth('2026-07', 31, ['2026-07-02']), ...punches('2026-07-02', 'START 8:30')];
    const sheet = monthSheet('2026-07', recordOf(facts));
    expect(sheet.blocks).toEqual([{ date: '2026-07-02', flag: 'MISSING_END' }]);
    const now = new Date('2026-08-01T14:00:00Z');
    expect(monthSheet('2026-07', recordOf(facts, { now })).isOver).toBe(false);
  });

  it('T-16: counts days of telework whole and in part', () => {
    const home = (date: string, half: boolean) =>
      plan(date, { telework: [{ kind: 'HOME', span: half ? span('13:00', '17:15') : null }] });
    const record = recordOf(usualMonth('2026-07', 31), {
      plans: plans(home('2026-07-01', false), home('2026-07-02', true)),
    });
    expect(monthSheet('2026-07', record).totals.days).toEqual({
      HOME: { whole: 1, part: 1 },
      OFFICE: { whole: 20, part: 1 },
    });
  });

  it('counts what is beyond 40 hours of a week in the month in which the week ends', () => {
    // 27 July to 1 August 2026: five full days of 8 hours and three hours on Saturday, 1 August.
    const dates = ['2026-07-27', '2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31'];
    const facts = [
      ...dates.flatMap((date) => punches(date, 'START 8:30', 'END 17:30')),
      ...punches('2026-08-01', 'START 9:00', 'END 12:00'),
    ];
    expect(monthSheet('2026-07', recordOf(facts)).totals.beyondForty).toBe(0);
    const august = monthSheet('2026-08', recordOf(facts));
    expect(august.totals.beyondForty).toBe(180);
    expect(monthMinutes(august)).toEqual({ month: '2026-08', overtime: 0, dayOff: 180, statutoryDayOff: 0 });
  });

  it('rounds a month’s total for pay only, as the city says, and never the record', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 19:45');
    const { totals } = monthSheet('2026-07', recordOf(facts));
    expect(totals.byClass.BEYOND_EIGHT.minutes).toBe(135);
    expect(payMinutes(totals, { unit: 60, how: 'NEAREST' })).toMatchObject({ REGULAR: 465, BEYOND_EIGHT: 120 });
    expect(payMinutes(totals, { unit: 30, how: 'NEAREST' }).BEYOND_EIGHT).toBe(150);
    expect(payMinutes(totals, { unit: 60, how: 'UP' })).toMatchObject({
      BEYOND_EIGHT: 180,
      WITHIN_EIGHT: 60,
      NIGHT: 0,
    });
    expect(payMinutes(totals, null).BEYOND_EIGHT).toBe(135);
  });

  it('T-15: has the same fingerprint however its facts came, and another for any other minute', () => {
    const facts = usualMonth('2026-07', 31);
    const print = (some: readonly PunchFact[], now = '2026-09-01') =>
      fingerprintOf(monthSheet('2026-07', recordOf(some, { now: new Date(now) })));
    expect(print([...facts].reverse())).toBe(print(facts));
    expect(print(facts, '2027-09-01')).toBe(print(facts));
    expect(print([...facts, ...punches('2026-07-04', 'START 9:00', 'END 9:01')])).not.toBe(print(facts));
    expect(print(facts)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('T-20: of a part-time appointee has the days of the pattern', () => {
    const { totals } = monthSheet('2026-07', recordOf([], { hours: hoursOf(partTime) }));
    expect(totals).toMatchObject({ scheduled: 3 * 465 + 5 * 465 + 5 * 180, absent: 8 * 465 + 5 * 180 });
  });
});
