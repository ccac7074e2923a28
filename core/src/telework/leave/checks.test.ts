import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import { DEFAULT_LEAVE_RULES as rules } from '../national.fixture.ts';
import { scheduleOf } from '../working-time/pattern.ts';
import { fullTime as FULL_TIME } from '../working-time/working-time.fixture.ts';
import { askedLeave, datesOf } from './asked-days.ts';
import { accountMinutes, alreadyTaken, inDaysOf } from './checks.ts';
import { absencesOf } from './following.ts';
import { LeaveRequestInputSchema } from './request-contract.ts';
import type { SpecialLeave } from './special-leave.ts';

const day = (text: string) => text as LocalDate;
const always = { patternId: FULL_TIME.patternId, from: day('2000-01-01'), to: null };
const schedule = scheduleOf({
  ...{ patterns: new Map([[FULL_TIME.patternId, FULL_TIME]]), assigned: [always] },
  ...{ named: new Map(), closed: new Set() },
});
const wish = (when: object, more: object = {}) => LeaveRequestInputSchema.parse({ kind: 'ANNUAL', when, ...more });
const asked = (when: object, more: object = {}) => askedLeave(wish(when, more), schedule);

describe('the days of a wish', () => {
  it('are those on which something is to be worked; the others are named', () => {
    const { days, off, calendarDays } = asked({ from: '2026-11-20', to: '2026-11-24' });
    expect(days.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-24']);
    expect([off, calendarDays]).toEqual([['2026-11-21', '2026-11-22', '2026-11-23'], 5]);
  });

  it('take what lies within the hours of duty, breaks left out', () => {
    const of = (more: object) => asked({ dates: ['2026-11-24'] }, more).days.map(({ span, duty }) => [span, duty]);
    expect(of({})).toEqual([[null, 465]]);
    expect(of({ span: 'MORNING' })).toEqual([[{ from: 510, to: 720 }, 210]]);
    expect(of({ span: 'AFTERNOON' })).toEqual([[{ from: 780, to: 1035 }, 255]]);
    expect(of({ span: 'HOURS', time: { from: '11:00', to: '14:00' } })).toEqual([[{ from: 660, to: 840 }, 120]]);
  });

  it('count as days and as minutes of the account', () => {
    const [half] = asked({ dates: ['2026-11-24'] }, { span: 'MORNING' }).days;
    if (!half) throw new Error('no day');
    expect([inDaysOf(half, rules), accountMinutes(half, rules)]).toEqual([0.5, 210]);
  });

  it('are none where a span runs backwards or over more than a year, and each is named once', () => {
    expect(datesOf({ from: '2026-12-02', to: '2026-12-01' })).toEqual([]);
    expect(datesOf({ from: '2026-01-01', to: '2027-06-01' })).toEqual([]);
    expect(datesOf({ dates: ['2026-12-02', '2026-12-01', '2026-12-02'] })).toEqual(['2026-12-01', '2026-12-02']);
  });
});

const booked = (date: string, detail: object = {}): BookedDay => ({
  ...{ itemId: date, applicationId: 'a', staffId: 's', date: day(date), kind: 'LEAVE', state: 'APPROVED', span: null },
  detail: { kind: 'X', days: 1, ...detail },
});

describe('what was taken of a special leave already', () => {
  const special = { id: 'X', per: 'OCCASION' } as SpecialLeave;
  const asking = { special, occasionOn: null, first: day('2026-11-24'), rules };

  it('of the same occasion counts together, by its day where that was said', () => {
    const items = [booked('2026-03-02', { occasion: '2026-03-01' }), booked('2026-11-20', { occasion: '2026-11-19' })];
    expect(alreadyTaken(items, { ...asking, occasionOn: '2026-11-19' })).toBe(1);
    expect(alreadyTaken(items, asking)).toBe(0);
  });

  it('without that day counts what goes on without a month between', () => {
    expect(alreadyTaken([booked('2026-03-02'), booked('2026-10-01'), booked('2026-10-30')], asking)).toBe(2);
  });

  it('of a yearly one counts in the leave year, other kinds not at all', () => {
    const items = [booked('2025-12-28'), booked('2026-01-05', { days: 0.5 }), booked('2026-05-01', { kind: 'Y' })];
    expect(alreadyTaken(items, { ...asking, special: { ...special, per: 'YEAR' } })).toBe(0.5);
  });
});

it('whole days in a row are one absence, weekends between included; a half day stands by itself', () => {
  const days = [
    booked('2026-11-24'),
    booked('2026-11-20'),
    { ...booked('2026-11-25'), span: { from: 510, to: 720 } },
    booked('2026-11-27'),
  ];
  expect(absencesOf(days).map((run) => run.map(({ date }) => date))).toEqual([
    ['2026-11-20', '2026-11-24'],
    ['2026-11-25'],
    ['2026-11-27'],
  ]);
});
