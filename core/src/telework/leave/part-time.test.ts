import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartTimeLeave } from '../../regulations/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { DEFAULT_LEAVE_RULES } from '../national.fixture.ts';
import type { Shift, WorkPattern } from '../working-time/pattern.ts';
import { figuresOf } from './balance.ts';
import { dueGrants } from './grants.ts';
import { balanceOn, type LeaveEntry, type LeaveTaken } from './ledger.ts';
import { halfYearAfter, leaveOn, type OwnTerms } from './part-time.ts';

const day = (text: string) => text as LocalDate;
const HOUR = 60;
const shift = (from: number, to: number): Shift => ({
  ...{ shiftId: 'S', from: from * HOUR, to: to * HOUR },
  breaks: to - from > 6 ? [{ from: 12 * HOUR, to: 13 * HOUR }] : [],
});
const pattern = (patternId: string, ...week: (Shift | null)[]): WorkPattern => ({
  ...{ patternId, name: patternId, week: [null, ...week, null], statutoryDayOff: 0 },
  ...{ worksOnHolidays: false, variableHours: false, yearlyMinutes: null },
});
const FULL: Shift = { shiftId: 'DAY', from: 510, to: 1035, breaks: [{ from: 720, to: 780 }] };
const PATTERNS = [
  pattern('FULL', FULL, FULL, FULL, FULL, FULL),
  pattern('SIX_HOURS', ...Array<Shift>(5).fill(shift(9, 16))),
  pattern('THREE_DAYS', shift(9, 13), null, shift(9, 13), null, shift(9, 13)),
  pattern('FOUR_DAYS', FULL, FULL, FULL, FULL, null),
];
const LAW: PartTimeLeave = { employments: ['APPOINTEE'], by: 'LAW', first: 'HALF_YEAR', begins: null, table: {} };
const APRIL: PartTimeLeave = { ...LAW, first: 'JOINING', begins: 4 };
const SHARE: PartTimeLeave = { ...LAW, employments: ['REAPPOINTED'], by: 'SHARE', first: 'JOINING', begins: 1 };

type Terms = OwnTerms['terms'][number];
const from = (on: string, employment: string, patternId: string): Terms => ({ from: day(on), employment, patternId });
const rulesOf = (rule: PartTimeLeave, terms: readonly Terms[], joinedOn: LocalDate | null) => (on: LocalDate) =>
  leaveOn(on, {
    ...{ terms, joinedOn, cityRules: { ...DEFAULT_LEAVE_RULES, partTime: [rule, SHARE] } },
    ...{ patterns: new Map(PATTERNS.map((one) => [one.patternId, one])), usual: PATTERNS[0] },
  });

interface Given {
  readonly rule?: PartTimeLeave;
  readonly terms: readonly Terms[];
  readonly joined?: string | null;
  readonly upTo: string;
  readonly today?: string;
}
/** `2026-10-01 10 600`: the day, the days, and the minutes that they are. */
function grants({ rule = LAW, terms, joined = null, upTo, today = upTo }: Given): string[] {
  const joinedOn = joined === null ? null : day(joined);
  const rulesOn = rulesOf(rule, terms, joinedOn);
  const service = { joinedOn, today: day(today), upTo: day(upTo), rulesOn };
  return dueGrants([], service).map(({ on, minutes, perDay }) => `${on} ${minutes / (perDay ?? 1)} ${minutes}`);
}
/** Every year asked anew, as the job does. */
function grantsOfYears(given: Omit<Given, 'upTo'>, ...upTo: string[]): string[] {
  const joinedOn = given.joined ? day(given.joined) : null;
  const rulesOn = rulesOf(given.rule ?? LAW, given.terms, joinedOn);
  const had: LeaveEntry[] = [];
  for (const today of upTo) had.push(...dueGrants(had, { joinedOn, today: day(today), upTo: day(today), rulesOn }));
  return had.flatMap((one) => (one.kind === 'GRANTED' ? [`${one.on} ${one.minutes / (one.perDay ?? 1)}`] : []));
}

describe('T-20: 年次有給休暇 of staff who work less than full time', () => {
  it('by the law: after half a year, then every year more, by the days of the week', () => {
    const terms = [from('2026-04-01', 'APPOINTEE', 'THREE_DAYS')];
    const given = { terms, joined: '2026-04-01' };
    expect(grants({ ...given, upTo: '2026-09-30' })).toEqual([]);
    expect(grants({ ...given, upTo: '2026-10-01' })).toEqual(['2026-10-01 5 1200']);
    expect(grantsOfYears(given, '2026-10-01', '2027-10-01', '2028-10-01', '2029-12-31')).toEqual([
      ...['2026-10-01 5', '2027-10-01 6', '2028-10-01 6', '2029-10-01 8'],
    ]);
  });

  it('five days or thirty hours a week are as full time; a day is as long as theirs', () => {
    const terms = [from('2026-04-01', 'APPOINTEE', 'SIX_HOURS')];
    expect(grants({ terms, joined: '2026-04-01', upTo: '2026-10-01' })).toEqual(['2026-10-01 10 3600']);
    const four = [from('2026-04-01', 'APPOINTEE', 'FOUR_DAYS')];
    expect(grants({ terms: four, joined: '2026-04-01', upTo: '2026-10-01' })).toEqual(['2026-10-01 10 4650']);
  });

  it('where the city grants on the day of joining and then each April, whoever joins in between is never below the law', () => {
    const terms = [from('2026-07-01', 'APPOINTEE', 'SIX_HOURS')];
    const given = { rule: APRIL, terms, joined: '2026-07-01' };
    expect(grantsOfYears(given, '2026-07-01', '2027-04-01', '2028-04-01')).toEqual([
      ...['2026-07-01 10', '2027-04-01 11', '2028-04-01 12'],
    ]);
  });

  it('of whom the directory does not know when they came, the first terms say it', () => {
    const terms = [from('2026-04-01', 'APPOINTEE', 'SIX_HOURS')];
    expect(grants({ rule: APRIL, terms, upTo: '2026-11-24' })).toEqual(['2026-04-01 10 3600']);
    const months = { rule: APRIL, terms, upTo: '2027-02-01' };
    expect(grants(months)).toEqual(['2026-04-01 10 3600']);
  });

  it('a share of the year for those who are re-employed, and all of it where they work 30 hours a week', () => {
    const share = [from('2020-04-01', 'REAPPOINTED', 'THREE_DAYS')];
    expect(grants({ terms: share, joined: '1990-04-01', upTo: '2027-01-01' })).toEqual(['2027-01-01 12 2880']);
    const four = [from('2020-04-01', 'REAPPOINTED', 'FOUR_DAYS')];
    expect(grants({ terms: four, joined: '2026-06-01', upTo: '2026-11-24' })).toEqual(['2026-06-01 10 4650']);
    expect(grants({ terms: four, joined: '1990-04-01', upTo: '2027-01-01' })).toEqual(['2027-01-01 20 9300']);
  });

  it('full-time staff have what they had', () => {
    expect(grants({ terms: [], joined: '1990-04-01', upTo: '2027-01-01' })).toEqual(['2027-01-01 20 9300']);
    const regular = [from('2020-04-01', 'REGULAR', 'FULL')];
    expect(grants({ terms: regular, joined: '1990-04-01', upTo: '2027-01-01' })).toEqual(['2027-01-01 20 9300']);
  });

  it('whoever becomes full-time is appointed anew: the days of the year by the month, and what was left stays', () => {
    const terms = [from('2025-04-01', 'APPOINTEE', 'SIX_HOURS'), from('2026-04-01', 'REGULAR', 'FULL')];
    const given = { rule: APRIL, terms, joined: '2025-04-01' };
    expect(grantsOfYears(given, '2025-04-01', '2026-04-01', '2027-01-01')).toEqual([
      ...['2025-04-01 10', '2026-04-01 15', '2027-01-01 20'],
    ]);
  });

  it('a city gives more by its own table, and never less than the law', () => {
    const generous = { ...LAW, table: { 3: [8, 8, 8, 8, 8, 8, 8] } };
    const terms = [from('2020-04-01', 'APPOINTEE', 'THREE_DAYS')];
    expect(grants({ rule: generous, terms, joined: '2020-04-01', upTo: '2020-10-01' })).toEqual(['2020-10-01 8 1920']);
    const late = grants({ rule: generous, terms, joined: '2020-04-01', upTo: '2027-10-01' });
    expect(late).toEqual(['2027-10-01 11 2640']);
  });

  it('half a year ends on the last day of a month that is too short', () => {
    expect([
      halfYearAfter(day('2026-08-31')),
      halfYearAfter(day('2027-08-31')),
      halfYearAfter(day('2026-04-01')),
    ]).toEqual([...['2027-02-28', '2028-02-29', '2026-10-01']]);
  });
});

const granted = (on: string, days: number, perDay: number): LeaveEntry => ({
  ...{ kind: 'GRANTED', entryId: `g${on}`, key: `granted ${on}`, on: day(on), minutes: days * perDay, perDay },
  ...{ expiresOn: day(`${Number(on.slice(0, 4)) + 2}${on.slice(4)}`), carryOverAtMost: 366 * perDay },
});
const taken = (on: string, minutes: number, perDay: number): LeaveTaken => ({
  ...{ kind: 'TAKEN', entryId: `t${on}`, key: `t${on}`, on: day(on), minutes, perDay, requestId: 'r' },
});

describe('a day of leave when the hours of somebody change within the year', () => {
  const before = [granted('2026-04-01', 10, 465), taken('2026-05-01', 2 * 465, 465)];

  it('stays a day: eight days are eight days of six hours', () => {
    expect(balanceOn(day('2026-11-24'), before, 360).left).toBe(8 * 360);
    expect(balanceOn(day('2026-11-24'), [...before, taken('2026-10-01', 360, 360)], 360).left).toBe(7 * 360);
  });

  it('by the hour takes its share of a day, and so many hours as make a day are a day', () => {
    const hours = Array.from({ length: 6 }, (_, nth) => taken(`2026-10-0${nth + 1}`, 60, 360));
    expect(balanceOn(day('2026-11-24'), [...before, ...hours], 360).left).toBe(7 * 360);
    expect(balanceOn(day('2026-11-24'), [...before, ...hours.slice(0, 1)], 360).left).toBe(8 * 360 - 60);
  });

  it('is never more and never less, whatever lengths come one after another', () => {
    const lengths = fc.array(fc.constantFrom(465, 360, 240, 375), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, (all) => {
        const entries: LeaveEntry[] = [granted('2026-04-01', 20, 465)];
        for (const [nth, perDay] of all.entries())
          entries.push(taken(`2026-05-${String(nth + 1).padStart(2, '0')}`, perDay, perDay));
        const balance = balanceOn(day('2026-11-24'), entries, 360);
        expect(balance.left).toBe((20 - all.length) * 360);
        expect(balance.shortages).toEqual([]);
      }),
    );
  });

  it('is shown in days of today, with what comes next', () => {
    const terms = [from('2026-04-01', 'APPOINTEE', 'FOUR_DAYS'), from('2026-10-01', 'APPOINTEE', 'SIX_HOURS')];
    const rulesOn = rulesOf(APRIL, terms, day('2026-04-01'));
    const account = { version: 2, entries: before, items: new Map() };
    const figures = figuresOf(account, { joinedOn: day('2026-04-01'), today: day('2026-11-24'), rulesOn });
    expect(figures.left).toEqual({ total: 8 * 360, days: 8, minutes: 0 });
    expect(figures.nextGrant).toEqual({ on: '2027-04-01', days: 11 });
    expect(rulesOn(day('2026-11-24')).halfDays).toEqual({ AM: 180, PM: 180 });
    expect(rulesOn(day('2026-09-30')).minutesPerDay).toBe(465);
  });
});
