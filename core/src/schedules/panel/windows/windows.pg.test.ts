import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestCity, YAMATO } from '../../../testing/test-city.ts';
import { at, type CallRoute, calling, iso } from '../../bookings/booking.fixture.ts';
import type { Times } from '../explanations/contract.ts';
import { casesIn, cityWithMayor } from '../panel.fixture.ts';
import type { WindowsView, WindowView } from './contract.ts';

const now = at('09:02');
let city: TestCity;
let call: CallRoute;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  city = await cityWithMayor(() => now);
  call = calling(city);
  for (const name of ['drafter', 'section-head', 'secretary', 'mayor'])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());

const PATH = '/schedules/windows';
const read = async (as: string, staffId?: string) =>
  (await call(`GET ${PATH}`, { as, query: staffId === undefined ? {} : { staffId } })) as WindowsView;
const add = async (as: string, more: object = {}, key?: string) =>
  (await call(`POST ${PATH}`, {
    as,
    ...(key === undefined ? {} : { key }),
    body: { weekday: 2, from: '16:00', to: '17:00', minutes: 15, ...more },
  })) as WindowView;
const change = (as: string, windowId: string, body: object) => call(`PATCH ${PATH}/{id}`, { as, id: windowId, body });
const refused = (code: string) => expect.objectContaining({ code });

describe('S-10: windows of executives', () => {
  it('are made, changed and removed by their secretary, each time written down with who did it', async () => {
    const mine = { staffId: id('mayor') };
    expect((await read('secretary')).people.map(({ postTitle }) => postTitle)).toEqual(['主査', '市長']);
    const one = await add('secretary', mine);
    expect(await change('secretary', one.windowId, { to: '16:30', version: 1 })).toMatchObject({
      to: '16:30',
      version: 2,
    });
    const entry = {
      staffId: id('mayor'),
      subject: '表敬訪問',
      from: iso('13:00'),
      to: iso('14:00'),
      status: 'TENTATIVE',
    };
    await call('POST /schedules/entries', { as: 'secretary', body: entry });
    const view = await read('secretary', id('mayor'));
    expect(view).toMatchObject({ mayEdit: true, items: [{ weekday: 2, from: '16:00', to: '16:30', minutes: 15 }] });
    expect(view.history.map(({ by, line }) => [by.name, line])).toEqual(
      expect.arrayContaining([
        ['見本 secretary', '火曜 16:00–17:00 の説明枠を入れました'],
        ['見本 secretary', '火曜 16:00–16:30 の説明枠に変えました'],
        ['見本 secretary', expect.stringMatching(/^表敬訪問（.*13:00–14:00・仮）を入れました$/u)],
      ]),
    );
    await call(`DELETE ${PATH}/{id}`, { as: 'secretary', id: one.windowId, query: { version: '2' } });
    expect((await read('mayor')).items).toEqual([]);
  });

  it('are nobody else’s to change, nor is their history theirs to read; everybody keeps their own', async () => {
    const one = await add('mayor', { weekday: 4 });
    await expect(add('drafter', { staffId: id('mayor') })).rejects.toEqual(refused('schedules.window_not_yours'));
    await expect(add('secretary', { staffId: id('section-head') })).rejects.toEqual(
      refused('schedules.window_not_yours'),
    );
    await expect(change('drafter', one.windowId, { to: '18:00', version: 1 })).rejects.toEqual(
      refused('schedules.window_not_yours'),
    );
    const seen = await read('drafter', id('mayor'));
    expect([seen.mayEdit, seen.history, seen.items.length, seen.people.length]).toEqual([false, [], 1, 1]);
    const elsewhere = { more: { municipalityId: YAMATO }, query: { staffId: id('mayor') } };
    await expect(call(`GET ${PATH}`, elsewhere)).rejects.toEqual(refused('schedules.window_nobody'));
    expect(await add('drafter')).toMatchObject({ version: 1 });
  });

  it('do not lie over each other, are made once, and a stale change is refused with the present one', async () => {
    const twice = () => add('section-head', {}, 'once');
    const [one, again] = [await twice(), await twice()];
    expect(again).toEqual(one);
    const both = await Promise.allSettled([add('section-head', { weekday: 3 }), add('section-head', { weekday: 3 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(add('section-head', { from: '16:30', to: '17:30' })).rejects.toEqual(
      refused('schedules.window_overlaps'),
    );
    await change('section-head', one.windowId, { minutes: 30, version: 1 });
    await expect(change('section-head', one.windowId, { minutes: 10, version: 1 })).rejects.toMatchObject({
      ...{ code: 'schedules.window_stale', present: { minutes: 30, version: 2 } },
    });
    expect(() =>
      call(`POST ${PATH}`, { body: { weekday: 7, from: '25:00', to: '26:00', minutes: 7 } }),
    ).rejects.toThrow();
  });

  it('are where explanations are offered, as long as each says', async () => {
    const { id: caseId } = await casesIn(city).submitted();
    const query = { caseId, staffId: id('section-head') };
    const times = (await call(`GET /schedules/explanations/times`, { query })) as Times;
    expect(times).toEqual({
      keepsWindows: true,
      items: [
        { from: iso('16:00'), to: iso('16:30') },
        { from: iso('16:30'), to: iso('17:00') },
        { from: iso('16:00', '2026-12-02'), to: iso('16:15', '2026-12-02') },
      ],
    });
    const ask = (at: string) => call('POST /schedules/explanations', { body: { ...query, at } });
    await expect(ask(iso('10:00'))).rejects.toEqual(refused('schedules.explanation_time'));
    expect(await ask(iso('16:30'))).toMatchObject({ from: iso('16:30'), to: iso('17:00') });
  });
});
