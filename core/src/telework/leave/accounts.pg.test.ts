import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import type { AccountWish } from './account.ts';
import { createLeaveAccounts, type LeaveAccounts } from './balance-service.ts';
import { cityLeave } from './city-values.ts';
import type { LeaveBalanceView } from './contract.ts';

const DAY = 465;
let now = new Date('2026-11-20T01:00:00Z');
const clock = { now: () => now };
let city: TestCity;
let accounts: LeaveAccounts;
const ids = new Map<string, string>();

beforeAll(async () => {
  city = await testCity({ clock });
  await importPosts(city.suite, MINATO, [
    ...POSTS,
    'somu,総務課,SECTION,,jinji-shuji,主事,STAFF,0,other-section,1,PERSONNEL,2026-04-01,',
  ]);
  const { test, suite } = city;
  const { directory, regulations } = suite;
  const given = { db: test.db, clock, directory, regulations, wake: () => undefined };
  accounts = createLeaveAccounts({ ...given, cityLeave: cityLeave(regulations) });
  for (const name of ['drafter', 'colleague', 'section-head', 'other-section'])
    ids.set(name, (await suite.directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());

const of = (name: string) => ids.get(name) ?? '';
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'was not refused',
    (error: { code: string }) => error.code,
  );
const balance = (by: string, whose = by) => accounts.balance(city.as(by), of(whose));
const adjust = (view: LeaveBalanceView, minutes: number, by = 'other-section') =>
  accounts.adjust(city.as(by), {
    ...{ staffId: view.person.staffId, version: view.version, minutes, on: '2026-11-01', expiresOn: null },
    reason: '前の制度からの移行',
  });
const wish = (name: string, one: AccountWish) =>
  city.test.db.inMunicipality(MINATO, (tx) => {
    const actor = { staffId: of(name), name, postTitle: '主事', unitName: '政策係' };
    return accounts.wish(tx, { staffId: of(name), actor, via: 'api' }, one);
  });
const reserve = (applicationId: string, on: string, days = 1): AccountWish => ({
  ...{ act: 'RESERVED', applicationId },
  items: [{ itemId: newId(systemClock), on: on as LocalDate, minutes: days * DAY }],
});

describe('T-11: 年次有給休暇簿', () => {
  it('shows the grant of the year before any job has run, and the job writes it once however often it runs', async () => {
    expect(await balance('drafter')).toMatchObject({ version: 0, left: { days: 20 }, available: { days: 20 } });
    expect(await accounts.grantEverybody(MINATO)).toBeGreaterThan(0);
    expect(await accounts.grantEverybody(MINATO)).toBe(0);
    expect(await balance('drafter')).toMatchObject({ version: 1, left: { days: 20 }, history: [{ act: 'GRANTED' }] });
    expect((await accounts.balance(city.as('drafter', { municipalityId: YAMATO }), null)).version).toBe(0);
  });

  it('is seen by the person, the heads above and personnel, and by nobody else', async () => {
    expect((await balance('section-head', 'drafter')).may.adjust).toBe(false);
    expect((await balance('other-section', 'drafter')).may.adjust).toBe(true);
    expect(await refused(balance('colleague', 'drafter'))).toBe('telework.leave_nobody');
    expect(await refused(balance('drafter', 'section-head'))).toBe('telework.leave_nobody');
    expect(await refused(accounts.balance(city.as('drafter', { municipalityId: YAMATO }), of('drafter')))).toBe(
      'telework.leave_nobody',
    );
  });

  it('is put right by personnel alone, with the reason, never their own and never against a newer state', async () => {
    const view = await balance('other-section', 'colleague');
    expect(await refused(adjust(view, 60, 'section-head'))).toBe('telework.leave_adjust_personnel');
    expect(await refused(adjust(await balance('other-section'), 60))).toBe('telework.leave_adjust_personnel');
    expect(await refused(adjust(view, -40 * DAY))).toBe('telework.leave_not_enough');
    const after = await adjust(view, 5 * DAY);
    expect(after.available.total).toBe(view.available.total + 5 * DAY);
    expect(after.history[0]).toMatchObject({ act: 'ADJUSTED', minutes: 5 * DAY, reason: '前の制度からの移行' });
    expect(await refused(adjust(view, 60))).toBe('telework.leave_stale');
  });

  it('of two who want the last days at once promises them to one', async () => {
    await adjust(await balance('other-section', 'drafter'), -18 * DAY);
    const asked = [1, 2, 3, 4].map((n) => refused(wish('drafter', reserve(newId(systemClock), `2026-12-0${n}`))));
    const answers = await Promise.all(asked);
    expect(answers.filter((one) => one === 'was not refused')).toHaveLength(2);
    expect(answers.filter((one) => /leave_(not_enough|promised)$/.test(one))).toHaveLength(2);
    expect(await balance('drafter')).toMatchObject({ available: { total: 0 }, reserved: { days: 2 } });
  });

  it('grants the new year beside what is left of the last one, and the log holds it all', async () => {
    now = new Date('2027-01-20T01:00:00Z');
    expect(await accounts.grantEverybody(MINATO)).toBeGreaterThan(0);
    const { lots } = await balance('section-head');
    expect(lots.map(({ on, left }) => [on, left.days])).toEqual([
      ['2026-01-01', 20],
      ['2027-01-01', 20],
    ]);
    const found: string[] = [];
    for await (const { code } of city.suite.verify(MINATO)) found.push(code);
    expect(found.filter((code) => code.startsWith('telework'))).toEqual([]);
  });
});
