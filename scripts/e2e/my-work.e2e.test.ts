import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, localDateOf } from '@kaigi/core/shared';
import type { Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
const PHONE = { viewport: { width: 390, height: 844 } };
/** A working day that is far enough away for every deadline. */
const DAY = addWorkingDays(localDateOf(new Date()), 10);

const answered = (page: Page, answer: string) => page.locator(`[data-answer="${answer}"]`).waitFor();

describe('one’s own work in the tab, on a phone', () => {
  it('T-06, T-07, T-15: start, report the plan, and see the day in the month', async () => {
    const page = await openTab(setting, { name: 'drafter', hash: '#/workday' }, PHONE);
    await page.getByTestId('punch-START').waitFor();
    await shot(page, 'my-work-before');
    await page.getByTestId('punch-START').click();
    await page.locator('[data-testid="workday-state"][data-state="WORKING"]').waitFor();
    await page.getByTestId('report-text-PLAN').fill('計画案の作成');
    await page.getByTestId('report-send-PLAN').click();
    await page.getByTestId('report-again-PLAN').waitFor();
    await shot(page, 'my-work-today');
    await page.getByTestId('punch-PAUSE').click();
    await page.locator('[data-testid="workday-state"][data-state="PAUSED"]').waitFor();
    expect(await page.getByTestId('punch-row').count()).toBe(2);
    await page.getByTestId('part-sheet').click();
    await page.getByTestId('sheet-row').first().waitFor();
    await shot(page, 'my-work-sheet');
    expect(await page.getByTestId('sheet-row').count()).toBeGreaterThanOrEqual(28);
  });

  it('T-01, T-03, T-19: without a registration telework is refused with its article; the registration is asked for', async () => {
    const page = await openTab(setting, { name: 'drafter', hash: '#/workday/new?kind=TELEWORK' }, PHONE);
    await page.getByTestId('date').fill(DAY);
    await page.getByTestId('place').selectOption('OWN_HOME');
    await page.getByTestId('devices-LOANED_PC').check();
    await page.getByTestId('information-GENERAL').check();
    await answered(page, 'REFUSED');
    await page.getByTestId('finding').filter({ hasText: 'みなと市テレワーク実施要領 第4条' }).first().waitFor();
    await shot(page, 'my-work-refused');
    const other = await openTab(setting, { name: 'drafter', hash: '#/workday/new?kind=REGISTRATION' }, PHONE);
    await other.getByTestId('places-OWN_HOME').check();
    await other.getByTestId('devices-LOANED_PC').check();
    await other.getByTestId('address-OWN_HOME').fill('港町1-2-3');
    await other.getByTestId('contact').fill('080-0000-0000');
    await answered(other, 'ALLOWED');
    await shot(other, 'my-work-registration');
    await other.getByTestId('apply').click();
    await other.getByTestId('application').filter({ hasText: 'テレワークの利用者登録' }).waitFor();
    await shot(other, 'my-work-registered');
  });

  it('leave is asked for with the balance beside it, and stands among the applications', async () => {
    const page = await openTab(setting, { name: 'drafter', hash: '#/workday/new?kind=LEAVE' }, PHONE);
    await page.getByTestId('leave-balance').waitFor();
    await page.getByTestId('leave-from').fill(DAY);
    await answered(page, 'ALLOWED');
    await shot(page, 'my-work-leave');
    await page.getByTestId('apply').click();
    await page.getByTestId('application').filter({ hasText: '休暇' }).first().waitFor();
    await shot(page, 'my-work-applications');
    expect(await page.getByTestId('applications-failed').count()).toBe(0);
  });
});
