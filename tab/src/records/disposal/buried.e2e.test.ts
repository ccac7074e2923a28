import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { atRest, barrierFinder, type FindBarriers } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { aList, aTombstone, ID } from './disposal.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ASKED = 'GET /api/v1/tombstones';
const receipt = { institution: '県立文書館', reference: '受入第7号', receivedOn: '2027-04-20' };
const hidden = '（件名は、この文書を見られる人にだけ表示します）';
const COPY =
  'SharePoint の写しは、設定から外れたライブラリ（b!old）から令和9年4月3日に手で削除したと、総括 花子が登録しました（ごみ箱も空にした）。このアプリは確かめていません。';
const ALL = [
  aTombstone(1),
  aTombstone(2, { action: 'TRANSFER', reason: '市史編さんに要る', receipt, copy: COPY }),
  aTombstone(3, { title: hidden, mayOpen: false, caseId: null }),
];
const asked = () =>
  desk.service.calls.filter(({ path }) => path.startsWith('/api/v1/tombstones')).map(({ path }) => path);

it('R-15: from the lists one comes to what was disposed of, and finds it by words and days', async () => {
  desk.service.answer('GET /api/v1/disposals', () => ({
    body: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items: [aList()], truncated: false, mayMake: null },
  }));
  desk.service.answer(ASKED, ({ path }) => {
    const q = new URL(path, desk.service.origin).searchParams.get('q');
    const items = q === '道路' ? [] : q === '政第1号' ? ALL.slice(0, 1) : ALL;
    return { body: { items, truncated: items.length > 1 } };
  });
  const { page, complaints } = await desk.open('#/records/disposals');
  await page.getByTestId('disposals-buried').click();
  await page.getByTestId('buried').nth(2).waitFor();
  await page.getByTestId('cut-note').getByText('はじめの3件だけを表示しています').waitFor();
  expect(await page.getByTestId('buried').nth(0).innerText()).toContain(
    '令和9年4月2日 / 政策課 / 文書 主任・総括 花子',
  );
  expect(await page.getByRole('link', { name: '政第1号' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: hidden }).count()).toBe(0);
  await page.getByTestId('buried-more').nth(1).click();
  await page.getByText('県立文書館（受入第7号、令和9年4月20日）').waitFor();
  await page.getByText(COPY).waitFor();
  await page.getByText(`第1版 ${'a1b2c3d4'.repeat(8)}`).waitFor();
  expect(await page.getByRole('link', { name: '廃棄・移管目録' }).getAttribute('href')).toContain(ID);
  await atRest(page);
  const { lookOver, troubles } = lookingOver(page, 'buried', seriousTroubles);
  await lookOver('list');
  expect(troubles).toEqual({});

  await page.getByTestId('buried-q').fill('政第1号');
  await page.getByTestId('buried-from').fill('2027-04-01');
  await page.getByTestId('buried-find').click();
  await page.getByTestId('buried').nth(1).waitFor({ state: 'detached' });
  expect(await page.getByTestId('buried').count()).toBe(1);
  expect(asked().at(-1)).toContain(new URLSearchParams({ q: '政第1号', from: '2027-04-01' }).toString());
  await page.getByTestId('buried-q').fill('道路');
  await page.getByTestId('buried-find').click();
  await page.getByText('当てはまる廃棄の記録はありません').waitFor();
  await shoot(page, 'buried-none');
  expect(complaints).toEqual([]);
});

it('R-15: what could not be asked for is asked for again; where nothing was disposed of, the page says so', async () => {
  desk.service.answer(ASKED, () => ({ status: 404, body: {} }));
  const { page } = await desk.open('#/records/disposals?show=buried');
  await page.getByTestId('retry-button').waitFor();
  await shoot(page, 'buried-failed');
  desk.service.answer(ASKED, () => ({ body: { items: [], truncated: false } }));
  await page.getByTestId('retry-button').click();
  await page.getByText('廃棄・移管した文書はありません').waitFor();
});

it('R-15: in English too', async () => {
  desk.service.answer(ASKED, () => ({ body: { items: ALL.slice(0, 2), truncated: false } }));
  const { page } = await desk.open('#/records/disposals?show=buried');
  await page.getByTestId('account-menu').click();
  await page.getByTestId('language-switch').click();
  await page.getByTestId('buried').nth(1).getByText('Transferred').waitFor();
  await page.getByTestId('buried-more').nth(1).click();
  await page.getByText('県立文書館 (受入第7号, 20 Apr 2027)').waitFor();
  await shoot(page, 'buried-english');
});
