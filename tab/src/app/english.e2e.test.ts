import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { inEnglish } from '../testing/english-world.ts';
import { eventually } from '../testing/eventually.ts';
import { openTo, VIEWS } from '../testing/views.ts';

let desk: Desk;
// One page goes through all the views, blank between them: to open another one costs as much as to look at two.
let page: Page;

beforeAll(async () => {
  desk = await setUpDesk();
  ({ page } = await desk.blank());
});
afterEach(() => desk.tidyButKeep(page));
afterAll(() => desk.close());

describe.each(VIEWS)('$name', (view) => {
  it('is English through and through when English is chosen', async () => {
    await openTo(view, { desk, page }, inEnglish);
    await page.getByTestId('account-menu').click();
    await page.getByTestId('language-switch').click();
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    // The window's title follows a moment after what it names.
    await page.waitForFunction(() => document.title.endsWith('Kaigi'));
    await shoot(page, `look-${view.name}-english`);
    const words = await page.evaluate(() => {
      const labels = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((element) =>
        ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      );
      const shown = [...document.body.children].filter(({ tagName }) => !['NOSCRIPT', 'SCRIPT'].includes(tagName));
      return [document.title, ...shown.map(({ textContent }) => textContent), ...labels].join('\n');
    });
    expect(words.match(/.*[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef].*/g) ?? []).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const asked = () => desk.service.calls.map(({ headers }) => headers['accept-language']);
    await eventually(() => asked().includes('en'), true);
  });
});
