import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { type ApiPerson, signIn } from './people.ts';
import { aProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let drafter: ApiPerson;

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'ja-JP' });
  context.setDefaultTimeout(60_000);
  drafter = await signIn(product, 'drafter');
});
// A browser opens six connections to one address, and each window keeps one for what changes.
afterEach(() => Promise.all(context.pages().map((page) => page.close())));
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await product?.remove();
});

const shot = (page: Page, name: string) =>
  process.env.KAIGI_SHOTS ? page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `${name}.png`) }) : null;
const open = async (kind: 'word' | 'teams', name: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${product.sandboxUrl}/${kind}?as=${name}@minato.example`);
  return page;
};
const paneOf = (page: Page) => page.frameLocator('[data-testid=taskpane-frame]');
const tabOf = async (page: Page) => {
  await page.getByTestId('rail-tab').click();
  return page.frameLocator('[data-testid=tab-frame]');
};
const lastCard = (page: Page, title: string) => page.getByTestId('message').filter({ hasText: title }).last();

/** Files a sample document from the Word window and submits it. */
async function draftInWord(title: string): Promise<Page> {
  const word = await open('word', 'drafter');
  await word.getByTestId('word-sample-1').click();
  const pane = paneOf(word);
  await pane.getByTestId('next').click();
  await pane.getByTestId('classification-option').first().click();
  await pane.getByTestId('next').click();
  await pane.getByTestId('title-input').fill(title);
  await pane.getByTestId('file-button').click();
  await pane.getByTestId('submit-button').click();
  await pane.getByTestId('holder').waitFor();
  return word;
}

const caseOf = async (title: string) => {
  const { items } = await drafter.list('drafted');
  return drafter.read(items.find((item) => item.title === title)?.id ?? '');
};

describe('a case that goes back', () => {
  it('差戻し from the card, correction in Word, resubmission, decision', async () => {
    const title = '差し戻される案件';
    const word = await draftInWord(title);
    const head = await open('teams', 'subsection-head');
    const card = lastCard(head, title);
    await card.getByRole('button', { name: '差戻し' }).click();
    // The reason is asked for before anything is sent.
    await card.getByRole('button', { name: '差戻し' }).last().click();
    await card.getByText('理由を入力してください').waitFor();
    await card.getByLabel('理由（必須）').fill('日時を確かめてください');
    await card.getByRole('button', { name: '差戻し' }).last().click();
    await card.getByText('起案者に差し戻されました').waitFor();
    await shot(head, 'sent-back-card');

    const pane = paneOf(word);
    await pane.getByTestId('sent-back').getByText('日時を確かめてください').waitFor();
    await word.getByTestId('word-add-paragraph').click();
    await word.getByTestId('word-paragraph-text').fill('日時を改めました。');
    await word.getByTestId('word-paragraph-save').click();
    await pane.getByTestId('replace-document-button').click();
    await pane.getByTestId('replaced').waitFor();
    await pane.getByTestId('resubmit-button').click();
    await pane.getByTestId('holder').waitFor();
    await shot(word, 'resubmitted-word');
    expect(await caseOf(title)).toMatchObject({ status: 'IN_REVIEW', revision: 2, document: { fileVersion: 2 } });

    await lastCard(head, title).getByRole('button', { name: '承認' }).click();
    const chief = await open('teams', 'section-head');
    await lastCard(chief, title).getByRole('button', { name: '決裁' }).click();
    await lastCard(chief, title).getByText('決裁されました').waitFor();
    await word
      .getByTestId('word-page')
      .getByText(/政第\d+号/)
      .waitFor();
  });

  it('引戻し by the drafter in the tab, while nobody has acted', async () => {
    const title = '引き戻される案件';
    await draftInWord(title);
    const page = await open('teams', 'drafter');
    const tab = await tabOf(page);
    await tab.getByTestId('nav-drafted').click();
    await tab.getByTestId('case-row').filter({ hasText: title }).click();
    await tab.getByTestId('pull-back-button').click();
    await tab.getByTestId('confirm-button').click();
    await tab.getByTestId('submit-button').waitFor();
    expect((await caseOf(title)).status).toBe('DRAFT');
    const head = await open('teams', 'subsection-head');
    await lastCard(head, title).getByText('起案中です').waitFor();
    expect(await lastCard(head, title).getByRole('button', { name: '承認' }).count()).toBe(0);
  });

  it('取下げ asked for in the tab and confirmed on the card; every copy follows', async () => {
    const title = '取り下げられる案件';
    await draftInWord(title);
    const head = await open('teams', 'subsection-head');
    await lastCard(head, title).getByRole('button', { name: '承認' }).click();
    const page = await open('teams', 'drafter');
    const tab = await tabOf(page);
    await tab.getByTestId('nav-drafted').click();
    await tab.getByTestId('case-row').filter({ hasText: title }).click();
    await tab.getByTestId('request-withdrawal-button').click();
    await tab.getByRole('textbox').last().fill('計画が変わりました');
    await tab.getByTestId('confirm-button').click();
    const chief = await open('teams', 'section-head');
    const card = lastCard(chief, title);
    await card.getByText('取下げの申出があります').waitFor();
    await shot(chief, 'withdrawal-card');
    await card.getByRole('button', { name: '取下げを確認' }).click();
    await card.getByText('起案中です').waitFor();
    await lastCard(head, title).getByText('起案中です').waitFor();
    expect((await caseOf(title)).status).toBe('DRAFT');
  });

  it('質問 on the card, 回答 in the tab', async () => {
    const title = '質問される案件';
    await draftInWord(title);
    const head = await open('teams', 'subsection-head');
    const card = lastCard(head, title);
    await card.getByRole('button', { name: '質問' }).click();
    await card.getByLabel('質問（必須）').fill('昨年度との違いは何ですか');
    await card.getByRole('button', { name: '質問' }).last().click();
    const page = await open('teams', 'drafter');
    const tab = await tabOf(page);
    await tab.getByTestId('nav-inbox').click();
    await tab.getByTestId('case-row').filter({ hasText: title }).click();
    await tab.getByTestId('answer-text').fill('人数だけです');
    await tab.getByTestId('answer-button').click();
    await lastCard(head, title).getByText('人数だけです').waitFor();
    await shot(head, 'answered-card');
  });
});
