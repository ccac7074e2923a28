import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { scheduledOn } from '../working-time/pattern.ts';
import { cityTimesOn } from './city-times.ts';
import type { WorkTermsView } from './contract.ts';
import { employmentsOf, hoursOf } from './hours-of.ts';

let city: TestCity;
const NOW = new Date('2026-11-24T00:00:00Z');
const DAY = '2026-11-24' as LocalDate;
// 総務課の主事 is 人事担当 here, and who was 監査委員 is a 会計年度任用職員.
const LINES = POSTS.map((line) =>
  line
    .replace('other-section,0,,', 'other-section,0,PERSONNEL,')
    .replace('監査委員,STAFF,0,auditor,0,AUDITOR', '会計年度任用職員,STAFF,0,auditor,0,'),
);

beforeAll(async () => {
  city = await testCity({ clock: { now: () => NOW } });
  await importPosts(city.suite, MINATO, LINES);
  await city.suite.startJobs();
  await quiet(city.test);
});
afterAll(() => city.close());

type Input = Partial<Record<'query' | 'body', unknown>> & { csv?: string; key?: string };

function call<T>(name: string, what: string, { query = {}, body = {}, csv, key }: Input = {}): Promise<T> {
  const [method, path] = what.split(' ');
  const route = city.suite.routes.find((one) => one.method === method && one.path === path);
  if (!route) throw new Error(`no such route ${what}`);
  const file = csv === undefined ? null : { fileName: 'list.csv', bytes: strToU8(csv) };
  const input = { params: {}, query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {}, file };
  return route.handle(city.as(name, { idempotencyKey: key ?? null }), input) as Promise<T>;
}
const refused = (work: Promise<unknown>) => work.then(String, (error: { code: string }) => error.code);
const staffId = async (name: string) => (await city.suite.directory.me(city.as(name))).staffId;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => city.test.db.inMunicipality(MINATO, work);
const times = () => cityTimesOn(city.suite.regulations, { municipalityId: MINATO, day: DAY });
const TERMS = '職員(サインイン名),開始日,任用,勤務パターン';
const ROSTER = '職員(サインイン名),日付,勤務';

describe('T-20: terms of work', () => {
  it('are full-time and regular where nothing is said', async () => {
    const drafter = await staffId('drafter');
    const hours = await inside((tx) => hoursOf(tx, { staffIds: [drafter], from: DAY, to: DAY }, times()));
    const held = hours.get(drafter);
    expect(held && scheduledOn(DAY, held)).toMatchObject({ kind: 'WORK', shift: { from: 510, to: 1035 } });
    expect((await inside((tx) => employmentsOf(tx, [drafter], DAY))).get(drafter)).toBe('REGULAR');
  });

  it('of whoever’s post is called 会計年度任用職員 are those of a fiscal-year appointee', async () => {
    const id = await staffId('auditor');
    expect((await inside((tx) => employmentsOf(tx, [id], DAY))).get(id)).toBe('APPOINTEE');
  });

  it('are set by personnel from a day on, once for each key, and not on a state that was not seen', async () => {
    const colleague = await staffId('colleague');
    const read = (name: string) => call<WorkTermsView>(name, 'GET /telework/terms', { query: { staffId: colleague } });
    const { version } = await read('colleague');
    const body = { staffId: colleague, version, from: '2026-12-01', employment: 'APPOINTEE', patternId: 'FULL_TIME' };
    const set = (name: string, more = {}) =>
      call<WorkTermsView>(name, 'POST /telework/terms', { body: { ...body, ...more }, key: 'k1' });
    expect(await refused(set('section-head'))).toBe('telework.terms_not_yours');
    expect(await refused(read('general-affairs-head'))).toBe('telework.person_unknown');
    expect(await refused(set('other-section', { patternId: 'NO' }))).toBe('telework.terms_unknown_pattern');
    const view = await set('other-section');
    expect(view.items.map(({ from, employment }) => [from, employment.code])).toEqual([
      [null, 'REGULAR'],
      ['2026-12-01', 'APPOINTEE'],
    ]);
    expect(await set('other-section')).toEqual(view);
    const again = call('other-section', 'POST /telework/terms', { body, key: 'k2' });
    expect(await refused(again)).toBe('telework.terms_stale');
    const on = async (day: string) =>
      (await inside((tx) => employmentsOf(tx, [colleague], day as LocalDate))).get(colleague);
    expect([await on('2026-11-30'), await on('2026-12-01')]).toEqual(['REGULAR', 'APPOINTEE']);
  });

  it('come as a list, all of it or nothing, and the same list again changes nothing', async () => {
    const take = (csv: string, name = 'other-section') => call(name, 'POST /telework/terms/import', { csv });
    const good = `${TERMS}\r\ndrafter,2026/12/1,APPOINTEE,FULL_TIME\r\nsection-head,2026-12-01,REGULAR,FULL_TIME`;
    expect(await refused(take(good, 'drafter'))).toBe('telework.terms_not_yours');
    expect(await refused(take(`${good}\nnobody,2026-12-01,REGULAR,FULL_TIME`))).toBe('telework.hours_csv_rows');
    expect(await refused(take(`${good}\ndrafter,2026-12-01,REGULAR,FULL_TIME`))).toBe('telework.hours_csv_rows');
    expect(await refused(take(`${good}\ncolleague,2026-13-01,REGULAR,FULL_TIME`))).toBe('telework.hours_csv_rows');
    expect(await refused(take('職員,開始日\nx,y'))).toBe('telework.hours_csv_unreadable');
    expect(await take(good)).toEqual({ lines: 2, changed: 2 });
    expect(await take(good)).toEqual({ lines: 2, changed: 0 });
  });

  it('of shift staff are a roster, day by day, by hours that may go over midnight', async () => {
    const take = (csv: string) => call('other-section', 'POST /telework/roster/import', { csv });
    const drafter = await staffId('drafter');
    const on = async (day: string) => {
      const date = day as LocalDate;
      const hours = (await inside((tx) => hoursOf(tx, { staffIds: [drafter], from: date, to: date }, times()))).get(
        drafter,
      );
      return hours && scheduledOn(date, hours);
    };
    const list = `${ROSTER}\ndrafter,2026-12-05,16:30-33:00/24:00-26:00\ndrafter,2026-12-07,週休\ndrafter,2026-12-08,EARLY`;
    expect(await take(list)).toEqual({ lines: 3, changed: 3 });
    expect(await take(list)).toEqual({ lines: 3, changed: 0 });
    expect(await on('2026-12-05')).toMatchObject({ kind: 'WORK', shift: { from: 990, to: 1980 } });
    expect(await on('2026-12-07')).toMatchObject({ kind: 'OFF', why: 'WEEKLY_DAY_OFF' });
    expect(await take(`${ROSTER}\ndrafter,2026-12-07,-`)).toEqual({ lines: 1, changed: 1 });
    expect(await on('2026-12-07')).toMatchObject({ kind: 'WORK' });
    expect(await refused(take(`${ROSTER}\ndrafter,2026-12-07,33:00-40:00`))).toBe('telework.hours_csv_rows');
  });

  it('of a roster may name every day of two years, and refuse what no calendar has', async () => {
    const day = (nth: number) => new Date(Date.UTC(2028, 0, 1 + nth)).toISOString().slice(0, 10);
    const shift = '8:30-17:15/10:00-10:05/12:00-13:00/15:00-15:05';
    const lines = Array.from({ length: 731 }, (_, nth) => `colleague,${day(nth)},${shift}`);
    const take = (csv: string) => call('other-section', 'POST /telework/roster/import', { csv });
    expect(await take([ROSTER, ...lines].join('\n'))).toEqual({ lines: 731, changed: 731 });
    for (const wrong of ['0000-01-01', '9999-12-31', '2026-02-30'])
      expect(await refused(take(`${ROSTER}\ncolleague,${wrong},${shift}`))).toBe('telework.hours_csv_rows');
    const breaks = Array(5_000).fill('12:00-12:01').join('/');
    expect(await refused(take(`${ROSTER}\ncolleague,2026-12-09,8:30-17:15/${breaks}`))).toBe('telework.hours_csv_rows');
  });

  it('T-09: do not reach into a month that is closed from one that is open', async () => {
    const id = await staffId('section-head');
    await city.test.owner.query(
      `insert into kaigi.telework_sheet (municipality_id, staff_id, month, closing_id) values ($1, $2, '2026-08', $2)`,
      [MINATO, id],
    );
    const set = async (from: string) => {
      const { version } = await call<WorkTermsView>('section-head', 'GET /telework/terms');
      const body = { staffId: id, version, from, employment: 'REGULAR', patternId: 'FULL_TIME' };
      return call<WorkTermsView>('other-section', 'POST /telework/terms', { body });
    };
    expect(await refused(set('2026-07-01'))).toBe('telework.month_closed');
    const list = (from: string) => `${TERMS}\nsection-head,${from},APPOINTEE,FULL_TIME`;
    const take = (csv: string) => call('other-section', 'POST /telework/terms/import', { csv });
    expect(await refused(take(list('2026-07-01')))).toBe('telework.hours_csv_rows');
    expect((await set('2026-09-01')).items.at(1)?.from).toBe('2026-09-01');
  });
});
