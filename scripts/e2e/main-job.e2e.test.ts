import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { aProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'ja-JP' });
  context.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const shot = (page: Page, name: string) =>
  process.env.KAIGI_SHOTS ? page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `${name}.png`) }) : null;
const person = (name: string) => `${name}@minato.example`;
const open = async (kind: 'word' | 'teams', name: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${product.sandboxUrl}/${kind}?as=${person(name)}`);
  return page;
};
const paneOf = (page: Page): FrameLocator => page.frameLocator('[data-testid=taskpane-frame]');
const lastCard = (page: Page, title: string) => page.getByTestId('message').filter({ hasText: title }).last();

/** What the pane's link opens beside it: the tab in a plain browser, where one signs in first. */
async function followed(word: Page, link: string): Promise<Page> {
  const opening = context.waitForEvent('page');
  await paneOf(word).getByTestId(link).click();
  const page = await opening;
  await page
    .locator('a', { hasText: /(?<![\w-])drafter@minato\.example/ })
    .first()
    .click();
  return page;
}

describe('a document goes from Word to a decision in Teams and into the records store', () => {
  const title = '公用車の更新について';
  let word: Page;
  let caseId = '';

  it('is filed from Word in four steps and makes a draft case', async () => {
    word = await open('word', 'drafter');
    await word.getByTestId('word-sample-1').click();
    const pane = paneOf(word);
    await pane.getByTestId('kind-DRAFT_DOCUMENT').click();
    await pane.getByTestId('next').click();
    await pane.getByTestId('classification-option').first().click();
    // The classes of a city are many; what goes on is in sight without scrolling past them.
    const below = await pane.getByTestId('next').evaluate((next) => {
      const { innerHeight } = next.ownerDocument.defaultView ?? { innerHeight: 0 };
      return next.getBoundingClientRect().bottom - innerHeight;
    });
    expect(below).toBeLessThanOrEqual(0);
    await shot(word, 'word-classification');
    await pane.getByTestId('next').click();
    await pane.getByTestId('title-input').fill(title);
    await shot(word, 'word-filing');
    await pane.getByTestId('file-button').click();
    await pane.getByTestId('route').waitFor();
    await shot(word, 'word-route');
    expect(await pane.getByTestId('route').innerText()).toMatch(/係長[\s\S]*課長/);
  });

  it('R-01: leads from the pane to the page of the case, and to that of a record without a case', async () => {
    const ofCase = await followed(word, 'open-case');
    await ofCase.getByTestId('case-title').getByText(title).waitFor();
    const other = await open('word', 'drafter');
    await other.getByTestId('word-sample-2').click();
    const pane = paneOf(other);
    await pane.getByTestId('kind-REFERENCE').click();
    await pane.getByTestId('next').click();
    await pane.getByTestId('classification-option').first().click();
    await pane.getByTestId('next').click();
    await pane.getByTestId('title-input').fill('公用車の一覧');
    await pane.getByTestId('file-button').click();
    await pane.getByRole('link', { name: '文書のページを開く' }).waitFor();
    await shot(other, 'word-record-filed');
    const ofRecord = await followed(other, 'open-record');
    await ofRecord.getByRole('heading', { level: 1, name: '公用車の一覧' }).waitFor();
    await shot(ofRecord, 'word-record-page');
  });

  it('is submitted, and a card arrives by itself in the 係長’s chat', async () => {
    const teams = await open('teams', 'subsection-head');
    await paneOf(word).getByTestId('submit-button').click();
    const card = lastCard(teams, title);
    await card.waitFor();
    await shot(teams, 'teams-card-subsection-head');
    await card.getByRole('button', { name: '承認' }).click();
    await card.getByText('回議中です').waitFor();
    await shot(teams, 'teams-card-approved');
  });

  it('goes to the 課長 as a card, is decided there, and every copy of the card follows', async () => {
    const teams = await open('teams', 'section-head');
    const card = lastCard(teams, title);
    await card.waitFor();
    const follower = await open('teams', 'subsection-head');
    await lastCard(follower, title).waitFor();
    const drafterTab = await context.newPage();
    await drafterTab.goto(`${product.sandboxUrl}/teams?as=${person('drafter')}`);
    await drafterTab.getByTestId('rail-tab').click();
    const tab = drafterTab.frameLocator('[data-testid=tab-frame]');
    await tab.getByTestId('nav-drafted').click();
    const row = tab.getByTestId('case-row').filter({ hasText: title });
    caseId = (await row.getAttribute('data-case-id')) ?? '';
    await row.click();
    await tab.getByTestId('case-status').getByText('回議中').waitFor();
    await shot(drafterTab, 'tab-case-in-review');
    await card.getByRole('button', { name: '決裁' }).click();
    await card.getByText('決裁されました').waitFor();
    await lastCard(follower, title).getByText('決裁されました').waitFor();
    // The drafter's page follows without reloading.
    await tab.getByTestId('case-status').getByText('決裁').waitFor();
    await tab.getByTestId('document-number').waitFor();
    await shot(drafterTab, 'tab-case-decided');
    await shot(teams, 'teams-card-decided');
  });

  it('stands in the 文書収発簿 with its number', async () => {
    const page = await context.newPage();
    await page.goto(`${product.sandboxUrl}/teams?as=${person('drafter')}`);
    await page.getByTestId('rail-tab').click();
    const tab = page.frameLocator('[data-testid=tab-frame]');
    await tab.getByTestId('nav-more').press('Enter');
    await tab.getByTestId('nav-records').click();
    const row = tab.getByTestId('register-row').filter({ hasText: title });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/政第\d+号/);
    await shot(page, 'tab-register');
  });

  it('carries number and date in the Word document, typed by nobody', async () => {
    const pane = paneOf(word);
    await pane.getByTestId('document-number').waitFor();
    await word
      .getByTestId('word-page')
      .getByText(/政第\d+号/)
      .waitFor();
    await word
      .getByTestId('word-page')
      .getByText(/令和\d+年\d+月\d+日/)
      .first()
      .waitFor();
    await shot(word, 'word-numbered');
  });

  it('is proved unaltered, and one changed byte or row is named', async () => {
    const clean = await product.kaigi('verify');
    expect(clean).toMatchObject({ code: 0 });
    const client = new pg.Client({ connectionString: await product.databaseUrl() });
    await client.connect();
    try {
      await client.query("set session_replication_role = 'replica'");
      await client.query("update kaigi.approvals_history set comment = '書き換え' where act = 'APPROVED'");
    } finally {
      await client.end();
    }
    const altered = await product.kaigi('verify');
    expect(altered.code).toBe(1);
    expect(altered.output).toContain('履歴');
    expect(altered.output).toContain(caseId);
  });
});
