import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { FolderView, HandoverView, ScheduleChange } from '@kaigi/core/contract';
import { barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { aFolder, FOLDER } from '../record/record.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const held: FolderView = { ...aFolder, id: '0192d5a0-0000-7000-8000-0000000000f9', title: '後援の不承認' };
const rule = { period: '5年', action: 'DESTROY', endsOn: '2032-03-31', article: '規程 別表第2 第10項' } as const;
const change = (digest: string): ScheduleChange => ({
  ...{ digest, regulationVersion: 'minato/2027-04-01', shorter: 1, mayApply: true },
  items: [
    {
      ...{ kind: 'FOLDER', id: FOLDER, title: '後援の承認', unitName: '政策課', ruleId: 'A-04-03', before: rule },
      after: { ...rule, period: '3年', endsOn: '2030-03-31' },
    },
  ],
});

it('R-17: what is ready is taken over from the check list; R-13: exactly what was looked at of a changed schedule is approved', async () => {
  const { service } = desk;
  let items: HandoverView['items'] = [
    { folder: aFolder, lacks: [] },
    { folder: held, lacks: [{ code: 'records.lacks_open', said: '完結していない文書が2件あります' }] },
  ];
  let digest = 'a';
  const applied: unknown[] = [];
  const handed: unknown[] = [];
  const list = { fiscalYear: 2025, items: [aFolder], truncated: true, loose: 0, sections: [], maySeeSchedule: true };
  service.answer('GET /api/v1/folders', () => ({ body: list }));
  service.answer('GET /api/v1/handovers', () => ({
    body: { fiscalYear: 2025, items, truncated: false, mayHandOver: true },
  }));
  service.answer('POST /api/v1/handovers', ({ body }) => {
    handed.push(body);
    items = items.slice(1);
    return { body: { done: 1, already: 0 } };
  });
  service.answer('GET /api/v1/retention-changes', () => ({ body: change(digest) }));
  service.answer('POST /api/v1/retention-changes', ({ body }) => {
    applied.push(body);
    if ((body as { digest: string }).digest === digest) return { body: { changed: 1 } };
    const sentence = '確認した後に内容が変わりました。もう一度確認してください。';
    return { status: 409, body: service.world.problem(409, 'records.schedule_moved', sentence) };
  });
  const { page } = await desk.open('#/records/folders?fiscalYear=2025');
  const { lookOver, troubles } = lookingOver(page, 'folders', seriousTroubles);
  await page.getByTestId('cut-note').getByText('はじめの1件だけを表示しています').waitFor();
  await page.getByTestId('show-handover').click();
  await page.getByText('完結していない文書が2件あります').waitFor();
  expect(await page.getByTestId('handover-item').count()).toBe(2);
  expect(await page.getByTestId('handover-choose').count()).toBe(1);
  await page.getByTestId('handover-choose').check();
  await lookOver('handover');
  await page.getByTestId('handover-take').click();
  await page.getByTestId('act-submit').click();
  await page.getByTestId('handover-choose').waitFor({ state: 'detached' });
  expect(handed).toEqual([{ folders: [{ id: FOLDER, version: 1 }] }]);

  await page.getByRole('link', { name: '簿冊の一覧へ' }).click();
  await page.getByTestId('show-schedule').click();
  await page.getByText('1件が変わります。そのうち満了が早くなるものは1件です。').waitFor();
  await lookOver('schedule');
  await page.getByTestId('schedule-apply').click();
  await page.getByTestId('act-reason').fill('規程の改正');
  // It moves meanwhile: nothing is applied before somebody has looked again, and the reason stays.
  digest = 'b';
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('もう一度確認してください').waitFor();
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByTestId('schedule-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('schedule-apply').click();
  expect(await page.getByTestId('act-reason').inputValue()).toBe('規程の改正');
  await page.getByTestId('act-submit').click();
  await page.getByTestId('schedule-dialog').waitFor({ state: 'detached' });
  expect(applied).toEqual(['a', 'b'].map((one) => ({ digest: one, reason: '規程の改正' })));
  expect(troubles).toEqual({});
});

it('R-17: a 簿冊 passes to another section with a reason, for whom the service lets; what is refused stays typed', async () => {
  const { service } = desk;
  const there = { unitId: '01900000-0000-7000-8000-00000000be01', name: '財政課' };
  let [folder, mayPassOn] = [aFolder, true];
  const asked: unknown[] = [];
  service.answer('GET /api/v1/directory/units', () => ({
    body: {
      items: [{ ...there, code: 'zaisei', kind: 'SECTION', parentUnitId: null, head: null }],
      nextCursor: null,
    },
  }));
  service.answer(`GET /api/v1/folders/${FOLDER}`, () => ({
    body: { ...folder, contents: [], truncated: false, history: [], holds: [], mayPassOn },
  }));
  service.answer(`POST /api/v1/folders/${FOLDER}/section`, ({ body }) => {
    asked.push(body);
    if (asked.length === 1) {
      const sentence = '同じ年度・分類・題名の簿冊がすでにあります。';
      return { status: 409, body: service.world.problem(409, 'records.folder_exists', sentence) };
    }
    [folder, mayPassOn] = [{ ...aFolder, unitName: there.name, version: 2 }, false];
    return { body: null };
  });
  const { page } = await desk.open(`#/records/folders/${FOLDER}`);
  const { lookOver, troubles } = lookingOver(page, 'pass-on', seriousTroubles);
  await page.getByTestId('folder-pass-on').click();
  await page.getByText('この簿冊を政策課から別の課へ移します').waitFor();
  await page.getByTestId('act-submit').click();
  await page.getByText('入力してください').nth(1).waitFor();
  await page.getByTestId('directory-picker').click();
  await page.getByTestId('directory-picker').pressSequentially('財政');
  await page.getByRole('option', { name: '財政課' }).click();
  await page.getByTestId('act-reason').fill('令和9年4月1日の組織改編');
  await lookOver('dialog');
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('同じ年度・分類・題名の簿冊').waitFor();
  await page.getByTestId('act-submit').click();
  await page.getByTestId('pass-on-dialog').waitFor({ state: 'detached' });
  const wish = { version: 1, unitId: there.unitId, reason: '令和9年4月1日の組織改編' };
  expect(asked).toEqual([wish, wish]);
  await page.getByText('「後援の承認」を財政課へ移しました').first().waitFor();
  await page.getByTestId('folder-pass-on').waitFor({ state: 'detached' });
  expect(troubles).toEqual({});
});
