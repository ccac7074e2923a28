import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Caller } from '../../shared/index.ts';
import { importPosts, MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { YearlyItemSchema, type YearlyItemView, YearlyPreviewSchema, YearlyViewSchema } from './contract.ts';

export const NOW = new Date('2026-11-24T10:00:00+09:00');
export const THIS_YEAR = 2026;
export const SECOND_WEDNESDAY = { kind: 'NTH_WEEKDAY', month: 4, nth: 2, weekday: 3 } as const;

let now = NOW;
export let city: TestCity;
export let seisaku: string;

/** A city hall for the tests of a file. */
export function withCity(): void {
  beforeAll(async () => {
    city = await testCity({ clock: { now: () => now } });
    seisaku = (await list('drafter')).unit.unitId;
  });
  afterAll(() => city.close());
  afterEach(async () => {
    await city.test.owner.query('delete from kaigi.schedules_yearly_item');
  });
}

/** The lists of posts as they are on a day, which it is from now on. */
export function reorganise(day: Date, lines: readonly string[]): Promise<void> {
  now = day;
  return importPosts(city.suite, MINATO, lines);
}

export async function call(what: string, name: string | Caller, { params = {}, query = {}, body = {} as object } = {}) {
  const route = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
  if (!route) throw new Error(`no such route ${what}`);
  const caller = typeof name === 'string' ? city.as(name) : name;
  const parsed = { query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {} };
  return route.handle(caller, { params, ...parsed, file: null });
}
export const LIST = '/schedules/yearly';
export const list = async (name: string | Caller, query: object = {}) =>
  YearlyViewSchema.parse(await call(`GET ${LIST}`, name, { query }));
export const preview = async (name: string, query: object = {}) =>
  YearlyPreviewSchema.parse(await call(`GET ${LIST}/next`, name, { query }));
export const add = async (name: string | Caller, body: object) =>
  YearlyItemSchema.parse(
    await call(`POST ${LIST}`, name, {
      body: { unit: seisaku, year: THIS_YEAR, title: '安全点検', rule: SECOND_WEDNESDAY, ...body },
    }),
  );
const said = ({ title, note, rule, date, days, daysBefore, version }: YearlyItemView) => ({
  ...{ title, note, rule, date, days, daysBefore, version },
});
export const change = (name: string, item: YearlyItemView, body: object = {}) =>
  call(`PATCH ${LIST}/{id}`, name, { params: { id: item.itemId }, body: { ...said(item), ...body } });
export const takeOver = async (name: string | Caller, items: readonly YearlyItemView[], more: object = {}) =>
  call(`POST ${LIST}/take-over`, name, {
    body: {
      ...{ unit: seisaku, year: THIS_YEAR },
      items: items.map(({ itemId, version }) => ({ itemId, version, date: '2027-04-14' })),
      ...more,
    },
  });
export const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  );
export const nextTitles = async () =>
  (await list('drafter', { year: 2027 })).items.map(({ title, date }) => [title, date]);
