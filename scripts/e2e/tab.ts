import path from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../browser-for-tests.ts';
import { type ApiPerson, signIn } from './people.ts';
import { aProduct, type Product } from './product.ts';

/** The started product, a browser, and people who work through the HTTP API beside it. */
export interface TabSetting {
  readonly product: Product;
  readonly browser: Browser;
  readonly drafter: ApiPerson;
  readonly subsectionHead: ApiPerson;
  readonly sectionHead: ApiPerson;
}

/** For the whole test file; what is in it is there once the tests run. */
export function tabSetting(): TabSetting {
  const setting = {} as { -readonly [part in keyof TabSetting]: TabSetting[part] };
  beforeAll(async () => {
    const product = await aProduct();
    setting.product = product;
    await product.start();
    setting.browser = await openBrowser();
    const names = ['drafter', 'subsection-head', 'section-head'] as const;
    const [drafter, subsectionHead, sectionHead] = await Promise.all(names.map((name) => signIn(product, name)));
    Object.assign(setting, { drafter, subsectionHead, sectionHead });
  });
  afterEach(() => Promise.all(setting.browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await setting.browser?.close();
    await setting.product?.stop();
    await setting.product?.remove();
  });
  return setting;
}

/** The tab in a plain browser, signed in as this person. */
export async function openTab(
  { product, browser }: TabSetting,
  { name, hash }: { name: string; hash: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${product.serviceUrl}/tab/${hash}`);
  // section-head is a part of subsection-head.
  const person = new RegExp(`(?<![\\w-])${name}@minato\\.example`);
  await page.locator('a', { hasText: person }).first().click();
  return page;
}

/** A picture for whoever asked for pictures. */
export const shot = (page: Page, name: string) =>
  process.env.KAIGI_SHOTS
    ? page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `${name}.png`), fullPage: true })
    : null;
