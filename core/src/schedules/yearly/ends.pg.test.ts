import { afterEach, describe, expect, it } from '@jest/globals';
import { POSTS } from '../../testing/test-city.ts';
import {
  add,
  code,
  list,
  NOW,
  nextTitles,
  preview,
  reorganise,
  seisaku,
  THIS_YEAR,
  takeOver,
  withCity,
} from './yearly.fixture.ts';

withCity();

describe('S-17: 2098, the last year', () => {
  it('is not taken over, is not shown as if it could be, and 2099 is not read', async () => {
    const item = await add('drafter', { year: 2098, rule: { kind: 'BY_HAND' }, date: '2098-05-07' });
    const shown = await list('drafter', { year: 2098 });
    expect([shown.may, shown.items.length]).toEqual([{ edit: true, takeOver: false }, 1]);
    expect((await preview('drafter', { year: 2098 })).may.takeOver).toBe(false);
    const items = [{ itemId: item.itemId, version: 1, date: '2099-05-07' }];
    expect(await code(takeOver('drafter', [], { year: 2098, items }))).toBe('schedules.yearly_last_year');
    expect((await list('drafter', { year: 2097 })).may.takeOver).toBe(true);
    await expect(list('drafter', { year: 2099 })).rejects.toThrow();
  });
});

describe('S-17: after the reorganisation of 1 April', () => {
  const APRIL = new Date('2027-04-01T09:00:00+09:00');
  const heads = POSTS.filter((line) => !line.startsWith('seisaku'));
  const moved = [
    ...heads,
    'mirai,未来課,SECTION,kikaku,mirai-kacho,課長,SECTION_HEAD,1,section-head,0,,2027-04-01,',
    'mirai,未来課,SECTION,kikaku,mirai-shuji,主事,STAFF,0,drafter,0,,2027-04-01,',
  ];
  afterEach(() => reorganise(NOW, POSTS));

  it('a section with another name has its list still', async () => {
    await add('drafter', {});
    await reorganise(
      APRIL,
      POSTS.map((line) => line.replace(',政策課,', ',政策推進課,').replace('2026-04-01', '2027-04-01')),
    );
    const { unit, items, may } = await list('drafter', { year: THIS_YEAR });
    expect([unit, items.length, may.edit]).toEqual([{ unitId: seisaku, name: '政策推進課', former: false }, 1, true]);
  });

  it('what a section that is gone has left is given to another by the head above, once, and to nobody else', async () => {
    const [first, second] = [await add('drafter', {}), await add('drafter', { title: '棚卸し' })];
    await takeOver('drafter', [first]);
    await reorganise(APRIL, moved);
    const left = await list('department-head', { unit: seisaku, year: THIS_YEAR });
    expect([left.unit.former, left.items.length, left.may]).toEqual([true, 2, { edit: false, takeOver: true }]);
    expect((await list('department-head')).units.map(({ name }) => name)).toEqual(['企画部', '未来課', '政策課']);
    const { into, items } = await preview('department-head', { unit: seisaku, year: THIS_YEAR });
    expect(items.map(({ taken }) => taken).toSorted()).toEqual([false, true]);
    const mirai = into.find(({ name }) => name === '未来課')?.unitId;
    for (const nobody of ['drafter', 'section-head', 'other-section', 'general-affairs-head'])
      expect(await code(takeOver(nobody, [second], { into: mirai }))).toBe('schedules.yearly_unknown');
    expect(await code(takeOver('department-head', [second]))).toBe('schedules.yearly_no_such_heir');
    const { unitId: somu } = (await list('other-section')).unit;
    expect(await code(takeOver('department-head', [second], { into: somu }))).toBe('schedules.yearly_no_such_heir');
    expect(await code(takeOver('department-head', [second], { into: mirai }))).toBe('done');
    expect(await code(takeOver('department-head', [second], { into: mirai }))).toBe('schedules.yearly_taken_over');
    expect(await nextTitles()).toEqual([['棚卸し', '2027-04-14']]);
  });

  it('what it had taken over into the new year before its end stays in that year, on its days', async () => {
    await takeOver('drafter', [await add('drafter', {})]);
    await reorganise(APRIL, moved);
    const query = { unit: seisaku, year: 2027 };
    const { fiscalYear, items, into } = await preview('department-head', query);
    expect([fiscalYear, items.map(({ date }) => date)]).toEqual([2027, ['2027-04-14']]);
    const chosen = items.map(({ item }) => item);
    const mirai = into.find(({ name }) => name === '未来課')?.unitId;
    await takeOver('department-head', chosen, { ...query, into: mirai });
    expect(await nextTitles()).toEqual([['安全点検', '2027-04-14']]);
  });
});
