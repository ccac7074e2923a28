import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { meetingId } from '../../testing/meetings.ts';
import { pressRetry } from '../../testing/press-retry.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const searches = () =>
  desk.service.calls.flatMap(({ path }) => {
    const url = new URL(path, 'http://x');
    return url.pathname === '/api/v1/meetings/search' ? [Object.fromEntries(url.searchParams)] : [];
  });

describe('M-22: the search over minutes', () => {
  it('leads from the list to what was found, marked, and from there to the sentence', async () => {
    const { page, complaints } = await desk.open('#/meetings');
    await page.getByTestId('search-box').fill('決定');
    await page.getByTestId('search-box').press('Enter');
    await page.getByText('3件見つかりました。').waitFor();
    expect(await page.getByTestId('found-meeting').count()).toBe(2);
    expect(await page.getByTestId('hit').locator('mark').allInnerTexts()).toEqual(['決定', '決定', '決定']);
    await shoot(page, 'search');
    const id = desk.service.world.minutes.minutes.sentences.find(({ part }) => part === 'DECISION')?.id ?? '';
    await page.locator('[data-kind="LINE"]').getByRole('link').click();
    await page.waitForURL(`**/#/meetings/${meetingId(1)}/transcript?line=*`);
    await page.goBack();
    await page.goto(`${desk.service.origin}/tab/#/meetings/${meetingId(1)}/minutes?sentence=${id}`);
    const sought = page.locator(`[data-sentence-id="${id}"]`);
    await sought.and(page.locator(':focus')).waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks by the conditions that stand in the address, and for nothing below two letters', async () => {
    const { page } = await desk.open('#/meetings/search?q=', { viewport: { width: 390, height: 844 } });
    await page.getByTestId('search-q').fill('決');
    await page.getByTestId('search-send').click();
    await page.getByText('2文字以上入力してください。').waitFor();
    expect(searches()).toEqual([]);
    await page.getByTestId('search-q').fill('決定');
    await page.getByTestId('search-speaker').fill('太郎');
    await page.getByTestId('search-agenda').fill('素案');
    await page.getByTestId('search-body').selectOption('plan-council');
    await page.getByTestId('search-from').fill('2026-04-01');
    await page.getByTestId('search-send').click();
    await page.getByTestId('hit').first().waitFor();
    const wish = { q: '決定', speaker: '太郎', agenda: '素案', body: 'plan-council', from: '2026-04-01' };
    expect(searches()).toContainEqual(wish);
    await shoot(page, 'search-phone');
    await page.reload();
    await page.getByTestId('hit').first().waitFor();
    expect(await page.getByTestId('search-speaker').inputValue()).toBe('太郎');
  });

  it('says so where nothing is found, and where it failed', async () => {
    desk.service.world.words.hits = [];
    const { page } = await desk.open('#/meetings/search?q=%E6%B1%BA%E5%AE%9A');
    await page.getByText('見つかりませんでした').waitFor();
    const body = desk.service.world.problem(503, 'platform.unavailable', 'いまは使えません。');
    desk.service.answer('GET /api/v1/meetings/search', () => ({ status: 503, body }));
    await page.reload();
    await page.getByText('探せませんでした').waitFor();
    await pressRetry(desk.service, page);
    await page.getByText('見つかりませんでした').waitFor();
  });
});
