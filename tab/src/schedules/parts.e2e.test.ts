import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { overflow } from '../testing/barriers.ts';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { ME } from '../testing/people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const PARTS = ['週の予定', '空き時間', '会議室', '自分の予約', '日程調整', '書面会議', '決裁・説明枠', '年次行事'];

async function open(width: number): Promise<Page> {
  const { page } = await desk.open('#/schedules?from=2026-11-23', { viewport: { width, height: 740 } });
  await page.getByTestId('part-week').waitFor();
  return page;
}

const row = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main nav li > a')]
      .filter((link) => link.offsetWidth > 0)
      .map((link) => link.innerText),
  );

async function menu(page: Page): Promise<string[]> {
  await page.getByTestId('part-more').press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  return page.getByRole('menuitem').allInnerTexts();
}

describe('the pages of 予定', () => {
  it('stand under one entry of the navigation, all of them in one row where there is room', async () => {
    const page = await open(1280);
    expect(await page.getByTestId('nav-schedules').innerText()).toBe('予定');
    await eventually(() => row(page), PARTS);
    expect(await page.getByTestId('part-more').count()).toBe(0);
    await shoot(page, 'parts-wide');
  });

  it.each([360, 390, 500])('are one row and a menu at %i pixels, and each of them is there once', async (width) => {
    const page = await open(width);
    await page.getByTestId('part-more').waitFor();
    const inRow = await row(page);
    expect([...inRow, ...(await menu(page))]).toEqual(PARTS);
    expect(inRow.slice(0, 2)).toEqual(['週の予定', '空き時間']);
    await shoot(page, `parts-${width}`);
    expect(await overflow(page)).toBe(0);
  });

  it('are gone through by keyboard, and the page one is on is in the row', async () => {
    const page = await open(360);
    await menu(page);
    await page.keyboard.press('End');
    await page.locator('[data-testid="part-yearly"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#/schedules/yearly');
    await page.locator('main nav a[aria-current="page"]', { hasText: '年次行事' }).waitFor();
    await page.locator('[data-page-heading]:focus').waitFor();
    await eventually(async () => (await row(page)).includes('年次行事'), true);
  });

  it('have the settings for system administrators', async () => {
    desk.service.world.me = { ...ME, roles: ['ADMIN'] };
    const page = await open(1280);
    await eventually(() => row(page), [...PARTS, '管理']);
    await page.getByTestId('part-settings').click();
    await page.locator('a[aria-current="page"]', { hasText: '管理' }).waitFor();
  });
});
