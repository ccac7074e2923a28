import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../../testing/browser.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';
import { eventually } from '../../testing/eventually.ts';
import { meetingId } from '../../testing/meetings.ts';
import { ME } from '../../testing/people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('M-18: what was recorded is kept, until when and by which article', () => {
  it('is for records officers: others find no way there, and are told whom it is for', async () => {
    const refusal = desk.service.world.problem(403, 'minutes.kept_not_yours', 'この一覧を見られるのは文書主任です。');
    desk.service.answer('GET /api/v1/meetings/kept', () => ({ status: 403, body: refusal }));
    const { page } = await desk.open('#/meetings');
    await page.getByTestId('to-backlog').waitFor();
    expect(await page.getByTestId('to-kept').count()).toBe(0);
    await page.goto(`${desk.service.origin}/tab/#/meetings/kept`);
    await page.getByText('この一覧を見られるのは文書主任です。').waitFor();
  });

  it.each([
    ['phone', { viewport: { width: 390, height: 844 } }],
    ['dark', { colorScheme: 'dark' }],
  ] as const)('stands by its last day, with what holds it; only what is due on demand (%s)', async (name, options) => {
    desk.service.world.me = { ...ME, roles: ['RECORDS_OFFICER'] };
    const { page, complaints } = await desk.open('#/meetings', options);
    await page.getByTestId('to-kept').click();
    const rows = page.getByTestId('kept-row');
    await rows.nth(1).waitFor();
    expect(await rows.nth(0).innerText()).toContain('廃棄の対象');
    expect(await rows.nth(1).innerText()).toContain('廃棄を停止中（1件）');
    expect(await rows.nth(1).innerText()).toContain('令和8年11月20日まで（会議公開要綱 第12条）');
    expect(await rows.nth(1).getByRole('link').count()).toBe(0);
    await shoot(page, `kept-${name}`);
    await page.getByTestId('only-due').check();
    await page.locator(`[data-testid="kept-row"][data-meeting-id="${meetingId(2)}"]`).waitFor({ state: 'detached' });
    // Between the two lists stands neither.
    await eventually(() => rows.count(), 1);
    await rows.first().getByRole('link').click();
    await page.waitForURL(`**/#/meetings/${meetingId(1)}/course`);
    expect(complaints).toEqual([]);
  });
});
