import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { meetingId } from '../../testing/meetings.ts';
import { pressRetry } from '../../testing/press-retry.ts';
import { anEntry } from '../../testing/stand-in-history.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

const ROUTE = `#/meetings/${meetingId(1)}/history`;

describe('M-18: the history of a meeting', () => {
  it.each([
    ['wide', {}],
    ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)(
    'says who did what and when; words open before and after, or why they do not (%s)',
    async (name, options) => {
      const { page, complaints } = await desk.open(`#/meetings/${meetingId(1)}`, options);
      // On a phone it is among the pages that the row has no room for.
      if (name === 'phone') await page.getByTestId('part-more').click();
      await page.getByTestId('part-history').click();
      const entry = (id: string) => page.locator(`[data-entry-id="${id}"]`);
      await entry('transcript/2').getByText('文字起こしの発言1件を直しました。').waitFor();
      expect(await entry('transcript/2').innerText()).toContain('令和8年11月24日 17:10');
      await entry('transcript/2').getByText('変更の前と後（1件）').click();
      const change = entry('transcript/2').getByTestId('history-change');
      await change.getByText('えー、始めます。').waitFor();
      await change.getByText('始めます。', { exact: true }).waitFor();
      await entry('publication/1').getByText('ここでは表示しません').waitFor();
      await entry('meeting/1').getByText('保存期間が終わり廃棄されました').waitFor();
      await shoot(page, `history-${name}`);
      expect(complaints).toEqual([]);
    },
  );

  it('goes on page by page, and what cannot be had is asked for again', async () => {
    const { minutes } = desk.service.world;
    minutes.happened = Array.from({ length: 40 }, (_, at) => anEntry({ id: `transcript/${40 - at}` }));
    const body = desk.service.world.problem(503, 'test.busy', '混み合っています。');
    desk.service.answer(`GET /api/v1/meetings/${meetingId(1)}/history`, () => ({ status: 503, body }));
    const { page } = await desk.open(ROUTE);
    await page.getByText('記録を表示できませんでした').waitFor();
    await pressRetry(desk.service, page);
    await eventually(() => page.getByTestId('history-entry').count(), 30);
    await page.getByTestId('more-button').click();
    await eventually(() => page.getByTestId('history-entry').count(), 40);
  });
});
