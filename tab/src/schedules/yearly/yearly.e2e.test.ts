import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barrierFinder, COLOURS, type FindBarriers, LOOKS, look, overflow } from '../../testing/barriers.ts';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { anEntry } from '../../testing/schedules.ts';
import { yearlyIdOf } from '../../testing/yearly.ts';

let desk: Desk;
let seriousTroubles: FindBarriers;

beforeAll(async () => {
  desk = await setUpDesk();
  seriousTroubles = await barrierFinder();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

async function open(options?: BrowserContextOptions): Promise<Page> {
  const { page } = await desk.open('#/schedules/yearly?year=2026', options);
  await page.getByTestId('yearly-table').waitFor();
  return page;
}

const sent = (method: string) =>
  desk.service.calls.filter((call) => call.method === method && call.path.includes('/yearly')).map(({ body }) => body);
const refusal = (sentence: string) => () => ({
  status: 409,
  body: desk.service.world.problem(409, 'schedules.refused', sentence),
});

describe('S-17: 年次行事', () => {
  it('shows the year of the section, and is added to and changed by the keyboard', async () => {
    const page = await open();
    await shoot(page, 'yearly');
    expect(await page.getByTestId('yearly-heading').innerText()).toBe('政策課 令和8年度 年次行事');
    const [, budget = ''] = await page.getByTestId('yearly-row').allInnerTexts();
    for (const words of ['11/3（火）から2日間', '祝日（文化の日）', '毎年決める', '10/4（日）', '財政課の通知のあと'])
      expect(budget).toContain(words);
    await page.getByTestId('yearly-add').press('Enter');
    await page.getByTestId('yearly-save').press('Enter');
    await page.getByText('行事名を入力してください').waitFor();
    await page.getByTestId('yearly-title').fill('避難訓練');
    await page.getByTestId('yearly-kind').selectOption('DAY');
    await page.getByTestId('yearly-month').selectOption('9');
    await page.getByTestId('yearly-day').fill('40');
    await page.getByTestId('yearly-title').press('Enter');
    await page.getByText('日は1から31までにしてください').waitFor();
    await page.getByTestId('yearly-day').fill('1');
    await page.getByTestId('yearly-title').press('Enter');
    await page.getByTestId('toast').getByText('「避難訓練」を保存しました').waitFor();
    expect(sent('POST')).toEqual([
      expect.objectContaining({ rule: { kind: 'DAY', month: 9, day: 1, onDayOff: 'AFTER' }, date: null, year: 2026 }),
    ]);
    await page.getByTestId('yearly-row').filter({ hasText: '避難訓練' }).getByTestId('yearly-open').click();
    await page.getByTestId('yearly-remove').click();
    await page.getByTestId('yearly-remove').getByText('本当に消す').click();
    await page.getByTestId('toast').getByText('「避難訓練」を消しました').waitFor();
  });

  it('that somebody else changed it first is told, with what was typed still there', async () => {
    const page = await open();
    const sentence = 'この行事は、ほかの人がその間に変えました。';
    desk.service.answer(`PATCH /api/v1/schedules/yearly/${yearlyIdOf(1)}`, refusal(sentence));
    await page.getByTestId('yearly-open').first().click();
    await page.getByTestId('yearly-title').fill('防火点検');
    await page.getByTestId('yearly-save').click();
    await page.getByTestId('yearly-refused').getByText(sentence).waitFor();
    expect(await page.getByTestId('yearly-title').inputValue()).toBe('防火点検');
  });

  it('goes over into the next year with its doubts marked, on the days that were chosen, and once', async () => {
    const page = await open();
    await page.getByTestId('yearly-next').click();
    await page.getByTestId('yearly-over').first().waitFor();
    await shoot(page, 'yearly-take-over');
    const first = page.getByTestId('yearly-over').first();
    await first.getByText('祝日（文化の日）').waitFor();
    await first.getByTestId('yearly-instead').getByText('11/4（木） にする').click();
    await first.getByTestId('yearly-doubt').waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: '予算要求 を引き継ぐ' }).uncheck();
    await page.getByTestId('yearly-over-do').getByText('1件を引き継ぐ').click();
    await page.getByTestId('toast').getByText('1件を令和9年度へ引き継ぎました').waitFor();
    await page.waitForURL('**/#/schedules/yearly?year=2027');
    await page.getByTestId('yearly-row').filter({ hasText: '11/4（木）' }).waitFor();
    const items = [{ itemId: yearlyIdOf(1), version: 1, date: '2027-11-04' }];
    expect(sent('POST')).toEqual([expect.objectContaining({ year: 2026, items })]);
    await page.getByTestId('yearly-previous').click();
    await page.getByTestId('yearly-next').click();
    await first.getByText('引き継ぎ済み').waitFor();
  });

  it('looks at a day typed by hand before it is sent, and does not leave out what has no day', async () => {
    const page = await open();
    await page.getByTestId('yearly-next').click();
    const first = page.getByTestId('yearly-over').first();
    const day = first.getByTestId('yearly-over-date');
    await day.fill('2027-11-06');
    await first.getByTestId('yearly-doubt').getByText('閉庁日').waitFor();
    await day.fill('2027-11-08');
    await first.getByTestId('yearly-doubt').waitFor({ state: 'detached' });
    await day.fill('');
    await page.getByTestId('yearly-over-do').getByText('2件を引き継ぐ').click();
    await first.getByText('日付を入れてください。').waitFor();
    await shoot(page, 'yearly-take-over-missing');
    expect(sent('POST')).toEqual([]);
    await first.getByRole('checkbox').uncheck();
    await first.getByText('日付を入れてください。').waitFor({ state: 'detached' });
    await page.getByTestId('yearly-over-do').getByText('1件を引き継ぐ').click();
    await page.getByTestId('toast').getByText('1件を令和9年度へ引き継ぎました').waitFor();
  });

  it('of a section that is gone goes to another one, which has to be chosen', async () => {
    const { yearly } = desk.service.world;
    const heir = { unitId: '01900000-0000-7000-8000-00000000a003', name: '未来課', former: false };
    yearly.unit = { ...yearly.unit, former: true };
    yearly.into = [heir];
    const page = await open();
    await page.getByTestId('yearly-heading').getByText('政策課（廃止） 令和8年度 年次行事').waitFor();
    expect(await page.getByTestId('yearly-add').count()).toBe(0);
    await page.getByTestId('yearly-next').getByText('ほかの課へ引き継ぐ').click();
    await page.getByTestId('yearly-over-do').getByText('2件を引き継ぐ').click();
    await page.getByText('引き継ぐ先の課を選んでください。').waitFor();
    await shoot(page, 'yearly-former');
    expect(sent('POST')).toEqual([]);
    await page.getByTestId('yearly-over-into').selectOption('未来課');
    await page.getByTestId('yearly-over-do').click();
    await page.getByTestId('toast').getByText('2件を令和9年度へ引き継ぎました').waitFor();
    expect(sent('POST')).toEqual([expect.objectContaining({ into: heir.unitId })]);
  });

  it('ends with 2098, of which the holidays are known', async () => {
    const { page } = await desk.open('#/schedules/yearly?year=2098');
    await page.getByText('この年度の年次行事はありません').waitFor();
    const after = page.getByTestId('yearly-following');
    expect(await after.getAttribute('aria-disabled')).toBe('true');
  });

  it('says what went wrong, and what to do where there is nothing', async () => {
    desk.service.answer('GET /api/v1/schedules/yearly', () => ({ drop: true }));
    const { page } = await desk.open('#/schedules/yearly');
    await page.getByTestId('error').waitFor();
    await pressRetry(desk.service, page);
    await page.getByTestId('yearly-table').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('みなと市 政策課 令和8年度 年次行事').waitFor();
    expect(await page.getByTestId('yearly-add').isVisible()).toBe(false);
    await shoot(page, 'yearly-paper');
    desk.service.world.yearly.items = [];
    const { page: none } = await desk.open('#/schedules/yearly');
    await none.getByText('この年度の年次行事はありません').waitFor();
  });

  it('where there is nothing leads to the list of last year, and adds something', async () => {
    const { page } = await desk.open('#/schedules/yearly?year=2027');
    const empty = page.getByTestId('empty');
    await empty.getByText('前の年度の一覧にある「翌年度へ引き継ぐ」').waitFor();
    expect(await page.getByTestId('yearly-add').count()).toBe(1);
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `yearly-empty-${colours}-${width}`);
      expect(await seriousTroubles(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await empty.getByTestId('yearly-add').click();
    await page.getByTestId('yearly-title').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('yearly-title').waitFor({ state: 'detached' });
    await empty.getByRole('button', { name: '令和8年度の一覧を開く' }).press('Enter');
    await page.getByTestId('yearly-table').waitFor();
    await page.waitForURL('**/#/schedules/yearly?year=2026');
  });

  it('whoever may only read is not told to add anything', async () => {
    desk.service.world.yearly.reads = true;
    const { page } = await desk.open('#/schedules/yearly?year=2027');
    const empty = page.getByTestId('empty');
    await empty.getByText('課の職員が追加するか').waitFor();
    expect(await page.getByTestId('yearly-add').count()).toBe(0);
    await empty.getByTestId('yearly-last').waitFor();
  });

  it('stands in the week of the section as a line of its own', async () => {
    desk.service.world.schedules.yearly = [anEntry(25, [], { source: 'OWN', status: 'FREE', title: '防災訓練' })];
    const { page } = await desk.open('#/schedules?from=2026-11-23');
    const row = page.getByTestId('week-row').filter({ hasText: '年次行事' });
    await row.getByText('防災訓練').waitFor();
    await row.locator('th').click();
    await page.getByTestId('day-item').getByText('防災訓練').waitFor();
  });

  it.each(['yearly-dialog', 'yearly-over-dialog'])('%s is without serious barriers and fits', async (shown) => {
    const page = await open(COLOURS.contrast);
    await page.getByTestId(shown === 'yearly-dialog' ? 'yearly-add' : 'yearly-next').click();
    await page
      .getByTestId(shown === 'yearly-dialog' ? 'yearly-title' : 'yearly-over-date')
      .first()
      .waitFor();
    const troubles: Record<string, readonly string[]> = {};
    for (const [colours, width] of LOOKS) {
      await look(page, colours, width);
      await shoot(page, `${shown}-${colours}-${width}`);
      const found = [...(await seriousTroubles(page)), ...((await overflow(page)) > 0 ? ['wider'] : [])];
      if (found.length > 0) troubles[`${colours} ${width}`] = found;
    }
    expect(troubles).toEqual({});
  });
});
