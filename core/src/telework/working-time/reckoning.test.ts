import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TIME_RULES } from '../national.fixture.ts';
import type { DayPlan } from './day-plan.ts';
import type { WorkPattern } from './pattern.ts';
import type { MidShiftAnswered, PunchFact } from './punches.ts';
import { rowsOf } from './sheet-rows.ts';
import { instantOf } from './span.ts';
import type { TimeRules } from './time-rules.ts';
import {
  at,
  day,
  fullTime,
  hoursOf,
  night,
  plan,
  plans,
  punches,
  recordOf,
  shifts,
  span,
} from './working-time.fixture.ts';

interface Given {
  readonly plan?: Partial<DayPlan>;
  readonly pattern?: WorkPattern;
  readonly rules?: Partial<TimeRules>;
  readonly now?: Date;
}

// 1 July 2026 is a Wednesday.
function row(date: string, facts: readonly PunchFact[], given: Given = {}) {
  const hours =
    given.pattern === shifts
      ? hoursOf(shifts, { named: new Map([[day(date), { date: day(date), is: night }]]) })
      : hoursOf(given.pattern ?? fullTime);
  const record = recordOf(facts, {
    hours,
    plans: plans(plan(date, given.plan ?? {})),
    rules: { ...DEFAULT_TIME_RULES, ...given.rules },
    ...(given.now ? { now: given.now } : {}),
  });
  const [found] = rowsOf(day(date), day(date), record);
  if (!found) throw new Error('no row');
  return found;
}

const answered = (punchId: string, as: MidShiftAnswered['as']): MidShiftAnswered => ({
  kind: 'MID_SHIFT_ANSWERED',
  factId: `answer ${punchId}`,
  key: `answer ${punchId}`,
  serverAt: new Date('2026-07-01T10:00:00Z'),
  punchId,
  as,
});

describe('a day of work', () => {
  it('is 7 hours 45 minutes from 8:30 to 17:15, the noon break without punches', () => {
    const found = row('2026-07-01', punches('2026-07-01', 'START 8:30', 'END 17:15'));
    expect(found).toMatchObject({ scheduled: 465, elapsed: 525, worked: 465, breaks: 60, midShift: 0, flags: [] });
    expect(found.byClass.REGULAR).toEqual({ minutes: 465, night: 0 });
    expect(found.spentAs).toEqual([{ kind: 'OFFICE', leave: null, part: 'DAY' }]);
  });

  it('says late and early by the minute, and hours of leave are neither', () => {
    const facts = punches('2026-07-01', 'START 9:02', 'END 16:45');
    expect(row('2026-07-01', facts)).toMatchObject({ late: 32, leftEarly: 30, flags: ['LATE', 'LEFT_EARLY'] });
    const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: span('16:15', '17:15') }];
    expect(row('2026-07-01', facts, { plan: { leave } })).toMatchObject({
      late: 32,
      leftEarly: 0,
      leave: 60,
      leaveWithin: 30,
      worked: 465 - 32 - 60,
    });
  });

  it('T-10: 中抜け is a break when it is short or said to be one, and asked about when nobody said', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'PAUSE 10:00', 'RESUME 10:40', 'END 17:15');
    const pauseId = facts[1]?.factId ?? '';
    expect(row('2026-07-01', facts)).toMatchObject({ midShift: 40, breaks: 60, flags: ['MID_SHIFT_UNANSWERED'] });
    expect(row('2026-07-01', [...facts, answered(pauseId, 'BREAK')])).toMatchObject({
      midShift: 0,
      breaks: 100,
      flags: [],
    });
    expect(row('2026-07-01', [...facts, answered(pauseId, 'HOURLY_LEAVE')]).flags).toEqual([
      'MID_SHIFT_LEAVE_NOT_ASKED_FOR',
    ]);
    const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: span('10:00', '11:00') }];
    expect(row('2026-07-01', facts, { plan: { leave } })).toMatchObject({ midShift: 0, leaveWithin: 60, flags: [] });
    const short = punches('2026-07-01', 'START 8:30', 'PAUSE 10:00', 'RESUME 10:15', 'END 17:15');
    expect(row('2026-07-01', short)).toMatchObject({ midShift: 0, breaks: 75, flags: [] });
  });

  it('T-10: follows a break that was moved with approval', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 17:15');
    const breaks = [span('11:00', '11:30'), span('15:00', '15:30')];
    expect(row('2026-07-01', facts, { plan: { breaks } })).toMatchObject({ worked: 465, breaks: 60, flags: [] });
  });

  it('is at least as long a break as 労働基準法34条 asks', () => {
    const sunday = row('2026-07-05', punches('2026-07-05', 'START 9:00', 'END 15:01'));
    expect(sunday.flags).toContain('BREAK_TOO_SHORT');
    expect(row('2026-07-05', punches('2026-07-05', 'START 9:00', 'END 15:00')).flags).not.toContain('BREAK_TOO_SHORT');
  });
});

describe('overtime', () => {
  const long = punches('2026-07-01', 'START 7:30', 'END 20:00');

  it('T-11: counts without an order and is flagged, never dropped', () => {
    const found = row('2026-07-01', long);
    expect(found).toMatchObject({ worked: 690, ordered: 0, withoutOrder: 225, flags: ['OVERTIME_WITHOUT_ORDER'] });
    expect(found.byClass.WITHIN_EIGHT.minutes).toBe(15);
    expect(found.byClass.BEYOND_EIGHT.minutes).toBe(210);
  });

  it('T-11: with an order waits only for the word afterwards', () => {
    const order = { orderId: 'o', ...span('17:15', '20:00'), confirmed: false };
    const early = { orderId: 'e', ...span('7:30', '8:30'), confirmed: true };
    const found = row('2026-07-01', long, { plan: { overtime: [order, early] } });
    expect(found).toMatchObject({ ordered: 225, withoutOrder: 0, flags: ['OVERTIME_NOT_CONFIRMED'] });
    const confirmed = { plan: { overtime: [{ ...order, confirmed: true }, early] } };
    expect(row('2026-07-01', long, confirmed).flags).toEqual([]);
  });

  it('is night work between 22 and 5, and belongs to the day on which it began', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 26:00');
    const found = row('2026-07-01', facts);
    expect(found).toMatchObject({ from: at(8, 30), to: at(26), worked: 990, state: 'ENDED' });
    expect(found.byClass.BEYOND_EIGHT).toEqual({ minutes: 510, night: 240 });
    expect(row('2026-07-02', facts).worked).toBe(0);
  });

  it('is work on a day off from midnight on, where the city counts by the calendar, and always on 法定休日', () => {
    const friday = punches('2026-07-03', 'START 8:30', 'END 26:00');
    expect(row('2026-07-03', friday).byClass.DAY_OFF).toEqual({ minutes: 120, night: 120 });
    const byWorkingDay = row('2026-07-03', friday, { rules: { dayOffBy: 'WORKING_DAY' } });
    expect(byWorkingDay.byClass).toMatchObject({ DAY_OFF: { minutes: 0 }, BEYOND_EIGHT: { minutes: 510 } });
    const saturday = punches('2026-07-04', 'START 20:00', 'END 26:00');
    expect(row('2026-07-04', saturday, { rules: { dayOffBy: 'WORKING_DAY' } }).byClass).toMatchObject({
      DAY_OFF: { minutes: 240 },
      STATUTORY_DAY_OFF: { minutes: 120, night: 120 },
    });
    const sunday = punches('2026-07-05', 'START 20:00', 'END 26:00');
    expect(row('2026-07-05', sunday).byClass).toMatchObject({
      STATUTORY_DAY_OFF: { minutes: 240 },
      WITHIN_EIGHT: { minutes: 120, night: 120 },
    });
  });

  it('is work on a 休日 on a national holiday and at the turn of the year', () => {
    expect(row('2026-07-20', punches('2026-07-20', 'START 9:00', 'END 12:00'))).toMatchObject({
      is: 'HOLIDAY',
      holiday: '海の日',
      byClass: { HOLIDAY: { minutes: 180 } },
    });
    expect(row('2026-12-30', punches('2026-12-30', 'START 9:00', 'END 12:00'))).toMatchObject({
      is: 'YEAR_END',
      byClass: { HOLIDAY: { minutes: 180 } },
    });
  });

  it('T-20: of a night shift is what lies beyond its own length', () => {
    const found = row('2026-07-01', punches('2026-07-01', 'START 16:20', 'END 34:00'), { pattern: shifts });
    expect(found).toMatchObject({ scheduled: 870, worked: 940, breaks: 120 });
    expect(found.byClass).toMatchObject({
      REGULAR: { minutes: 870, night: 300 },
      WITHIN_EIGHT: { minutes: 0 },
      BEYOND_EIGHT: { minutes: 70 },
    });
  });
});

describe('what is missing', () => {
  const nine = instantOf(day('2026-07-01'), at(21));

  it('T-08: an end is asked about half an hour after the planned one, and its time is never made up', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'PAUSE 12:00', 'RESUME 13:00');
    const early = row('2026-07-01', facts, { now: instantOf(day('2026-07-01'), at(17, 44)) });
    expect(early).toMatchObject({ state: 'WORKING', to: null, leftEarly: 0, flags: [] });
    const late = row('2026-07-01', facts, { now: instantOf(day('2026-07-01'), at(17, 45)) });
    expect(late).toMatchObject({ state: 'UNCONFIRMED_END', to: null, worked: 210, flags: ['MISSING_END'] });
    const overtime = [{ orderId: 'o', ...span('17:15', '21:00'), confirmed: false }];
    expect(row('2026-07-01', facts, { plan: { overtime }, now: nine }).state).toBe('WORKING');
  });

  it('T-08: an end is asked about from noon on where the afternoon is leave', () => {
    const facts = punches('2026-07-01', 'START 8:30');
    const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: span('12:00', '17:15') }];
    const now = instantOf(day('2026-07-01'), at(12, 30));
    expect(row('2026-07-01', facts, { plan: { leave }, now })).toMatchObject({ state: 'UNCONFIRMED_END', to: null });
  });

  it('hours of duty between an end and another start are said', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 10:00', 'START 11:00', 'END 17:15');
    expect(row('2026-07-01', facts)).toMatchObject({ away: 60, worked: 405, elapsed: 465, flags: ['AWAY'] });
  });

  it('a night of work by order stays one day until after the order ends', () => {
    const overtime = [{ orderId: 'o', ...span('17:15', '29:30'), confirmed: true }];
    const facts = punches('2026-07-01', 'START 8:30', 'END 29:40');
    expect(row('2026-07-01', facts, { plan: { overtime } })).toMatchObject({ to: at(29, 40), withoutOrder: 10 });
    expect(row('2026-07-01', facts)).toMatchObject({ state: 'UNCONFIRMED_END', worked: 0 });
  });

  it('T-08: a day without punches is asked about when it is over, but not on leave, on a trip or on a day off', () => {
    expect(row('2026-07-01', [], { now: nine })).toMatchObject({ absent: 465, flags: ['MISSING_START'] });
    expect(row('2026-07-01', [], { now: instantOf(day('2026-07-01'), at(17)) }).flags).toEqual([]);
    expect(row('2026-07-05', []).flags).toEqual([]);
    const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: null }];
    expect(row('2026-07-01', [], { plan: { leave } })).toMatchObject({ absent: 0, leave: 465, flags: [] });
    const trips = [{ tripId: 't', span: null }];
    expect(row('2026-07-01', [], { plan: { trips } })).toMatchObject({ deemed: 465, absent: 0, flags: [] });
  });

  it('is settled before the month closes: work on a day of leave, an open request', () => {
    const leave = [{ leaveId: 'l', kind: 'ANNUAL', span: null }];
    const facts = punches('2026-07-01', 'START 9:00', 'END 11:00');
    expect(row('2026-07-01', facts, { plan: { leave } })).toMatchObject({ worked: 120, flags: ['WORKED_ON_LEAVE'] });
    const whole = punches('2026-07-01', 'START 8:30', 'END 17:15');
    expect(row('2026-07-01', whole, { plan: { open: ['r1'] } }).flags).toEqual(['OPEN_REQUEST']);
  });

  it('T-15: a half day at home and a half day in the office stand apart', () => {
    const facts = punches('2026-07-01', 'START 8:30', 'END 17:15');
    const telework = [{ kind: 'SATELLITE' as const, span: span('8:30', '12:00') }];
    expect(row('2026-07-01', facts, { plan: { telework } }).spentAs).toEqual([
      { kind: 'OFFICE', leave: null, part: 'PART' },
      { kind: 'SATELLITE', leave: null, part: 'PART' },
    ]);
  });
});
