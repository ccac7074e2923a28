import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { pressRetry } from '../testing/press-retry.ts';
import { theStatistics } from '../testing/stats.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

interface PageUnderTest {
  readonly name: string;
  readonly route: string;
  readonly endpoint: string;
  /** What shows that the data is there. */
  readonly data: string;
  readonly empty: unknown;
}

const NO_CASES = { items: [], nextCursor: null };
const PAGES: readonly PageUnderTest[] = [
  { name: 'the inbox', route: '#/inbox', endpoint: 'GET /api/v1/cases', data: 'case-row', empty: NO_CASES },
  { name: 'my drafts', route: '#/drafted', endpoint: 'GET /api/v1/cases', data: 'case-row', empty: NO_CASES },
  { name: 'all cases', route: '#/all', endpoint: 'GET /api/v1/cases', data: 'case-row', empty: NO_CASES },
  {
    name: 'the board',
    route: '#/board',
    endpoint: 'GET /api/v1/stats/board',
    data: 'board-row',
    empty: { items: [], units: [], total: 0, overdue: 0, nextCursor: null },
  },
  {
    name: 'the statistics',
    route: '#/statistics',
    endpoint: 'GET /api/v1/stats/approvals',
    data: 'stat-rate',
    empty: theStatistics({ decided: 0, returns: { returnedCases: 0, cases: 0 } }),
  },
  {
    name: 'the register',
    route: '#/records',
    endpoint: 'GET /api/v1/register',
    data: 'register-row',
    empty: { fiscalYear: 2026, fiscalYearLabel: '令和8年度', items: [], nextCursor: null },
  },
  {
    name: 'requests for disclosure',
    route: '#/records/disclosures',
    endpoint: 'GET /api/v1/disclosures',
    data: 'disclosure',
    empty: { items: [], truncated: false, schemes: [] },
  },
  {
    name: 'working versions',
    route: '#/records/space?show=versions',
    endpoint: 'GET /api/v1/records/working-versions',
    data: 'prunable',
    empty: { items: [], nextCursor: null, sentence: '整理する作業版はありません。' },
  },
  {
    name: 'the meetings',
    route: '#/meetings',
    endpoint: 'GET /api/v1/meetings',
    data: 'meeting-row',
    empty: { items: [], nextCursor: null },
  },
  {
    name: 'the glossary',
    route: '#/meetings/glossary',
    endpoint: 'GET /api/v1/minutes/glossary',
    data: 'term',
    empty: { items: [], may: { cityWide: true, bodies: [] } },
  },
  {
    name: 'my people',
    route: '#/confirmations?month=2026-10',
    endpoint: 'GET /api/v1/telework/confirmations',
    data: 'person-row',
    empty: { month: '2026-10', items: [], waiting: 0, confirmed: 0, blocked: 0, more: false },
  },
  {
    name: 'reports of a day',
    route: '#/reports?day=2026-10-30',
    endpoint: 'GET /api/v1/telework/reports',
    data: 'report-row',
    empty: { date: '2026-10-30', items: [], nextCursor: null },
  },
];

describe.each(PAGES)('$name', ({ name, route, endpoint, data, empty }) => {
  const shot = (state: string): string => `state-${name.replaceAll(' ', '-')}-${state}`;

  it('shows its data', async () => {
    const { page, complaints } = await desk.open(route);
    await page.getByTestId(data).first().waitFor();
    await shoot(page, shot('data'));
    expect(await page.getByTestId('sandbox-banner').textContent()).toContain('演習用のサンドボックスです');
    expect(complaints).toEqual([]);
  });

  it('shows that it is loading', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    desk.service.answer(endpoint, async () => {
      await promise;
      return { body: empty };
    });
    const { page } = await desk.open(route);
    await page.getByTestId('loading').waitFor();
    await shoot(page, shot('loading'));
    resolve();
    await page.getByTestId('empty').waitFor();
  });

  it('says in a friendly way that nothing is there, and what to do', async () => {
    desk.service.answer(endpoint, () => ({ body: empty }));
    const { page } = await desk.open(route);
    const words = await page.getByTestId('empty').textContent();
    await shoot(page, shot('empty'));
    expect(words?.length).toBeGreaterThan(20);
  });

  it('says what went wrong with the number to quote, and tries again when asked', async () => {
    const problem = desk.service.world.problem(403, 'test.refused', '見る権限がありません。');
    desk.service.answer(endpoint, () => ({ status: 403, body: problem }));
    const { page } = await desk.open(route);
    const words = await page.getByTestId('error').textContent();
    await shoot(page, shot('error'));
    expect(words).toContain('見る権限がありません。');
    expect(words).toContain('err-0123');
    await pressRetry(desk.service, page);
    await page.getByTestId(data).first().waitFor();
  });
});

describe('a case page', () => {
  it('shows the case, its route, its history and what may be done', async () => {
    const { page, complaints } = await desk.open(`#/cases/${caseId(1)}`);
    await page.getByTestId('history-entry').first().waitFor();
    await shoot(page, 'case-data');
    expect(await page.getByTestId('case-title').textContent()).toContain('市民活動支援事業補助金');
    expect(await page.getByTestId('case-status').textContent()).toBe('回議中');
    expect(await page.getByTestId('holder').textContent()).toContain('課長 次郎');
    expect(await page.getByTestId('holder').textContent()).toContain('令和8年11月20日 11:35');
    expect(await page.getByTestId('route-slot').allTextContents()).toHaveLength(2);
    expect(await page.getByTestId('route-basis').textContent()).toContain('事務決裁規程 第5条');
    expect(await page.getByTestId('approve-button').textContent()).toBe('決裁');
    expect(await page.getByTestId('pull-back-button').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says so when the case does not exist or may not be seen', async () => {
    const { page } = await desk.open(`#/cases/${caseId(99)}`);
    expect(await page.getByTestId('error').textContent()).toContain('案件が見つかりません。');
  });

  it('shows the rest of the case when only the history fails', async () => {
    const problem = desk.service.world.problem(403, 'test.refused', '履歴を見る権限がありません。');
    desk.service.answer(`GET /api/v1/cases/${caseId(1)}/history`, () => ({ status: 403, body: problem }));
    const { page } = await desk.open(`#/cases/${caseId(1)}`);
    await page.getByText('履歴を見る権限がありません。').waitFor();
    expect(await page.getByTestId('route-slot').count()).toBe(2);
  });

  it('leads from the list to the case and puts the focus on its heading', async () => {
    const { page } = await desk.open('#/all');
    await page.getByTestId('case-row').first().click();
    await page.getByTestId('case-title').waitFor();
    await page.locator('[data-page-heading]:focus', { hasText: '市民活動支援事業補助金' }).waitFor();
    await page.waitForFunction(() => document.title.includes('市民活動支援事業補助金'));
  });

  it('gives the document as a file under its own name', async () => {
    const { page } = await desk.open(`#/cases/${caseId(1)}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('download-button').click()]);
    expect(download.suggestedFilename()).toBe('補助金交付決定_起案文書.docx');
    expect(await page.getByTestId('toast').textContent()).toContain('保存しました');
  });
});

describe('all cases', () => {
  it('finds by words, keeps them in the address and lets them go', async () => {
    const { page } = await desk.open('#/all');
    await page.getByRole('searchbox').fill('会議室');
    await page.waitForURL(/q=/);
    await page.getByTestId('case-row').first().waitFor();
    await page.getByText('1件', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('ありえない言葉');
    await page.getByTestId('empty').getByRole('button').click();
    await page.getByText('3件', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });
});
