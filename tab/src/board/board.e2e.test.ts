import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shoot } from '../testing/browser.ts';
import { caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { aBoardItem } from '../testing/stats.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await setUpDesk();
});
afterEach(() => desk.tidy());
afterAll(() => desk.close());

describe('A-22: the board', () => {
  it('says who has what since when, whether they are there, and who may act instead', async () => {
    desk.service.world.board = [
      aBoardItem({ caseId: caseId(3), title: '職員研修の実施について', overdue: true, names: [] }),
      aBoardItem({ absence: { statement: '年次休暇', until: null }, deputies: ['補佐 五郎'] }),
    ];
    const { page, complaints } = await desk.open('#/board');
    const rows = page.getByTestId('board-row');
    await rows.first().waitFor();
    await shoot(page, 'board');
    expect(await page.getByTestId('board-count').innerText()).toBe('2件（期限超過 1件）');
    expect(await rows.nth(0).innerText()).toContain('欠員');
    expect(await rows.nth(0).getByTestId('overdue').count()).toBe(1);
    const second = await rows.nth(1).innerText();
    for (const words of ['課長 次郎', '2日 4時間', '不在: 年次休暇', '代われる人: 補佐 五郎']) {
      expect(second).toContain(words);
    }
    expect(complaints).toEqual([]);
  });

  it('sifts by state and by section, and leads to the case', async () => {
    const { page } = await desk.open('#/board');
    await page.getByTestId('board-row').first().waitFor();
    await page.getByTestId('board-overdue').click();
    expect(await page.getByTestId('board-row').count()).toBe(1);
    await page.getByTestId('board-all').click();
    const asked = page.waitForResponse((response) => response.url().includes('/stats/board?unit='));
    await page.getByTestId('board-unit').selectOption({ index: 1 });
    await asked;
    await page.getByRole('link', { name: '職員研修' }).click();
    await page.waitForURL(`**/#/cases/${caseId(3)}`);
  });
});
