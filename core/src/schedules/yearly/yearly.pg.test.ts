import { describe, expect, it } from '@jest/globals';
import { YAMATO } from '../../testing/test-city.ts';
import { WeekViewSchema } from '../week/contract.ts';
import { type YearlyItemView, YearlyViewSchema } from './contract.ts';
import {
  add,
  call,
  change,
  city,
  code,
  LIST,
  list,
  nextTitles,
  preview,
  SECOND_WEDNESDAY,
  seisaku,
  THIS_YEAR,
  takeOver,
  withCity,
} from './yearly.fixture.ts';

withCity();

describe('S-17: the list of a section', () => {
  it('has its items by their days, with what stands against a day and when one begins to prepare', async () => {
    await add('drafter', { title: '予算要求', rule: { kind: 'BY_HAND' }, date: '2026-10-15', days: 2, daysBefore: 30 });
    await add('colleague', { title: '体育祭', rule: { ...SECOND_WEDNESDAY, month: 10, weekday: 1 } });
    await add('drafter', {});
    const { items, may, fiscalYear } = await list('drafter');
    expect(
      items.map(({ title, date, until, preparedFrom, doubts }) => [title, date, until, preparedFrom, doubts]),
    ).toEqual([
      ['安全点検', '2026-04-08', '2026-04-08', null, []],
      ['体育祭', '2026-10-12', '2026-10-12', null, [{ kind: 'HOLIDAY', name: 'スポーツの日' }]],
      ['予算要求', '2026-10-15', '2026-10-16', '2026-09-15', []],
    ]);
    expect([may.edit, fiscalYear]).toEqual([true, THIS_YEAR]);
  });

  it('is read by the heads above, kept by the section alone, and unknown to everybody else', async () => {
    const item = await add('drafter', {});
    const above = await list('department-head', { unit: seisaku });
    expect([above.items.length, above.may.edit]).toEqual([1, false]);
    expect((await list('department-head')).units.map(({ name }) => name)).toEqual(['企画部', '政策課']);
    expect(await code(add('department-head', {}))).toBe('schedules.yearly_not_yours');
    expect(await code(change('department-head', item))).toBe('schedules.yearly_not_yours');
    expect(await code(list('other-section', { unit: seisaku }))).toBe('schedules.yearly_unknown');
    expect(await code(change('other-section', item))).toBe('schedules.yearly_item_unknown');
    expect(await code(takeOver('other-section', [item]))).toBe('schedules.yearly_unknown');
    const yamato = city.as('drafter', { municipalityId: YAMATO });
    expect((await list(yamato)).items).toEqual([]);
    expect(await code(list(yamato, { unit: seisaku }))).toBe('schedules.yearly_unknown');
  });

  it.each([
    ['a day that no rule says', { rule: { kind: 'BY_HAND' } }, 'schedules.yearly_date_missing'],
    ['a day of another year', { date: '2027-04-01' }, 'schedules.yearly_other_year'],
    ['30 February', { rule: { kind: 'DAY', month: 2, day: 30, onDayOff: 'KEEP' } }, 'schedules.yearly_no_such_day'],
  ])('refuses %s', async (_, body, refusal) => {
    expect(await code(add('drafter', body))).toBe(refusal);
  });

  it('of two who change one item at once the second learns how it is now', async () => {
    const item = await add('drafter', {});
    const both = await Promise.all([
      code(change('drafter', item, { title: '防火点検' })),
      code(change('colleague', item, { title: '設備点検' })),
    ]);
    expect(both.toSorted()).toEqual(['done', 'schedules.yearly_stale']);
    const error = await change('colleague', item).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ present: { version: 2, title: expect.stringMatching(/防火|設備/) } });
    const query = { version: 2 };
    await call(`DELETE ${LIST}/{id}`, 'drafter', { params: { id: item.itemId }, query });
    expect((await list('drafter')).items).toEqual([]);
    const acts = await city.test.owner.query(
      `select act from kaigi.schedules_fact where subject_kind = 'yearly' and subject_id = $1 order by seq`,
      [item.itemId],
    );
    expect(acts.rows.map(({ act }) => act)).toEqual(['MADE', 'CHANGED', 'REMOVED']);
  });
});

describe('S-17: into the next fiscal year', () => {
  it('is shown before, with doubts and days that would do better', async () => {
    await add('drafter', { title: '研修', rule: { ...SECOND_WEDNESDAY, nth: 5 } });
    await add('drafter', { title: '予算要求', rule: { kind: 'BY_HAND' }, date: '2026-11-04' });
    const { items, fiscalYear, daysOff } = await preview('drafter');
    expect([fiscalYear, await nextTitles()]).toEqual([2027, []]);
    expect(daysOff).toEqual(
      expect.arrayContaining([
        { date: '2027-11-03', name: '文化の日' },
        { date: '2027-11-06', name: null },
      ]),
    );
    expect(items.map(({ item, date, doubts, instead, taken }) => [item.title, date, doubts, instead, taken])).toEqual([
      ['研修', '2027-04-28', [{ kind: 'NO_SUCH_DAY', name: null }], [], false],
      [
        '予算要求',
        '2027-11-03',
        [
          { kind: 'BY_HAND', name: null },
          { kind: 'HOLIDAY', name: '文化の日' },
        ],
        ['2027-11-02', '2027-11-04', '2027-11-10'],
        false,
      ],
    ]);
  });

  it('by two at once, and pressed again, goes over once', async () => {
    const items = [await add('drafter', {}), await add('drafter', { title: '棚卸し' })];
    const both = await Promise.all([code(takeOver('drafter', items)), code(takeOver('colleague', items))]);
    expect(both.toSorted()).toEqual(['done', 'schedules.yearly_taken_over']);
    expect(await code(takeOver('drafter', items))).toBe('schedules.yearly_taken_over');
    expect((await nextTitles()).length).toBe(2);
    expect((await preview('drafter')).items.map(({ taken }) => taken)).toEqual([true, true]);
  });

  it('the same call again, of which the answer was lost, gets the same answer', async () => {
    const items = [await add('drafter', {})];
    const caller = city.as('drafter', { idempotencyKey: '5b7a' });
    const first = await takeOver(caller, items);
    expect(await takeOver(caller, items)).toEqual(first);
    expect(await nextTitles()).toEqual([['安全点検', '2027-04-14']]);
  });

  it('takes nothing over where one item was changed meanwhile, is chosen twice, or lies in another year', async () => {
    const items = [await add('drafter', {}), await add('drafter', { title: '棚卸し' })];
    const [first, second] = items as [YearlyItemView, YearlyItemView];
    await change('colleague', second, { title: '備品の棚卸し' });
    expect(await code(takeOver('drafter', items))).toBe('schedules.yearly_changed_meanwhile');
    expect(await code(takeOver('drafter', [first, first]))).toBe('schedules.yearly_twice');
    const far = [{ itemId: first.itemId, version: 1, date: '2028-04-01' }];
    expect(await code(takeOver('drafter', [], { items: far }))).toBe('schedules.yearly_other_year');
    expect(await nextTitles()).toEqual([]);
  });

  it('what was removed there again can be taken over again', async () => {
    const items = [await add('drafter', {})];
    const next = YearlyViewSchema.parse(await takeOver('drafter', items)).items[0];
    await call(`DELETE ${LIST}/{id}`, 'drafter', { params: { id: next?.itemId ?? '' }, query: { version: 1 } });
    expect(await code(takeOver('drafter', items))).toBe('done');
  });
});

describe('S-17: in the week of the section', () => {
  const week = async (name: string, query: object = {}) =>
    WeekViewSchema.parse(await call('GET /schedules/week', name, { query: { days: 5, ...query } })).yearly;

  it('stands on its days and on the one on which it is to be prepared, for whoever may read the list', async () => {
    await add('drafter', { title: '防災訓練', rule: { kind: 'BY_HAND' }, date: '2026-11-26', days: 2, daysBefore: 3 });
    await add('drafter', { title: '予算編成', rule: { kind: 'BY_HAND' }, date: '2026-11-20', days: 5, note: '査定室' });
    await add('drafter', { title: '来週の行事', rule: { kind: 'BY_HAND' }, date: '2026-11-30' });
    const shown = await week('drafter');
    expect(shown.map(({ title, from, to, place }) => [title, from, to, place])).toEqual([
      ['予算編成', '2026-11-19T15:00:00.000Z', '2026-11-24T15:00:00.000Z', '査定室'],
      ['準備開始: 防災訓練', '2026-11-22T15:00:00.000Z', '2026-11-23T15:00:00.000Z', null],
      ['防災訓練', '2026-11-25T15:00:00.000Z', '2026-11-27T15:00:00.000Z', null],
    ]);
    expect((await week('department-head', { unit: seisaku })).length).toBe(3);
    expect(await week('other-section', { unit: seisaku })).toEqual([]);
    expect((await week('drafter', { unit: 'all' })).length).toBe(3);
    expect(await week('drafter', { people: '' })).toEqual([]);
  });
});
