import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, directoryBench, line, MINATO } from './directory.fixture.ts';
import { createDirectoryLists } from './index.ts';
import type { DirectoryLists } from './lists-service.ts';

let city: Bench;
let lists: DirectoryLists;
const BUCHO = line({ unit: 'kikaku', unitName: '企画部', post: 'bucho', title: '部長', head: true });
const HEAD = line({ post: 'kacho', title: '課長', head: true, who: 'head', above: 'kikaku' });
const DRAFTER = line({ post: 'shuji', who: 'drafter', above: 'kikaku' });
const BESIDE = line({
  unit: 'kikaku',
  unitName: '企画部',
  post: 'tanto',
  title: '担当',
  who: 'drafter',
  concurrent: true,
});
const NEXT = line({
  unit: 'dx',
  unitName: 'ＤＸ推進課',
  post: 'dx',
  who: 'personnel',
  roles: 'PERSONNEL',
  from: '2027-04-01',
});
const NOW = line({ unit: 'jinji', unitName: '人事課', post: 'jinji', who: 'personnel', roles: 'PERSONNEL' });

beforeEach(async () => {
  city = await directoryBench();
  lists = createDirectoryLists({ db: city.test.db, clock: city.clock, directory: city.directory });
  await city.people('head', 'drafter', 'personnel');
  await city.import([BUCHO, HEAD, DRAFTER, BESIDE, NOW, NEXT]);
});
afterEach(() => city.test.close());

const caller = (name = 'drafter') => city.caller(name);
const staffFound = async (q: string) =>
  (await lists.staff(caller(), { q })).items.map(({ signInName }) => signInName.split('@')[0]);

describe('the list of units', () => {
  it('has every unit of today with its head, also a vacant one', async () => {
    const { items } = await lists.units(caller(), { q: '' });
    expect(items.map(({ code, head }) => [code, head?.title ?? null, head?.holders.map(({ name }) => name)])).toEqual([
      ['jinji', null, undefined],
      ['kikaku', '部長', []],
      ['seisaku', '課長', ['見本 head']],
    ]);
    const kikaku = items.find(({ code }) => code === 'kikaku')?.unitId ?? '';
    expect((await lists.units(caller(), { q: '', unitId: kikaku })).items.map(({ name }) => name)).toEqual(['政策課']);
  });

  it('O-01: of a day to come is for personnel and general affairs only', async () => {
    const asked = { q: 'dx', on: '2027-04-01' };
    for (const ask of [lists.units, lists.posts])
      await expect(ask(caller(), asked)).rejects.toMatchObject({ code: 'directory.embargo' });
    expect((await lists.units(caller('personnel'), asked)).items).toMatchObject([{ code: 'dx', name: 'ＤＸ推進課' }]);
    expect((await lists.units(caller(), { q: 'dx' })).items).toEqual([]);
    city.at('2027-03-31T15:00:00Z');
    expect((await lists.units(caller(), asked)).items).toHaveLength(1);
    expect((await lists.units(caller(), { q: '', on: '2026-04-01' })).items).toHaveLength(3);
  });
});

describe('the list of posts', () => {
  it('has who holds each, and finds them by unit and title', async () => {
    const found = await lists.posts(caller(), { q: '政策課長' });
    expect(found).toMatchObject({
      items: [{ code: 'kacho', unitName: '政策課', holders: [{ name: '見本 head', concurrent: false }] }],
      nextCursor: null,
    });
    expect((await lists.posts(caller(), { q: '部長' })).items).toMatchObject([{ code: 'bucho', holders: [] }]);
  });
});

describe('the list of staff', () => {
  it('is found by name, sign-in name, unit and post, in any width and order of words', async () => {
    expect(await staffFound('見本head')).toEqual(['head']);
    expect(await staffFound('ＨＥＡＤ')).toEqual(['head']);
    expect(await staffFound('主事　政策課')).toEqual(['drafter']);
    expect(await staffFound('')).toEqual(['drafter', 'head', 'personnel']);
    expect(await staffFound('%_')).toEqual([]);
  });

  it('shows main post first, then 兼務', async () => {
    const { items } = await lists.staff(caller(), { q: 'drafter' });
    expect(items[0]?.posts.map(({ unitName, title, concurrent }) => [unitName, title, concurrent])).toEqual([
      ['政策課', '主事', false],
      ['企画部', '担当', true],
    ]);
  });

  it('comes in pages, each person once, and refuses a torn cursor', async () => {
    const names = Array.from({ length: 120 }, (_, n) => `p${n}`);
    await city.people('head', 'drafter', 'personnel', ...names);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lists.staff(caller(), { q: '', ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ signInName }) => signInName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([seen.length, new Set(seen).size]).toEqual([123, 123]);
    await expect(lists.staff(caller(), { q: '', cursor: 'AA' })).rejects.toMatchObject({
      code: 'directory.bad_cursor',
    });
  });

  it('leaves out who can no longer sign in, and refuses strangers', async () => {
    await city.people('drafter');
    expect(await staffFound('見本')).toEqual(['drafter']);
    const stranger = { ...city.caller('stranger'), municipalityId: MINATO };
    await expect(lists.staff(stranger, { q: '' })).rejects.toMatchObject({ code: 'directory.unknown_person' });
  });
});
