import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { saveTerms } from '../hours/store.ts';
import type { AccountWish } from './account.ts';
import { createLeaveAccounts, type LeaveAccounts } from './balance-service.ts';
import { cityLeave } from './city-values.ts';

const clock = { now: () => new Date('2026-11-20T01:00:00Z') };
let city: TestCity;
let accounts: LeaveAccounts;
const ids = new Map<string, string>();

beforeAll(async () => {
  city = await testCity({ clock });
  const { directory, regulations } = city.suite;
  const given = { db: city.test.db, clock, directory, regulations, wake: () => undefined };
  accounts = createLeaveAccounts({ ...given, cityLeave: cityLeave(regulations) });
  for (const name of ['subsection-head', 'section-head']) ids.set(name, (await directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());

const of = (name: string) => ids.get(name) ?? '';
const inside = <T>(work: (tx: Tx) => Promise<T>) => city.test.db.inMunicipality(MINATO, work);
const balance = (name: string) => accounts.balance(city.as(name), of(name));
const wish = (name: string, one: AccountWish) =>
  inside((tx) => {
    const actor = { staffId: of(name), name, postTitle: '係長', unitName: '政策係' };
    return accounts.wish(tx, { staffId: of(name), actor, via: 'api' }, one);
  });

describe('T-20: the account of somebody who works less', () => {
  const terms = (name: string, from: string, employment: string, patternId: string) =>
    inside((tx) => saveTerms(tx, [{ staffId: of(name), from: from as LocalDate, employment, patternId }]));

  it('is granted by the terms of the person, in days as long as theirs, and says by which rule and what comes next', async () => {
    await terms('subsection-head', '2026-04-01', 'APPOINTEE', 'APPOINTEE_SIX_HOURS');
    const view = await balance('subsection-head');
    expect(view).toMatchObject({
      ...{ minutesPerDay: 360, left: { total: 3600, days: 10, minutes: 0 }, halfDays: { AM: 180, PM: 180 } },
      ...{ basis: 'みなと市会計年度任用職員の勤務時間等に関する規則 第9条', nextGrant: { on: '2027-04-01', days: 11 } },
    });
    expect((await balance('section-head')).basis).toBeNull();
    await accounts.grantEverybody(MINATO);
    expect(await balance('subsection-head')).toMatchObject({ left: { days: 10 }, lots: [{ on: '2026-04-01' }] });
  });

  it('keeps its days when the hours change within the year, and what was asked for stays a day', async () => {
    const itemId = newId(clock);
    await wish('subsection-head', {
      ...{ act: 'RESERVED', applicationId: newId(clock) },
      items: [{ itemId, on: '2026-12-01' as LocalDate, minutes: 360, perDay: 360 }],
    });
    expect((await balance('subsection-head')).available).toMatchObject({ days: 9, minutes: 0 });
    await terms('subsection-head', '2026-11-01', 'REAPPOINTED', 'RE_EMPLOYED');
    const view = await balance('subsection-head');
    expect(view).toMatchObject({
      ...{ minutesPerDay: 465, left: { total: 4650, days: 10 }, available: { days: 9, minutes: 0 } },
      ...{ reserved: { total: 465, days: 1 }, nextGrant: { on: '2027-01-01' } },
    });
    expect(view.history.map(({ act, minutes }) => [act, minutes])).toEqual([
      ['RESERVED', -465],
      ['GRANTED', 4650],
    ]);
  });
});
