import { readFile } from 'node:fs/promises';
import { describe, expect, it, jest } from '@jest/globals';
import type { SheetView, WorkdayView } from '@kaigi/core/contract';
import { addDays, isWorkingDay, type LocalDate, localDateOf } from '@kaigi/core/shared';
import type { Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { type ApiPerson, signIn } from './people.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
jest.setTimeout(300_000);

/** The last month of which nobody can punch any more. */
const MONTH = (() => {
  const [year = 0, month = 0] = addDays(localDateOf(new Date()), -2).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
})();

/** The 課 of the drafter: its head confirms, and personnel closes it as one. */
const SECTION = '政策課';
const person = (page: Page, name: string) => page.locator(`[data-testid="person-row"][data-name="${name}"]`);

function workingDays(): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = `${MONTH}-01` as LocalDate; day.startsWith(MONTH); day = addDays(day, 1))
    if (isWorkingDay(day)) days.push(day);
  return days;
}

/** The drafter worked on paper all month and says so afterwards; all but the last day have been confirmed. */
async function punchedOnPaper(drafter: ApiPerson, head: ApiPerson): Promise<void> {
  const days = workingDays();
  for (const date of days) {
    const punched = (punch: 'START' | 'END', time: string) => ({
      replaces: null,
      by: { punch, at: `${date}T${time}:00+09:00` },
    });
    const changes = [punched('START', '08:30'), punched('END', '17:15')];
    const asked = { date, reason: '紙で記録していました', changes };
    const { body, status } = await drafter.call<WorkdayView>('POST', '/telework/corrections', asked);
    expect([date, status]).toEqual([date, 201]);
    const id = body.corrections.at(-1)?.id ?? '';
    if (date !== days.at(-1)) await head.call('POST', `/telework/corrections/${id}/settle`, { outcome: 'CONFIRMED' });
  }
}

/** On the first day the end was another one. */
async function leftEarlier(drafter: ApiPerson): Promise<void> {
  const [date = ''] = workingDays();
  const { body } = await drafter.call<WorkdayView>('GET', `/telework/workdays/${date}`);
  const replaces = body.punches.find(({ punch }) => punch === 'END')?.id ?? null;
  const changes = [{ replaces, by: { punch: 'END', at: `${date}T17:00:00+09:00` } }];
  const asked = { date, reason: '早く帰りました', changes };
  expect((await drafter.call('POST', '/telework/corrections', asked)).status).toBe(201);
}

const opened = (name: string, hash: string) => openTab(setting, { name, hash });

/** Personnel closes the section, and the page says by itself when that is done. */
async function closed(page: Page): Promise<void> {
  const unit = page.locator(`[data-testid="unit-row"][data-name="${SECTION}"]`);
  await page.getByTestId('closing-counts').waitFor();
  const before = await page.getByTestId('closing-row').count();
  await unit.getByTestId('close-unit').click();
  await page.getByTestId('close-confirm').click();
  await page.getByTestId('close-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('closing-row').nth(before).waitFor();
  await page.getByTestId('closing-running').waitFor({ state: 'detached' });
}

const sheetOf = async (who: ApiPerson, staffId: string): Promise<SheetView> =>
  (await who.call<SheetView>('GET', `/telework/sheets/${MONTH}?staffId=${staffId}`)).body;

describe('a month, from the boss to the file for payroll', () => {
  it('T-09, T-15: is confirmed, closed, opened again for one person, confirmed and closed again, and exported', async () => {
    const { drafter, sectionHead, product } = setting;
    const [me, personnel] = [
      (await drafter.call<{ staffId: string; name: string }>('GET', '/me')).body,
      await signIn(product, 'personnel'),
    ];
    await punchedOnPaper(drafter, sectionHead);

    const boss = await opened('section-head', `#/confirmations?month=${MONTH}`);
    await person(boss, me.name).getByTestId('correction-confirm').click();
    // What is open and whose month is ready are read apart: theirs is confirmed with the others once it is among them.
    await person(boss, me.name).waitFor({ state: 'detached' });
    await boss.getByTestId('confirm-clean').click();
    await boss.getByTestId('confirm-clean').waitFor({ state: 'detached' });
    await shot(boss, 'closing-confirmed');
    expect(await sheetOf(drafter, me.staffId)).toMatchObject({ state: 'CONFIRMED' });

    const desk = await opened('personnel', `#/closing?month=${MONTH}`);
    await closed(desk);
    await shot(desk, 'closing-closed');
    expect(await sheetOf(drafter, me.staffId)).toMatchObject({ state: 'CLOSED', may: { unlock: false } });

    await desk.goto(`${product.serviceUrl}/tab/#/closing/${me.staffId}?month=${MONTH}`);
    await desk.getByTestId('unlock').click();
    await desk.getByTestId('reason').fill('時間外の記録を直すため');
    await desk.getByTestId('reason-confirm').click();
    await desk.getByTestId('sheet-history').getByText('時間外の記録を直すため').waitFor();
    await leftEarlier(drafter);

    await boss.reload();
    await person(boss, me.name).getByTestId('correction-confirm').click();
    await person(boss, me.name).getByTestId('person-confirm').click();
    await person(boss, me.name).waitFor({ state: 'detached' });
    await desk.getByTestId('sheet-back').click();
    await closed(desk);
    expect((await sheetOf(personnel, me.staffId)).state).toBe('CLOSED');

    const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByTestId('export-download').click()]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv).toContain(me.name);
    expect(csv.split('\r\n').find((line) => line.includes(me.name) && line.includes(workingDays()[0] ?? ''))).toContain(
      '8:30',
    );
    await shot(desk, 'closing-exported');
  });
});
