import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { CapturedAgain, FolderList, FolderView, ReadingPartView } from '@kaigi/core/contract';
import type { Page } from 'playwright-core';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { lookingOver } from '../../testing/looking-over.ts';
import { BOX_ID } from '../../testing/stand-in-shelf.ts';
import { aFolder, aKept, aRecord, check, FOLDER, ID, MAY, openings, SENTENCE, story } from './record.fixture.ts';

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
  truncated: false,
  loose: 2,
  sections: [{ unitId: 'u', name: '政策課' }],
  maySeeSchedule: true,
};

async function saved(page: Page, testId: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).click()]);
  return readFile(await download.path(), 'utf8');
}

it('R-20: who opened it is asked for again where it could not be told', async () => {
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: aRecord }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: aKept() }));
  desk.service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  desk.service.answer(`GET /api/v1/records/${ID}/box`, () => ({ body: { box: null } }));
  const asked = `GET /api/v1/records/${ID}/readings`;
  desk.service.answer(asked, () => ({ status: 404, body: {} }));
  const { page } = await desk.open(`#/records/${ID}`);
  const openingsPart = page.getByRole('region', { name: '閲覧の記録' });
  await openingsPart.getByTestId('retry-button').waitFor();
  await shoot(page, 'record-openings-failed');
  desk.service.answer(asked, () => ({ body: openings }));
  await openingsPart.getByTestId('retry-button').click();
  await openingsPart.getByTestId('opening').first().waitFor();
  expect(await openingsPart.getByTestId('retry-button').count()).toBe(0);
});

it('R-11: the page of a record says how long it is kept, by which article and what holds it; R-07: 簿冊 are copied from last year', async () => {
  const [hold] = aKept().holds;
  const over = hold ? [{ ...hold, id: 'h0', note: '開示請求第1号', until: '2021-04-01', mayEnd: false }] : [];
  let kept = aKept({ holds: [...aKept().holds, ...over] });
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: aRecord }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: kept }));
  desk.service.answer(`POST /api/v1/records/${ID}/keeping`, () => {
    kept = aKept({ completedOn: '2026-11-21', may: { ...MAY, complete: false }, version: 3 });
    return { body: kept };
  });
  desk.service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  desk.service.answer(`GET /api/v1/records/${ID}/readings`, () => ({ body: openings }));
  const place = { store: '本庁書庫', shelf: 'A-1' };
  desk.service.answer(`GET /api/v1/records/${ID}/box`, () => ({
    body: { box: { id: BOX_ID, code: 'B000001', title: '照会・回答', place, isLent: true } },
  }));
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
    body: { ...aFolder, contents, truncated: false, history: story, holds: [], mayPassOn: true },
  }));
  const { page, complaints } = await desk.open(`#/records/${ID}`);
  await page.getByTestId('retention').waitFor();
  expect(await page.getByTestId('retention').innerText()).toBe(SENTENCE);
  await page.getByText('みなと市文書取扱規程 別表第2 第10項').waitFor();
  await page.getByText('開示請求：開示請求第3号（終わりは未定）').waitFor();
  await page.getByText('開示請求：開示請求第1号（令和3年4月1日に終わりました）').waitFor();
  const box = page.getByTestId('record-box');
  expect(await box.getAttribute('href')).toBe(`#/records/paper/${BOX_ID}`);
  await page.getByText('B000001 照会・回答（本庁書庫 A-1） 貸出し中です。').waitFor();
  // who opened it, and where the name is not kept any more.
  const opened = page.getByTestId('opening');
  await opened.nth(1).waitFor();
  expect(await opened.nth(0).innerText()).toContain('政策課 課長 課長 見本');
  expect(await opened.nth(1).innerText()).toContain('名前は残っていません');
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
  await page.getByText('4冊を作りました（作成済み 1冊）').first().waitFor();
  await shoot(page, 'folders-page');
  await page.setViewportSize({ width: 360, height: 800 });
  await atRest(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await shoot(page, 'folders-page-phone');
  expect(complaints).toEqual([]);
});

it('R-27: the page of captured messages leads to the records that hold them too, and says which came later', async () => {
  const LATER = '0192d5a0-0000-7000-8000-000000000007';
  const captured = { ...aRecord, file: { ...aRecord.file, fileName: 'やりとり.json', mediaType: 'application/json' } };
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: captured }));
  desk.service.answer(`GET /api/v1/records/${LATER}`, () => ({ body: { ...captured, id: LATER } }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: aKept() }));
  desk.service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  desk.service.answer(`GET /api/v1/records/${ID}/readings`, () => ({ body: openings }));
  desk.service.answer(`GET /api/v1/records/${ID}/box`, () => ({ body: { box: null } }));
  const again: CapturedAgain = {
    ...{ recordId: ID, truncated: false },
    items: [
      { recordId: LATER, title: '編集の後のやりとり', number: '政収第13号', filedOn: '2026-11-23', relation: 'LATER' },
      { recordId: FOLDER, title: '後のファイル', number: null, filedOn: '2026-11-22', relation: 'FILES' },
    ],
  };
  desk.service.answer(`GET /api/v1/records/${ID}/captures`, () => ({ body: again }));
  const { page, complaints } = await desk.open(`#/records/${ID}`);
  const { lookOver, troubles } = lookingOver(page, 'record', seriousTroubles);
  const part = page.getByRole('region', { name: '同じメッセージを取り込んだ文書' });
  await part.getByText('この文書の後にあらためて登録').waitFor();
  await part.getByText('この文書に取り込めなかったファイルを後から登録').waitFor();
  await part.scrollIntoViewIfNeeded();
  await lookOver('captures');
  await part.getByRole('link', { name: '政収第13号 編集の後のやりとり' }).click();
  await page.waitForURL(new RegExp(`#/records/${LATER}$`));
  expect(troubles).toEqual({});
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

it('R-07: a section in its first year makes a 簿冊 by itself; what was refused stays typed', async () => {
  const items: FolderView[] = [];
  const asked: unknown[] = [];
  desk.service.answer('GET /api/v1/folders', () => ({ body: { ...aList, items, maySeeSchedule: false } }));
  desk.service.answer('GET /api/v1/regulations/classifications', () => ({
    body: {
      items: [
        {
          ...{ code: 'A-04-03', path: '総務 ＞ 広報 ＞ 後援・共催', retentionYears: 5, article: '別表第2 第10項' },
          ...{ period: { ja: '5年', en: '5 years' }, suggested: false },
        },
      ],
    },
  }));
  desk.service.answer('POST /api/v1/folders', ({ body }) => {
    asked.push(body);
    const sentence = 'その課・年度・分類に同じ名称の簿冊があります。';
    if (asked.length === 1)
      return { status: 409, body: desk.service.world.problem(409, 'records.folder_exists', sentence) };
    items.push(aFolder);
    return { status: 201, body: aFolder };
  });
  desk.service.world.me = { ...desk.service.world.me, roles: ['RECORDS_OFFICER'] };
  const { page } = await desk.open('#/records/folders?fiscalYear=2026');
  const { lookOver, troubles } = lookingOver(page, 'folders', seriousTroubles);
  await page.getByTestId('empty').getByTestId('folders-make').waitFor();
  await page.getByTestId('show-loose').waitFor();
  expect(await page.getByTestId('show-loose').getAttribute('href')).toBe('#/records/todo');
  await lookOver('empty');
  await page.getByTestId('folders-make').click();
  await page.getByTestId('act-submit').click();
  await page.getByText('入力してください').first().waitFor();
  await page.getByTestId('make-folder-title').fill('後援の承認');
  await page.getByTestId('classification').fill('後援');
  await page.getByRole('option', { name: '後援・共催' }).click();
  await page.getByText('保存期間 5年').waitFor();
  await lookOver('make');
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-error').getByText('同じ名称の簿冊があります').waitFor();
  expect(await page.getByTestId('make-folder-title').inputValue()).toBe('後援の承認');
  await page.getByTestId('make-folder-title').fill('後援の承認 2');
  await page.getByTestId('act-submit').click();
  await page.getByTestId('folder').waitFor();
  await page.getByTestId('make-folder-dialog').waitFor({ state: 'detached' });
  const folder = { classificationCode: 'A-04-03', unitId: 'u', fiscalYear: 2026 };
  expect(asked).toEqual(['後援の承認', '後援の承認 2'].map((title) => ({ ...folder, title })));
  expect(troubles).toEqual({});
});

it('R-19: the words of a record are asked for when somebody opens them, and again after an error', async () => {
  const part: ReadingPartView = {
    ...{ key: 'document', title: aRecord.title, fileName: '後援申請.docx', sha256: 'a'.repeat(64), size: 20_000 },
    ...{
      kind: 'WORD',
      html: '<p>次の行事の後援を申請します。</p>',
      pageCount: 1,
      counted: 'WORD',
      notes: ['COMMENTS'],
    },
  };
  let reads = 0;
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: aRecord }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: aKept() }));
  desk.service.answer(`GET /api/v1/records/${ID}/proof/check`, () => ({ body: check }));
  desk.service.answer(`GET /api/v1/records/${ID}/reading`, () => {
    reads += 1;
    const sentence = 'いまは文書を読み出せません。';
    return reads === 1
      ? { status: 404, body: desk.service.world.problem(404, 'records.not_found', sentence) }
      : { body: part };
  });
  const { page } = await desk.open(`#/records/${ID}`);
  const { lookOver, troubles } = lookingOver(page, 'record', seriousTroubles);
  await page.getByTestId('retention').waitFor();
  await page.getByText('この文書は登録の後に変わっていません。').waitFor();
  expect(reads).toBe(0);
  await page.getByTestId('reading-button').click();
  await page.getByTestId('error').getByText('いまは文書を読み出せません。').waitFor();
  await lookOver('reading-error');
  await page.getByTestId('error').getByRole('button').click();
  await page.getByText('次の行事の後援を申請します。').waitFor();
  await page.getByTestId('reading-part').getByText('コメントが付いています。').waitFor();
  await lookOver('reading');
  await page.getByTestId('reading-button').click();
  await page.getByTestId('reading-part').waitFor({ state: 'detached' });
  await page.getByTestId('reading-button').click();
  await page.getByTestId('reading-part').waitFor();
  // What was read a moment ago is not asked for again: to open it is noted.
  expect(reads).toBe(2);
  expect(troubles).toEqual({});
});
