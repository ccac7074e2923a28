import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { DEFAULT_LEAVE_RULES } from '../national.fixture.ts';
import { type AccountFact, type AccountWish, accountOf, decide } from './account.ts';
import { availableOn, figuresOf, grantsFor } from './balance.ts';
import { dueGrants } from './grants.ts';
import { balanceOn } from './ledger.ts';

const day = (text: string) => text as LocalDate;
const DAY = 465;
const rulesOn = () => DEFAULT_LEAVE_RULES;
const service = (today: string, joinedOn: string | null = null) => ({
  ...{ joinedOn: joinedOn === null ? null : day(joinedOn), today: day(today), rulesOn },
});

/** An account that writes what is due and what is wished, one after the other. */
function book(today: string, joinedOn: string | null = null) {
  const facts: AccountFact[] = [];
  const put = (act: string, fact: AccountFact['fact']) => facts.push({ seq: facts.length + 1, act, fact });
  const grant = (on: string) => {
    const { due } = grantsFor(accountOf(facts), service(on, joinedOn));
    for (const { on: from, minutes, expiresOn, carryOverAtMost } of due)
      put('GRANTED', { on: from, minutes, expiresOn, carryOverAtMost });
  };
  const wish = (one: AccountWish, on = today) => {
    grant(on);
    const account = accountOf(facts);
    const asked = one.act === 'RESERVED' ? one.items.map((item) => item.on) : [];
    const decided = decide(account, one, grantsFor(account, service(on, joinedOn), asked).ahead);
    if (decided.refused) return decided.refused.code;
    if (decided.add) put(decided.add.act, decided.add.fact);
    return decided.add ? 'written' : 'nothing';
  };
  return { facts, grant, wish, account: () => accountOf(facts) };
}
const reserve = (itemId: string, on: string, minutes = DAY): AccountWish => ({
  act: 'RESERVED',
  applicationId: `app ${itemId}`,
  items: [{ itemId, on: day(on), minutes }],
});
const named = (act: 'TAKEN' | 'GIVEN_BACK', itemId: string): AccountWish => ({
  act,
  applicationId: `app ${itemId}`,
  itemIds: [itemId],
});

describe('T-11: 付与 by the rules', () => {
  it('gives whoever was there before all records the days of this leave year, once', () => {
    const one = book('2026-11-21');
    one.grant('2026-11-21');
    one.grant('2026-11-21');
    expect(one.facts.map(({ act, fact }) => [act, fact.on, fact.minutes])).toEqual([
      ['GRANTED', '2026-01-01', 20 * DAY],
    ]);
  });

  it('gives a share in the year of joining, and all of it from the next', () => {
    const one = book('2027-02-01', '2026-10-15');
    one.grant('2026-10-20');
    one.grant('2027-02-01');
    expect(one.facts.map(({ fact }) => [fact.on, fact.minutes])).toEqual([
      ['2026-10-15', 5 * DAY],
      ['2027-01-01', 20 * DAY],
    ]);
  });

  it('makes up for years in which nobody ran it, each on its own day', () => {
    const entries = dueGrants([], { ...service('2026-11-21'), upTo: day('2026-11-21') });
    const late = dueGrants(entries, { ...service('2029-05-01'), upTo: day('2029-05-01') });
    expect(late.map(({ on }) => on)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01']);
  });

  it('follows a city that moves its leave year from January to April', () => {
    const moving = (on: LocalDate) => ({ ...DEFAULT_LEAVE_RULES, yearBegins: on < '2027-01-01' ? 1 : 4 });
    const first = dueGrants([], { joinedOn: null, today: day('2026-11-21'), upTo: day('2026-11-21'), rulesOn: moving });
    const asked = { joinedOn: null, today: day('2028-05-01'), upTo: day('2028-05-01'), rulesOn: moving };
    expect(dueGrants(first, asked).map(({ on }) => on)).toEqual(['2027-04-01', '2028-04-01']);
  });
});

describe('T-11: the account of annual leave', () => {
  it('reserves what is asked for, takes it at approval, gives it back; each once', () => {
    const one = book('2026-11-21');
    expect(one.wish(reserve('a', '2026-12-01'))).toBe('written');
    expect(one.wish(reserve('a', '2026-12-01'))).toBe('nothing');
    expect(figuresOf(one.account(), service('2026-11-21'))).toMatchObject({
      reserved: { days: 1 },
      promised: { days: 0 },
      available: { days: 19 },
      left: { days: 20 },
    });
    expect([one.wish(named('TAKEN', 'a')), one.wish(named('TAKEN', 'a'))]).toEqual(['written', 'nothing']);
    expect(figuresOf(one.account(), service('2026-11-21'))).toMatchObject({
      reserved: { days: 0 },
      promised: { days: 1 },
    });
    expect([one.wish(named('GIVEN_BACK', 'a')), one.wish(named('GIVEN_BACK', 'a'))]).toEqual(['written', 'nothing']);
    expect(figuresOf(one.account(), service('2026-11-21')).available.days).toBe(20);
    expect(one.wish(named('TAKEN', 'a'))).toBe('nothing');
  });

  it('never promises the same day twice: what is asked for counts before it is answered', () => {
    const one = book('2026-11-21');
    expect(
      one.wish({
        act: 'ADJUSTED',
        on: day('2026-11-01'),
        minutes: -19 * DAY,
        expiresOn: day('2028-01-01'),
        reason: '移行',
      }),
    ).toBe('written');
    expect(one.wish(reserve('a', '2026-12-01'))).toBe('written');
    expect(one.wish(reserve('b', '2026-12-02'))).toBe('telework.leave_not_enough');
    expect(one.wish(reserve('c', '2026-11-30'))).toBe('telework.leave_promised');
    one.wish(named('GIVEN_BACK', 'a'));
    expect(one.wish(reserve('b', '2026-12-02'))).toBe('written');
  });

  it('counts on the grant of the next year for days in it, and not before', () => {
    const one = book('2026-11-21');
    one.wish({
      act: 'ADJUSTED',
      on: day('2026-11-01'),
      minutes: -20 * DAY,
      expiresOn: day('2028-01-01'),
      reason: '移行',
    });
    expect(one.wish(reserve('a', '2026-12-28'))).toBe('telework.leave_not_enough');
    expect(one.wish(reserve('b', '2027-01-05'))).toBe('written');
    expect(one.wish(reserve('c', '2028-02-01', 20 * DAY))).toBe('telework.leave_not_enough');
    one.grant('2027-01-01');
    expect(figuresOf(one.account(), service('2027-01-04')).available.days).toBe(19);
  });

  it('does not let the personnel section take away what was approved', () => {
    const one = book('2026-11-21');
    one.wish(reserve('a', '2026-12-01', 10 * DAY));
    const wish = { act: 'ADJUSTED', on: day('2026-11-21'), expiresOn: day('2028-01-01'), reason: '訂正' } as const;
    expect(one.wish({ ...wish, minutes: -11 * DAY })).toBe('telework.leave_promised');
    expect(one.wish({ ...wish, minutes: 5 * DAY })).toBe('written');
    expect(availableOn(day('2026-11-21'), one.account().entries, DAY)).toBe(15 * DAY);
  });
});

const step = fc.record({
  what: fc.constantFrom('RESERVED', 'TAKEN', 'GIVEN_BACK', 'ADJUSTED', 'DAYS'),
  item: fc.integer({ min: 0, max: 11 }),
  offset: fc.integer({ min: -40, max: 400 }),
  minutes: fc.constantFrom(60, 210, 255, 465, 5 * 465, 12 * 465),
  less: fc.boolean(),
});

describe('whatever happens to an account', () => {
  it('nothing was ever taken that was not there, and it adds up on every day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(null, '2026-10-15'), (steps, joined) => {
        const one = book('2026-11-21', joined);
        let today = day('2026-11-21');
        for (const { what, item, offset, minutes, less } of steps) {
          if (what === 'DAYS') today = addDays(today, Math.abs(offset) % 120);
          else if (what === 'RESERVED') one.wish(reserve(`i${item}`, addDays(today, offset), minutes), today);
          else if (what === 'ADJUSTED')
            one.wish(
              {
                ...{ act: what, on: today, minutes: less ? -minutes : minutes, reason: '訂正' },
                expiresOn: addDays(today, 300),
              },
              today,
            );
          else one.wish(named(what, `i${item}`), today);
        }
        one.grant(addDays(today, 800));
        const { entries, items } = one.account();
        for (const on of [today, addDays(today, 90), addDays(today, 800)]) {
          const { left, granted, taken, lapses, shortages, lots } = balanceOn(on, entries);
          expect(shortages).toEqual([]);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(lots.reduce((sum, lot) => sum + lot.left, 0)).toBe(left);
          expect(granted - taken - lapses.reduce((sum, one) => sum + one.minutes, 0)).toBe(left);
        }
        const held = [...items.values()].filter(({ state }) => state !== 'GIVEN_BACK');
        const gone = entries.flatMap((one) => (one.kind === 'CANCELLED' ? [one.takenId] : []));
        expect(held.every(({ entryId }) => !gone.includes(entryId))).toBe(true);
        expect(availableOn(today, entries, DAY)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });
});
