import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { FolderList } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { aFolder, aKept, aRecord, check, FOLDER, ID, MAY, SENTENCE, story } from './record.fixture.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const aList: FolderList = {
  fiscalYear: 2026,
  items: [aFolder],
  loose: 2,
  sections: [{ unitId: 'u', name: '政策課' }],
  maySeeSchedule: true,
};

async function saved(page: Page, testId: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return readFile(await download.path(), 'utf8');
}

it('R-11: the page of a record says how long it is kept, by which article and what holds it; R-07: 簿冊 are copied from last year', async () => {
  let kept = aKept();
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: aRecord }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: kept }));
  desk.service.answer(`POST /api/v1/records/${ID}/keeping`, () => {
    kept = aKept({ completedOn: '2026-11-21', may: { ...MAY, complete: false }, version: 3 });
    return { body: kept };
  });
  desk.service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  desk.service.answer(`GET /api/v1/records/${ID}/proof`, () => ({ body: { format: 'kaigi-record-proof/1' } }));
  desk.service.answer('GET /api/v1/folders', () => ({ body: aList }));
  desk.service.answer('POST /api/v1/folders/copy', () => ({ body: { made: 4, there: 1 } }));
  const contents = [
    {
      recordId: ID,
      title: aRecord.title,
      level: 'C3C',
      createdOn: '2026-11-20',
      basisOn: null,
      custody: 'SECTION',
      state: 'KEPT',
    },
  ];
  desk.service.answer(`GET /api/v1/folders/${FOLDER}`, () => ({
    body: { ...aFolder, contents, history: story, holds: [], mayPassOn: true },
  }));
  const { page, complaints } = await desk.open(`#/records/${ID}`);
  await page.getByTestId('retention').waitFor();
  expect(await page.getByTestId('retention').innerText()).toBe(SENTENCE);
  await page.getByText('みなと市文書取扱規程 別表第2 第10項').waitFor();
  await page.getByText('開示請求：開示請求第3号（終わりは未定）').waitFor();
  await shoot(page, 'record-page');
  expect(await seriousTroubles(page)).toEqual([]);
  await page.getByText('この文書は登録の後に変わっていません。').waitFor();
  await page.getByText('第1版「後援申請.docx」：登録のときと同じです').waitFor();
  expect(await saved(page, 'proof-download')).toBe('{"format":"kaigi-record-proof/1"}');
  await page.getByTestId('record-complete').click();
  await page.getByTestId('act-submit').click();
  await page.getByTestId('record-complete').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '令和8年度 後援の承認' }).click();
  await page.getByTestId('folder-record').waitFor();
  await shoot(page, 'folder-page');
  await page.getByRole('link', { name: '簿冊の一覧へ' }).click();
  await page.getByTestId('folder').waitFor();
  await page.getByTestId('folders-copy').click();
  await page.getByText('4 冊を作りました（作成済み 1 冊）').first().waitFor();
  await shoot(page, 'folders-page');
  await page.setViewportSize({ width: 360, height: 800 });
  await atRest(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await shoot(page, 'folders-page-phone');
  expect(complaints).toEqual([]);
});
