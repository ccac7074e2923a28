import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { signIn } from './people.ts';
import { aProduct, freePort, type Product } from './product.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let product: Product;
let browser: Browser;
let chat: ChildProcess;
let chatUrl: string;

beforeAll(async () => {
  product = await aProduct();
  await product.start();
  const port = await freePort();
  chatUrl = `http://localhost:${port}/`;
  const args = ['--as', 'section-head', '--port', String(port), '--service', product.serviceUrl];
  chat = spawn(process.execPath, [path.join(ROOT, 'sandbox/src/playground/chat.ts'), ...args], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  while (!(await fetch(chatUrl).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 100));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  chat?.kill('SIGTERM');
  await product?.stop();
  await product?.remove();
});

describe('the Microsoft 365 Agents Playground, a client that nobody here wrote', () => {
  it('receives the card by itself and decides with it', async () => {
    const drafter = await signIn(product, 'drafter');
    const head = await signIn(product, 'subsection-head');
    const title = '庁舎清掃の委託について';
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(chatUrl);
    await page.getByText('使い方').first().waitFor();
    const draft = (await drafter.draft(title)).body;
    const submitted = (await drafter.submit(draft)).body;
    const waiting = (await head.act(submitted, { act: 'approve' })).body;
    await page.getByText(title).first().waitFor();
    if (process.env.KAIGI_SHOTS)
      await page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, 'playground-card.png') });
    await page.getByRole('button', { name: '決裁', exact: true }).last().click();
    await page.getByText('決裁されました').first().waitFor();
    if (process.env.KAIGI_SHOTS)
      await page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, 'playground-decided.png') });
    const decided = await drafter.read(waiting.id);
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政' } });
    expect((await drafter.history(waiting.id)).at(-1)).toMatchObject({
      act: 'DECIDED',
      via: 'teams',
      actor: { postTitle: '課長' },
    });
  });
});
