import path from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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

/** A picture for whoever asked for pictures. */
export const shot = (page: Page, name: string) =>
  process.env.KAIGI_SHOTS
    ? page.screenshot({ path: path.join(process.env.KAIGI_SHOTS, `${name}.png`), fullPage: true })
    : null;
