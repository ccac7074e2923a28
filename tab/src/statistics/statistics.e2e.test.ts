import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('A-40, O-09: the statistics', () => {
  it('say the rate with its numerator, its denominator and everything left out', async () => {
    const { page, complaints } = await desk.open('#/statistics');
    await page.getByTestId('months-chart').locator('svg').first().waitFor();
    const rate = await page.getByTestId('stat-rate').innerText();
    for (const words of ['66.9 %', '669件 / 1000件', '84.9 %']) expect(rate).toContain(words);
    const counted = await page.getByTestId('how-counted').innerText();
    for (const words of ['紙も並行して回した案件', '120', '却下された案件', '分母に含まない']) {
      expect(counted).toContain(words);
    }
    await page.getByTestId('sections-chart').locator('svg').first().waitFor();
    expect(await page.getByTestId('slowest-table').innerText()).toContain('財政課 課長');
    await shoot(page, 'statistics');
    expect(complaints).toEqual([]);
  });

  it('ask for the period that was chosen, and give it as CSV', async () => {
    desk.service.answer('GET /api/v1/stats/approvals/csv', () => ({
      body: Buffer.from('\ufeff課,決裁件数\n'),
      headers: { 'Content-Type': 'text/csv' },
    }));
    const { page } = await desk.open('#/statistics');
    await page.getByTestId('stat-rate').waitFor();
    await page.getByTestId('stats-from').fill('2026-10-01');
    await page.getByTestId('stats-to').fill('2026-10-31');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('stats-csv').click()]);
    expect(download.suggestedFilename()).toBe('電子決裁統計_2026-10-01_2026-10-31.csv');
    const asked = desk.service.calls.map(({ path }) => path).filter((path) => path.includes('2026-10-31'));
    expect(asked).toContain('/api/v1/stats/approvals/csv?from=2026-10-01&to=2026-10-31');
  });

  it('do not ask for a period that ends before it begins', async () => {
    const { page } = await desk.open('#/statistics');
    await page.getByTestId('stat-rate').waitFor();
    await page.getByTestId('stats-to').fill('2026-01-01');
    await page.getByText('はじめの日より後にしてください').waitFor();
    expect(desk.service.calls.some(({ path }) => path.includes('to=2026-01-01'))).toBe(false);
  });
});
