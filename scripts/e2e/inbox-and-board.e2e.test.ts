import { describe, expect, it } from '@jest/globals';
import type { CaseView, Statistics } from '@kaigi/core/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { shot, tabSetting } from './tab.ts';

const FORTY = 40;

const setting = tabSetting();

const open = (name: string, hash: string, options: BrowserContextOptions = {}) =>
  openTab(setting, { name, hash }, options);

/** Drafted, submitted and approved by the 係長: it lies on the desk of the 課長. */
async function atSectionHead(title: string, change: Record<string, unknown> = {}): Promise<CaseView> {
  let view = (await setting.drafter.draft(title)).body;
  if (Object.keys(change).length > 0) {
    const edited = await setting.drafter.call<CaseView>('PATCH', `/cases/${view.id}`, {
      version: view.version,
      ...change,
    });
    expect(edited.status).toBe(200);
    view = edited.body;
  }
  const submitted = (await setting.drafter.submit(view)).body;
  const approved = await setting.subsectionHead.act(submitted, { act: 'approve' });
  expect(approved.status).toBe(200);
  return approved.body;
}

const TELEWORK = { code: 'TELEWORK', facts: { daysPerWeek: 2 }, escalations: [], raiseTo: null, analogousTo: null };
const titleIn = (page: Page, title: string) => page.getByTestId('case-title').getByText(title, { exact: true });

/** `a`, then Enter: the button has the focus. */
async function decideByKeys(page: Page): Promise<string> {
  await page.getByTestId('approve-button').waitFor();
  const title = await page.getByTestId('case-title').innerText();
  await page.keyboard.press('a');
  await page.locator('[data-testid="confirm-button"]:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
  await titleIn(page, title).waitFor({ state: 'detached' });
  return title;
}

describe('an inbox of forty', () => {
  it('is decided by keys alone, the urgent first, and every decision is in the record', async () => {
    const cases: CaseView[] = [];
    for (let number = 1; number <= FORTY; number += 1) {
      const urgency = number === 33 ? { urgency: 'URGENT' } : {};
      cases.push(await atSectionHead(`四十件のうち ${number}`, urgency));
    }
    const page = await open('section-head', '#/inbox');
    await page.getByText(`${FORTY}件`, { exact: true }).waitFor();
    await shot(page, 'inbox-of-forty');
    const started = Date.now();
    const decided: string[] = [];
    while (decided.length < FORTY - 2) decided.push(await decideByKeys(page));
    expect(decided[0]).toBe('四十件のうち 33');
    await page.getByTestId('approve-button').waitFor();
    await page.keyboard.press('r');
    await page.getByTestId('send-back-reason').fill('金額を直してください');
    await page.getByTestId('confirm-button').click();
    await page.getByText('1件', { exact: true }).waitFor();
    await page.getByTestId('ask-button').waitFor();
    await page.keyboard.press('q');
    await page.getByTestId('question-text').fill('財源は何ですか');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('toast').getByText('質問しました').waitFor();
    // Ten minutes are for reading; the hand needs but seconds for each.
    expect(Date.now() - started).toBeLessThan(600_000);
    const now = await Promise.all(cases.map(({ id }) => setting.drafter.read(id)));
    const count = (status: CaseView['status']) => now.filter((view) => view.status === status).length;
    expect([count('DECIDED'), count('SENT_BACK'), count('IN_REVIEW')]).toEqual([FORTY - 2, 1, 1]);
    const [first] = cases;
    const acts = (await setting.drafter.history(first?.id ?? '')).map(({ act }) => act);
    expect(acts).toEqual(['DRAFTED', 'SUBMITTED', 'APPROVED', 'DECIDED']);
  });

  it('A-24: approves minor matters together after their summaries, each with an entry of its own', async () => {
    const minor = [
      await atSectionHead('在宅勤務の実施について 甲', { matter: TELEWORK }),
      await atSectionHead('在宅勤務の実施について 乙', { matter: TELEWORK }),
    ];
    expect(minor.every((view) => view.minor)).toBe(true);
    const page = await open('section-head', '#/inbox');
    await page.getByTestId('bulk-all').click();
    await page.getByTestId('bulk-button').click();
    await page.getByTestId('bulk-summary').nth(1).waitFor();
    await shot(page, 'inbox-bulk-product');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('bulk-done').waitFor();
    for (const view of minor) {
      const history = await setting.drafter.history(view.id);
      expect(history.at(-1)?.act).toBe('DECIDED');
    }
  });
});

describe('the board', () => {
  it('A-22: says with whom a case lies, that they are away, and who may act', async () => {
    const view = await atSectionHead('今どこにあるか調べる件');
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const away = await setting.sectionHead.call<{ id: string }>('POST', '/directory/absences', { until, note: '出張' });
    const page = await open('drafter', '#/board');
    const row = page.getByTestId('board-row').filter({ hasText: view.title });
    await row.getByText('不在').waitFor();
    expect(await row.innerText()).toContain('政策課 課長');
    await shot(page, 'board-product');
    await page.getByTestId('board-absent').click();
    await row.waitFor();
    await row.getByRole('link').click();
    await page.getByTestId('holder').getByText('不在').waitFor();
    await setting.sectionHead.call('DELETE', `/directory/absences/${away.body.id}`);
  });
});

/** The figures are kept by a job, a moment after each decision. */
async function counted(atLeast: number): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const { body } = await setting.drafter.call<Statistics>('GET', '/stats/approvals');
    if (body.decided >= atLeast) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

describe('a decided case', () => {
  it('A-29, A-38, A-40: is read in one view, has its certificate, and counts in the statistics', async () => {
    const { items } = await setting.drafter.list('drafted');
    const one = items.find(({ status }) => status === 'DECIDED');
    const page = await open('drafter', `#/cases/${one?.id}`);
    await page.getByTestId('reading-button').click();
    await page.getByTestId('reading-part').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('certificate-button').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^決裁証明_.+\.pdf$/);
    await page.getByTestId('paper-no').click();
    await page.getByTestId('toast').getByText('回答を記録しました').waitFor();
    await counted(FORTY - 2);
    await page.getByTestId('nav-more').press('Enter');
    await page.getByTestId('nav-statistics').click();
    await page.getByTestId('stat-rate').waitFor();
    await page.getByTestId('how-counted').getByText('電子だけで決裁した案件').waitFor();
    await shot(page, 'statistics-product');
    const decided = await page.getByTestId('stat-decided').innerText();
    expect(Number(decided.match(/(\d+)件/)?.[1])).toBeGreaterThanOrEqual(FORTY - 2);
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByTestId('stats-csv').click()]);
    expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  });
});
