import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { FolderList, FolderView, KeepingView } from '@kaigi/core/contract';
import { atRest, barrierFinder, type FindBarriers, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;
beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ID = '0192d5a0-0000-7000-8000-000000000001';
const FOLDER = '0192d5a0-0000-7000-8000-0000000000f1';
const SENTENCE =
  '保存期間は5年です。完結の日の翌年度の4月1日から数えます。満了したら、廃棄することになります。起算日は令和9年4月1日、満了日は令和14年3月31日です。';
const retention: KeepingView['retention'] = {
  ...{ period: '5年', permanent: false, basis: 'COMPLETION', basisOn: '2026-11-21', startsOn: '2027-04-01' },
  ...{ endsOn: '2032-03-31', action: 'DESTROY', ruleId: 'A-04-03', article: 'みなと市文書取扱規程 別表第2 第10項' },
  ...{ regulationVersion: 'minato/2026-04-01', sentence: SENTENCE },
};
const story = [
  {
    at: '2026-11-21T01:00:00.000Z',
    act: 'LEVEL',
    said: '機密性を決めた',
    by: '起案 一郎',
    post: '主事',
    reason: '住所がある',
  },
  { at: '2026-11-20T01:00:00.000Z', act: 'KEPT', said: '保存を始めた', by: '起案 一郎', post: '主事', reason: null },
];
const record = {
  ...{ id: ID, kind: 'RECEIPT', state: 'FROZEN', title: '後援名義の使用の申請', fileVersion: 1, caseId: null },
  file: { sha256: 'a'.repeat(64), fileName: '後援申請.docx', mediaType: 'application/octet-stream', size: 20_000 },
  classification: { code: 'A-04-03', name: '後援・共催' },
  period: { ja: '5年', en: '5 years' },
  ...{ retentionYears: 5, frozenAt: '2026-11-20T01:00:00.000Z', registeredAt: '2026-11-20T01:00:00.000Z' },
  registeredBy: { staffId: 's', name: '起案 一郎', postTitle: '主事', unitName: '政策課' },
  documentNumber: {
    label: '政収第12号',
    symbol: '政収',
    fiscalYear: 2026,
    number: 12,
    date: '2026-11-20',
    dateWareki: '令和8年11月20日',
  },
};
const aKept = (more: Partial<KeepingView> = {}): KeepingView => ({
  ...{ recordId: ID, title: record.title, note: null, classification: record.classification, unitName: '政策課' },
  ...{ level: 'C3C', levelAnswers: null, onlyParticipants: false, sealed: false, createdOn: '2026-11-20' },
  ...{ issuedOn: null, completedOn: null, eventOn: null, retention, disposableFrom: null, medium: 'ELECTRONIC' },
  folder: { id: FOLDER, title: '後援の承認', fiscalYear: 2026 },
  holds: [
    {
      ...{
        id: 'h1',
        reason: 'DISCLOSURE',
        note: '開示請求第3号',
        on: 'RECORD',
        recordId: ID,
        folderId: null,
        title: '',
      },
      ...{ placedBy: '文書 主任', placedOn: '2026-11-21', decidedOn: null, until: null, version: 1 },
    },
  ],
  ...{
    custody: 'SECTION',
    state: 'KEPT',
    history: story,
    may: { describe: true, manage: false, complete: true },
    version: 2,
  },
  ...more,
});
const aFolder: FolderView = {
  ...{
    id: FOLDER,
    fiscalYear: 2026,
    title: '後援の承認',
    note: null,
    unitName: '政策課',
    unitId: 'u',
    custody: 'SECTION',
  },
  ...{ classification: record.classification, retention, disposableFrom: null, held: true, records: 3, open: 1 },
  ...{ mayManage: true, version: 1 },
};
const aList: FolderList = { fiscalYear: 2026, items: [aFolder], loose: 2, sections: [{ unitId: 'u', name: '政策課' }] };

it('R-11: the page of a record says how long it is kept, by which article and what holds it; R-07: 簿冊 are copied from last year', async () => {
  let kept = aKept();
  desk.service.answer(`GET /api/v1/records/${ID}`, () => ({ body: record }));
  desk.service.answer(`GET /api/v1/records/${ID}/keeping`, () => ({ body: kept }));
  desk.service.answer(`POST /api/v1/records/${ID}/keeping`, () => {
    kept = aKept({ completedOn: '2026-11-21', may: { describe: true, manage: false, complete: false }, version: 3 });
    return { body: kept };
  });
  desk.service.answer('GET /api/v1/folders', () => ({ body: aList }));
  desk.service.answer('POST /api/v1/folders/copy', () => ({ body: { made: 4, there: 1 } }));
  const contents = [
    {
      recordId: ID,
      title: record.title,
      level: 'C3C',
      createdOn: '2026-11-20',
      basisOn: null,
      custody: 'SECTION',
      state: 'KEPT',
    },
  ];
  desk.service.answer(`GET /api/v1/folders/${FOLDER}`, () => ({ body: { ...aFolder, contents, history: story } }));
  const { page, complaints } = await desk.open(`#/records/${ID}`);
  await page.getByTestId('retention').waitFor();
  expect(await page.getByTestId('retention').innerText()).toBe(SENTENCE);
  await page.getByText('みなと市文書取扱規程 別表第2 第10項').waitFor();
  await page.getByText('開示請求：開示請求第3号（終わりは未定）').waitFor();
  await shoot(page, 'record-page');
  expect(await seriousTroubles(page)).toEqual([]);
  await page.getByTestId('record-complete').click();
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
