import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { lineId, meetingId, theLines } from '../../testing/meetings.ts';
import { pressRetry } from '../../testing/press-retry.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/transcript`;
const SUGGESTIONS = `GET /api/v1/meetings/${meetingId(1)}/transcript/suggestions`;
const SAID = theLines().lines.map(({ text }) => text);
const words = (page: Page, n: number) => page.locator(`[data-line-id="${lineId(n)}"]`).getByTestId('line-text');
const texts = () => desk.service.world.minutes.lines.lines.map(({ text }) => text);
const fillers = (page: Page) => page.locator('[data-testid="suggestion-kind"][data-kind="FILLER"]');

async function open(options = {}): Promise<Page> {
  const { page } = await desk.open(ROUTE, options);
  await page.getByTestId('suggestions-open').click();
  await page.getByTestId('suggestions').waitFor();
  return page;
}

describe('M-09, M-10: 整文の候補', () => {
  it('are taken one by one or all of a kind, left, and undone; before and after are seen', async () => {
    const page = await open();
    expect(await fillers(page).getByTestId('suggestion').count()).toBe(2);
    expect(await fillers(page).locator('del').allInnerTexts()).toEqual(['えー、', 'まあ、']);
    await shoot(page, 'suggestions-wide');
    await fillers(page).getByTestId('suggestion-take').first().click();
    const cleaned = SAID.with(0, SAID[0]?.replace('えー、', '') ?? '');
    await eventually(texts, cleaned);
    await eventually(() => fillers(page).getByTestId('suggestion').count(), 1);
    await page.getByTestId('undo').click();
    await eventually(texts, SAID);
    await eventually(() => fillers(page).getByTestId('suggestion').count(), 2);
    await fillers(page).getByTestId('suggestion-all').click();
    await eventually(texts, cleaned.with(2, SAID[2]?.replace('まあ、', '') ?? ''));
    await page.getByText('整文の候補はありません。').waitFor();
    // Both lines were one step.
    await page.getByTestId('undo').click();
    await eventually(texts, SAID);
    await eventually(() => fillers(page).getByTestId('suggestion').count(), 2);
    await fillers(page).getByTestId('suggestion-leave').first().click();
    await eventually(() => fillers(page).locator('del').allInnerTexts(), ['まあ、']);
    expect(texts()).toEqual(SAID);
  });

  it('what is doubtful is a question with the way to its line, and no change', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    const query = page.getByTestId('query');
    await query.getByText('確報値ではないか').waitFor();
    expect(await query.getByTestId('suggestion-take').count()).toBe(0);
    await shoot(page, 'suggestions-phone');
    await query.getByTestId('suggestion-go').click();
    await page.locator(`[data-line-id="${lineId(5)}"] textarea:focus`).waitFor();
    expect(texts()).toEqual(SAID);
  });

  it('are not offered for words that are being typed, and come again when they are asked for again', async () => {
    const page = await open();
    await words(page, 1).fill('えー、書き直しました。');
    await fillers(page).getByText('書き直しました。').waitFor();
    await fillers(page).getByTestId('suggestion-take').first().click();
    await eventually(() => texts()[0], '書き直しました。');
  });

  it('that cannot be had are said so, and asked for again', async () => {
    const body = desk.service.world.problem(503, 'test.busy', '混み合っています。');
    desk.service.answer(SUGGESTIONS, () => ({ status: 503, body }));
    const { page } = await desk.open(ROUTE);
    await page.getByTestId('suggestions-open').click();
    await page.getByText('候補を表示できませんでした').waitFor();
    await pressRetry(desk.service, page);
    await fillers(page).waitFor();
  });
});
