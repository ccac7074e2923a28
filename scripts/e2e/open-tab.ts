import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Product } from './product.ts';

/** The tab in a plain browser, signed in as this person. */
export async function openTab(
  { product, browser }: { readonly product: Pick<Product, 'serviceUrl'>; readonly browser: Browser },
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
