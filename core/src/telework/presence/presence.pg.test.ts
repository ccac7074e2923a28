import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import { PresenceBoardSchema, PresenceQuerySchema, type PresenceRow } from './contract.ts';
import { at, DAY, type Days, daysIn } from './presence.fixture.ts';

let now = at('14:00');
let city: TestCity;
let days: Days;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  await importPosts(city.suite, MINATO, [
    ...POSTS.slice(0, -1),
    'jinji,人事課,SECTION,,jinji-in,主査,STAFF,0,auditor,0,PERSONNEL,2026-04-01,',
  ]);
  days = daysIn(city);
  await days.punch('section-head', 'START', at('08:25'));
  await days.punch('subsection-head', 'START', at('08:30'));
  await days.punch('subsection-head', 'PAUSE', at('13:40'));
  await days.punch('drafter', 'START', at('08:31'));
  await days.approve('drafter', { kind: 'TELEWORK', date: DAY, detail: { kind: 'HOME', place: 'OWN_HOME' } });
  await days.approve('colleague', { kind: 'LEAVE', date: DAY, detail: { kind: 'ANNUAL' } });
});
afterAll(() => city.close());

const routeOf = (method: string, path: string) => {
  const found = city.suite.routes.find((one) => one.path === path && one.method === method);
  if (!found) throw new Error(`no such route ${path}`);
  return found;
};
const board = async (name: string, query: object = {}, more: object = {}) =>
  PresenceBoardSchema.parse(
    await routeOf('GET', '/telework/presence').handle(city.as(name, more), {
      ...{ params: {}, query: PresenceQuerySchema.parse(query), body: {}, file: null },
    }),
  );
const rows = (items: readonly PresenceRow[]) =>
  Object.fromEntries(items.map((row) => [row.person.name.replace('見本 ', ''), row]));
const type = async (name: string, argument: string, locale: 'ja' | 'en' = 'ja') => {
  const command = city.suite.commands.find(({ words }) => words.includes('在席'));
  const [message] = (await command?.handle(city.as(name, { via: 'teams', locale }), argument)) ?? [];
  return message?.kind === 'text' ? message.text : JSON.stringify(message?.card);
};

describe('T-13: the board', () => {
  it('shows the people of one’s own section and of the 係 below it, each where they are', async () => {
    const { items, path, counts } = await board('drafter');
    expect(path.map(({ name }) => name)).toEqual(['企画部', '政策課']);
    expect(items.map(({ person, state }) => [person.name, state])).toEqual([
      ['見本 section-head', 'OFFICE'],
      ['見本 subsection-head', 'PAUSED'],
      ['見本 colleague', 'LEAVE'],
      ['見本 drafter', 'HOME'],
    ]);
    expect(counts).toMatchObject({ OFFICE: 1, PAUSED: 1, LEAVE: 1, HOME: 1, OUT: 0 });
    expect(rows(items).drafter).toMatchObject({ since: at('08:31').toISOString(), planned: 'HOME', where: null });
  });

  it('shows other units, alone or with those below, and all of the city hall', async () => {
    const all = await board('other-section', { unit: 'all' });
    expect(all.items).toHaveLength(8);
    const top = all.units.find(({ name }) => name === '企画部')?.unitId;
    const { items, units } = await board('other-section', { unit: top, below: 'false' });
    expect([items.map(({ person }) => person.postTitle), units.map(({ name }) => name)]).toEqual([
      ['部長'],
      ['政策課'],
    ]);
    expect((await board('other-section', { unit: top })).items).toHaveLength(5);
  });

  it('tells everybody that it is leave, and only those above and personnel which', async () => {
    const detail = async (name: string) => rows((await board(name, { unit: 'all' })).items).colleague?.detail;
    for (const name of ['drafter', 'other-section']) expect(await detail(name)).toBeNull();
    for (const name of ['colleague', 'subsection-head', 'section-head', 'auditor'])
      expect(await detail(name)).toBe('年次有給休暇');
  });

  it('knows nothing of another municipality', async () => {
    const { items } = await board('drafter', { unit: 'all' }, { municipalityId: YAMATO });
    expect(items.map(({ state }) => state)).not.toContain('HOME');
    const { units } = await board('drafter', { unit: 'all' });
    await expect(board('drafter', { unit: units[0]?.unitId }, { municipalityId: YAMATO })).rejects.toMatchObject({
      code: 'telework.presence_unit_unknown',
    });
  });

  it('answers in the chat where a person is, who of a unit, and of one’s own section', async () => {
    const section = await type('drafter', '');
    expect(section).toContain('政策課の在席（14:00 現在、4人）');
    expect(section).toContain('https://kaigi.example/presence');
    expect(await type('other-section', '見本 drafterさん')).toBe(
      '政策係 主事 見本 drafter：在宅勤務（8:31 から）　いま10分の空きがあります',
    );
    expect(await type('other-section', 'colleague')).toBe('政策係 主事 見本 colleague：休暇　次の空き 11/25 8:30～');
    expect(await type('drafter', '企画部')).toContain('政策係 主事 見本 drafter：在宅勤務（8:31 から）');
    expect(await type('drafter', '見知らぬ人')).toContain('「見知らぬ人」という職員や所属は見つかりません');
    expect(await type('drafter', 'section-head', 'en')).toContain('At the office');
  });

  it('follows what is said and approved meanwhile', async () => {
    const whereabouts = routeOf('POST', '/telework/whereabouts');
    const body = whereabouts.body?.parse({ said: '外出 県庁 17時' });
    await whereabouts.handle(city.as('section-head'), { params: {}, query: {}, body, file: null });
    expect(rows((await board('drafter')).items)['section-head']).toMatchObject({
      ...{ state: 'OUT', source: 'WHEREABOUTS', where: '県庁', until: at('17:00').toISOString() },
    });
    now = at('17:00');
    expect(rows((await board('drafter')).items)['section-head']?.state).toBe('OFFICE');
  });

  it('tells open pages that somebody moved, and nothing more', async () => {
    const heard: unknown[] = [];
    const stop = city.suite.onChange((fact) => {
      if (fact.topic === 'telework/presence-changed') heard.push(fact);
    });
    await city.suite.startJobs();
    // Until the ear is at the wire, what is said may pass it by.
    await until(async () => {
      await days.punch('drafter', 'PAUSE', at('14:10'));
      await quiet(city.test);
      return heard.length > 0;
    });
    stop();
    expect(heard[0]).toEqual({ municipalityId: MINATO, topic: 'telework/presence-changed', payload: {} });
  });
});
