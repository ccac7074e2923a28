import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { type ApiPerson, signIn } from './people.ts';
import { openPlayground, type Playground } from './playground.ts';
import { aProduct, type Product } from './product.ts';

let product: Product;
let browser: Browser;
const chats: Playground[] = [];

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const chat of chats) chat.close();
  await product?.stop();
  await product?.remove();
});

async function chatAs(name: string): Promise<Page> {
  const chat = await openPlayground(product, name);
  chats.push(chat);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1_000 } });
  await page.goto(chat.url);
  await page.getByText('使い方').first().waitFor();
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.KAIGI_SHOTS)
    await page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `playground-${name}.png`) });
}

async function type(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox').last();
  await box.fill(text);
  await box.press('Enter');
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();

/** 不在 from a minute ago until tomorrow, as the person says it. */
async function away(person: ApiPerson): Promise<() => Promise<unknown>> {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { body } = await person.call<{ id: string }>('POST', '/directory/absences', { until, note: '出張' });
  return () => person.call('DELETE', `/directory/absences/${body.id}`);
}

describe('the Microsoft 365 Agents Playground, a client that nobody here wrote', () => {
  it('asks nobody who they are, and so answers to this machine only', async () => {
    const chat = await openPlayground(product, 'mayor');
    chats.push(chat);
    // Another address of the machine itself, which a server that listens everywhere answers, too.
    const elsewhere = chat.url.replace('localhost', '127.0.0.2');
    await expect(fetch(elsewhere)).rejects.toThrow();
  });

  it('receives the card by itself and decides with it', async () => {
    const drafter = await signIn(product, 'drafter');
    const head = await signIn(product, 'subsection-head');
    const title = '庁舎清掃の委託について';
    const page = await chatAs('section-head');
    const draft = (await drafter.draft(title)).body;
    const submitted = (await drafter.submit(draft)).body;
    const waiting = (await head.act(submitted, { act: 'approve' })).body;
    await page.getByText(title).first().waitFor();
    await shot(page, 'card');
    await press(page, '決裁');
    await page.getByText('決裁されました').first().waitFor();
    await shot(page, 'decided');
    const decided = await drafter.read(waiting.id);
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政' } });
    expect((await drafter.history(waiting.id)).at(-1)).toMatchObject({
      act: 'DECIDED',
      via: 'teams',
      actor: { postTitle: '課長' },
    });
    await page.close();
  });

  it('A-11, A-12: shows a deputy what may be decided today, decides it, and shows the decider the 後閲', async () => {
    const drafter = await signIn(product, 'drafter');
    const deputy = await signIn(product, 'subsection-head');
    const decider = await signIn(product, 'section-head');
    const title = '窓口用品の購入について';
    const submitted = (await drafter.submit((await drafter.draft(title)).body)).body;
    const waiting = (await deputy.act(submitted, { act: 'approve' })).body;
    const back = await away(decider);
    const page = await chatAs('subsection-head');
    await type(page, '「代理」');
    await page.getByText('今日はあなたが代決できます').first().waitFor();
    await press(page, '代決');
    await page.getByText('不在の根拠').first().waitFor();
    await shot(page, 'deputy');
    await press(page, '代決');
    await page.getByText('代決されました').first().waitFor();
    await shot(page, 'deputy-decided');
    expect((await drafter.history(waiting.id)).at(-1)).toMatchObject({ act: 'DEPUTY_DECIDED', via: 'teams' });
    expect(await drafter.read(waiting.id)).toMatchObject({
      status: 'DECIDED',
      obligations: [{ kind: 'POST_REVIEW_AFTER_DEPUTY', status: 'OPEN' }],
    });
    await back();
    await page.close();
    const own = await chatAs('section-head');
    await type(own, '受信箱');
    await own.getByText('後閲をお願いします').first().waitFor();
    await shot(own, 'post-review');
    await press(own, '後閲済みにする');
    await own
      .getByText('決裁されました')
      .or(own.getByText('代決されました', { exact: true }))
      .first()
      .waitFor();
    expect(await drafter.read(waiting.id)).toMatchObject({ obligations: [{ status: 'CONFIRMED' }] });
    await own.close();
  });
});
