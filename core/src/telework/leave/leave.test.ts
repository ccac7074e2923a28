import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statutoryDays } from '../../regulations/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { DEFAULT_LEAVE_RULES, DEFAULT_SPECIAL_LEAVE } from '../national.fixture.ts';
import { grantOn, leaveYearOf, minutesOf } from './leave-rules.ts';
import { balanceOn, inDays, type LeaveEntry, type LeaveTaken, refuseTaking } from './ledger.ts';
import { type Booking, overlapsOf } from './overlap.ts';
import { checkSpecialLeave, type SpecialLeaveWish } from './special-leave.ts';

const day = (text: string) => text as LocalDate;
const DAY = 465;
const rules = DEFAULT_LEAVE_RULES;
const april = { ...rules, yearBegins: 4 };

let made = 0;
const id = () => {
  made += 1;
  return `e${String(made).padStart(5, '0')}`;
};
function granted(on: string, days: number, more: { expiresOn?: string; carry?: number } = {}): LeaveEntry {
  const entryId = id();
  const expiresOn = day(more.expiresOn ?? `${Number(on.slice(0, 4)) + 2}-01-01`);
  const carryOverAtMost = (more.carry ?? 20) * DAY;
  return { kind: 'GRANTED', entryId, key: entryId, on: day(on), minutes: days * DAY, expiresOn, carryOverAtMost };
}
function taken(on: string, minutes = DAY): LeaveTaken {
  const entryId = id();
  return { kind: 'TAKEN', entryId, key: entryId, on: day(on), minutes, requestId: 'r' };
}
function cancelled({ entryId: takenId }: LeaveEntry): LeaveEntry {
  const entryId = id();
  return { kind: 'CANCELLED', entryId, key: entryId, takenId };
}
const leftOn = (on: string, entries: readonly LeaveEntry[]) => balanceOn(day(on), entries).left / DAY;

describe('what is granted', () => {
  it('is 20 days on the first day of the leave year, January or April as the city says', () => {
    expect(grantOn(day('2027-01-01'), day('2020-04-01'), rules)).toEqual({
      days: 20,
      on: '2027-01-01',
      expiresOn: '2029-01-01',
    });
    expect(grantOn(day('2027-04-01'), day('2020-04-01'), april)).toMatchObject({ days: 20, expiresOn: '2029-04-01' });
    expect(grantOn(day('2027-04-01'), day('2020-04-01'), rules)).toBeNull();
    expect(leaveYearOf(day('2027-03-31'), april)).toBe('2026-04-01');
  });

  it.each([
    ['2026-01-01', 20],
    ['2026-04-01', 15],
    ['2026-10-15', 5],
    ['2026-12-28', 2],
  ])('in the year of joining, on %s, is %d days', (joined, days) => {
    expect(grantOn(day(joined), day(joined), rules)).toMatchObject({ days, expiresOn: '2028-01-01' });
  });

  it('in a year that begins in April is counted from April, and may last two years from its grant', () => {
    expect(grantOn(day('2026-04-01'), day('2026-04-01'), april)?.days).toBe(20);
    expect(grantOn(day('2027-03-01'), day('2027-03-01'), april)?.days).toBe(2);
    const grant = grantOn(day('2026-10-15'), day('2026-10-15'), { ...rules, lasts: 'TWO_YEARS' });
    expect(grant?.expiresOn).toBe('2028-10-15');
  });

  it('T-20: is at least what 労働基準法39条 gives part-time staff', () => {
    expect(statutoryDays(5, { days: 5, minutes: 2400 })).toBe(0);
    expect(statutoryDays(6, { days: 5, minutes: 1500 })).toBe(10);
    expect(statutoryDays(6, { days: 4, minutes: 4 * 465 })).toBe(10);
    expect(statutoryDays(18, { days: 3, minutes: 1395 })).toBe(6);
    expect(statutoryDays(200, { days: 2, minutes: 930 })).toBe(7);
  });
});

describe('what a wish takes', () => {
  it('is a day, a half or whole hours; a day by the hour is 7:45, or 8 hours where the city says so', () => {
    expect(minutesOf({ unit: 'DAY' }, rules)).toBe(465);
    expect(minutesOf({ unit: 'AM' }, rules) + minutesOf({ unit: 'PM' }, rules)).toBe(465);
    expect(minutesOf({ unit: 'HOURS', minutes: 120 }, rules)).toBe(120);
    for (const minutes of [0, 30, 480, -60, Number.NaN])
      expect(() => minutesOf({ unit: 'HOURS', minutes }, rules)).toThrow('telework.leave_hours');
    expect(minutesOf({ unit: 'HOURS', minutes: 480 }, { ...rules, minutesPerDay: 480 })).toBe(480);
    expect(() => minutesOf({ unit: 'AM' }, { ...rules, halfDays: null })).toThrow('telework.leave_no_half_days');
    expect(inDays(2 * 465 + 120, 465)).toEqual({ days: 2, minutes: 120 });
  });
});

describe('the ledger of annual leave', () => {
  const first = granted('2026-01-01', 20);
  const second = granted('2027-01-01', 20);

  it('takes the older days first, and lets them lapse after the next year', () => {
    const entries = [first, second, taken('2027-02-01'), taken('2027-02-02')];
    expect(balanceOn(day('2027-12-31'), entries).lots.map(({ left }) => left / DAY)).toEqual([18, 20]);
    const after = balanceOn(day('2028-01-01'), entries);
    expect(after).toMatchObject({ left: 20 * DAY, lapses: [{ minutes: 18 * DAY, why: 'EXPIRED', on: '2028-01-01' }] });
  });

  it('carries over no more than the city does', () => {
    const entries = [first, granted('2027-01-01', 20, { carry: 12 })];
    expect(balanceOn(day('2027-01-01'), entries)).toMatchObject({
      left: 32 * DAY,
      lapses: [{ minutes: 8 * DAY, why: 'ABOVE_CARRY_OVER' }],
    });
  });

  it('gives back by a new entry what is cancelled, unless it has lapsed since', () => {
    const leave = taken('2026-12-28');
    expect(leftOn('2026-12-31', [first, leave])).toBe(19);
    expect(leftOn('2026-12-31', [first, leave, cancelled(leave)])).toBe(20);
    expect(leftOn('2028-01-01', [first, leave, cancelled(leave)])).toBe(0);
  });

  it('counts the same entry once', () => {
    const leave = taken('2026-05-01');
    expect(leftOn('2026-12-31', [first, leave, leave, { ...leave, entryId: id() }])).toBe(19);
  });

  it('refuses what is not there, and what would take away a day approved for later', () => {
    const small = granted('2026-01-01', 2);
    expect(refuseTaking([small], [taken('2026-05-01'), taken('2026-05-02')])).toBeNull();
    const three = [taken('2026-05-01'), taken('2026-05-02'), taken('2026-05-07')];
    expect(refuseTaking([small], three)).toEqual({ code: 'telework.leave_not_enough', on: '2026-05-07', missing: DAY });
    const promised = [small, taken('2026-12-01'), taken('2026-12-02')];
    expect(refuseTaking(promised, [taken('2026-05-01', 60)])).toMatchObject({
      code: 'telework.leave_promised',
      on: '2026-12-02',
    });
    expect(refuseTaking([small, second], [taken('2027-05-01')])).toBeNull();
    expect(refuseTaking([], [taken('2027-05-01')])).toMatchObject({ missing: DAY });
  });

  it('is never negative and never above the year’s days and what may be carried over, whatever happens', () => {
    const step = fc.record({
      on: fc.integer({ min: 0, max: 1800 }),
      minutes: fc.constantFrom(60, 210, 255, 465),
      cancels: fc.option(fc.nat({ max: 60 }), { nil: null, freq: 4 }),
    });
    fc.assert(
      // A day a year is soon used up: more is taken than is there.
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 0, max: 2200 }),
        fc.constantFrom(1, 20),
        (steps, asked, days) => {
          const entries: LeaveEntry[] = [2026, 2027, 2028, 2029, 2030].map((year) => granted(`${year}-01-01`, days));
          for (const { on, minutes, cancels } of steps) {
            const target = cancels === null ? undefined : entries[cancels % entries.length];
            entries.push(target ? cancelled(target) : taken(addDays(day('2026-01-01'), on), minutes));
          }
          const found = balanceOn(addDays(day('2026-01-01'), asked), entries);
          expect(found.left).toBeGreaterThanOrEqual(0);
          expect(found.left).toBeLessThanOrEqual(40 * DAY);
          const lapsed = found.lapses.reduce((sum, { minutes }) => sum + minutes, 0);
          expect(found.granted - found.taken - lapsed).toBe(found.left);
          expect(balanceOn(addDays(day('2026-01-01'), asked), [...entries].reverse())).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('special leave', () => {
  const kind = (wanted: string) => {
    const found = DEFAULT_SPECIAL_LEAVE.find((one) => one.id === wanted);
    if (!found) throw new Error(wanted);
    return found;
  };
  const codes = (wanted: string, wish: Partial<SpecialLeaveWish>) =>
    checkSpecialLeave(kind(wanted), { days: 1, already: 0, relation: null, hasEvidence: true, ...wish }).map(
      ({ code, left }) => [code, left],
    );

  it('has days, a unit, evidence and an article for each kind', () => {
    expect(new Set(DEFAULT_SPECIAL_LEAVE.map((one) => one.id)).size).toBe(DEFAULT_SPECIAL_LEAVE.length);
    expect(DEFAULT_SPECIAL_LEAVE.every(({ article, name }) => article !== '' && name.ja !== '' && name.en !== '')).toBe(
      true,
    );
    expect(kind('SUMMER').article).toBe('人事院規則15―14第22条第1項第15号');
  });

  it('says how many days are left, in which unit, and what is to be shown', () => {
    expect(codes('SUMMER', { days: 3 })).toEqual([]);
    expect(codes('SUMMER', { days: 2, already: 2 })).toEqual([['telework.special_too_many_days', 1]]);
    expect(codes('SUMMER', { days: 0.5 })).toEqual([['telework.special_unit', 3]]);
    expect(codes('WITNESS', { days: 30, hasEvidence: false })).toEqual([['telework.special_evidence', null]]);
    expect(codes('BEREAVEMENT', { days: 3, relation: 'GRANDPARENT' })).toEqual([]);
    expect(codes('BEREAVEMENT', { days: 4, relation: 'GRANDPARENT' })).toEqual([['telework.special_too_many_days', 3]]);
    expect(codes('BEREAVEMENT', { days: 1, relation: 'FRIEND' })).toEqual([['telework.special_relation', 7]]);
  });
});

describe('an application', () => {
  const booking = (bookingId: string, kind: Booking['kind'], span: Booking['span'] = null): Booking => ({
    bookingId,
    kind,
    date: day('2026-07-01'),
    span,
  });
  const morning = { from: 510, to: 720 };
  const afternoon = { from: 780, to: 1035 };

  it('T-03: that meets leave, a trip or telework of the same time says which', () => {
    const booked = [booking('l', 'LEAVE', morning), booking('t', 'TRIP', afternoon)];
    expect(overlapsOf([booking('new', 'TELEWORK')], booked).map(({ code }) => code)).toEqual([
      'telework.overlaps_leave',
      'telework.overlaps_trip',
    ]);
    expect(overlapsOf([booking('new', 'TELEWORK', afternoon)], [booking('l', 'LEAVE', morning)])).toEqual([]);
    expect(overlapsOf([booking('l', 'LEAVE')], booked.slice(0, 1))).toEqual([]);
    expect(overlapsOf([{ ...booking('new', 'TELEWORK'), date: day('2026-07-02') }], booked)).toEqual([]);
  });

  it('for overtime may be for the evening of a day of telework, but not of leave', () => {
    const overtime = booking('o', 'OVERTIME', { from: 1035, to: 1200 });
    expect(overlapsOf([overtime], [booking('t', 'TELEWORK'), booking('r', 'TRIP')])).toEqual([]);
    expect(overlapsOf([overtime], [booking('l', 'LEAVE')])).toMatchObject([{ code: 'telework.overlaps_leave' }]);
  });
});
