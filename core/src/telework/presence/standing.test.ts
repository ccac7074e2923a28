import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { DEFAULT_TIME_RULES } from '../national.fixture.ts';
import type { PersonsHours, Shift } from '../working-time/pattern.ts';
import type { PunchFact, PunchKind } from '../working-time/punches.ts';
import { isYesterdayOpen, schedulesOf, standingOf } from './standing.ts';

const TODAY = '2026-11-25' as LocalDate;
const YESTERDAY = '2026-11-24' as LocalDate;
const at = (day: string, time: string) => new Date(`${day}T${time}:00+09:00`);

const hours = (shift: Pick<Shift, 'from' | 'to'>): PersonsHours => {
  const full: Shift = { shiftId: 's', breaks: [], ...shift };
  const pattern = {
    ...{ patternId: 'p', name: '', week: [full, full, full, full, full, full, full], statutoryDayOff: null },
    ...{ worksOnHolidays: true, variableHours: false, yearlyMinutes: null },
  };
  const assigned = [{ patternId: 'p', from: '2020-01-01' as LocalDate, to: null }];
  return { patterns: new Map([['p', pattern]]), assigned, named: new Map(), closed: new Set() };
};
let nth = 0;
const tap = (punch: PunchKind, when: Date): PunchFact => {
  nth += 1;
  const key = `k${nth}`;
  const rest = { clientAt: null, source: 'CHAT', reportedLate: false, clockDoubted: false } as const;
  return { kind: 'TAPPED', factId: key, key, punch, at: when, serverAt: when, ...rest };
};
const boundaries = (own: PersonsHours) => ({
  ...{ schedule: schedulesOf()(own), rules: DEFAULT_TIME_RULES, plans: new Map() },
});
const NIGHT = boundaries(hours({ from: 22 * 60, to: 31 * 60 }));
const DAY = boundaries(hours({ from: 510, to: 1035 }));

describe('how somebody stands by their punches', () => {
  it('is yesterday’s night shift until its end, and no day shift’s', () => {
    const facts = [tap('START', at(YESTERDAY, '21:55'))];
    const now = at(TODAY, '06:00');
    expect(isYesterdayOpen(NIGHT, now)).toBe(true);
    expect(isYesterdayOpen(DAY, now)).toBe(false);
    expect(standingOf(facts, { boundaries: NIGHT, now })).toMatchObject({ day: YESTERDAY, state: 'WORKING' });
    const ended = [...facts, tap('END', at(TODAY, '07:00'))];
    expect(standingOf(ended, { boundaries: NIGHT, now: at(TODAY, '08:00') })).toMatchObject({
      ...{ day: TODAY, state: 'NOT_STARTED' },
    });
  });

  it('is on duty by the hours of the day, punched or not', () => {
    const stand = (time: string) => standingOf([], { boundaries: DAY, now: at(TODAY, time) });
    expect(stand('08:00')).toMatchObject({ onDuty: false, isWorkDay: true, state: 'NOT_STARTED' });
    expect(stand('08:30')).toMatchObject({ onDuty: true });
    expect(stand('17:15')).toMatchObject({ onDuty: false });
  });

  it('is an end that nobody stated, long after the hours are over', () => {
    const facts = [tap('START', at(TODAY, '08:30'))];
    const stand = (time: string) => standingOf(facts, { boundaries: DAY, now: at(TODAY, time) }).state;
    expect([stand('17:00'), stand('19:00')]).toEqual(['WORKING', 'UNCONFIRMED_END']);
  });
});
