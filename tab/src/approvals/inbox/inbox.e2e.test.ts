import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { connectBesideSecondPage, shoot } from '../../testing/browser.ts';
import { aCase, caseId, NOTHING } from '../../testing/cases.ts';
import { type Desk, setUpDesk } from '../../testing/desk.ts';

let desk: Desk;

const FORTY = 40;
const MAY = { ...NOTHING, approve: true, decides: true, sendBack: true, ask: true };
const titleOf = (number: number): string => `第${number}号の件について`;

/** The first waits longest, and so on; two of the forty are hasty, three are minor. */
function fillInbox(): void {
  const { world } = desk.service;
  world.cases.clear();
  for (let number = 1; number <= FORTY; number += 1) {
    const minor = number > FORTY - 3;
    const since = new Date(Date.parse('2026-11-02T00:00:00Z') + number * 3_600_000).toISOString();
    const one = aCase({
      id: caseId(number),
      title: titleOf(number),
      urgency: number === 20 ? 'EMERGENCY' : number === 30 ? 'URGENT' : 'NORMAL',
      unitName: number % 2 === 0 ? '財政課' : '政策課',
      minor,
      mayBulkApprove: minor,
      may: { ...MAY, bulkApprove: minor },
    });
    world.cases.set(one.id, { ...one, holder: one.holder && { ...one.holder, since } });
  }
}

beforeAll(async () => {
  desk = await setUpDesk();
});
beforeEach(fillInbox);
afterEach(() => desk.tidy());
afterAll(() => desk.close());

async function openInbox(width = 1280): Promise<Page> {
  const { page } = await desk.open('#/inbox', { viewport: { width, height: 900 } });
  await page.getByTestId('case-row').first().waitFor();
  return page;
}

const chosen = (page: Page) => page.locator('[data-chosen="true"]');
const inPane = (page: Page, title: string) => page.getByTestId('case-title').getByText(title, { exact: true });
const acts = (): unknown[] => desk.service.calls.filter(({ path }) => path.endsWith('/acts')).map(({ body }) => body);

describe('the inbox beside the case', () => {
  it('loads every page also when the live updates connect in the very moment the second is asked for', async () => {
    const { page } = await desk.blank();
    await page.addInitScript(connectBesideSecondPage);
    await page.goto(`${desk.service.origin}/tab/#/inbox`);
    await page.getByTestId('inbox-count').getByText(`${FORTY}件`, { exact: true }).waitFor();
  });

  it('opens with the most urgent, and lists forty in their order', async () => {
    const page = await openInbox();
    await inPane(page, titleOf(20)).waitFor();
    expect(await page.getByTestId('case-row').count()).toBe(FORTY);
    const titles = await page.getByTestId('case-row').allInnerTexts();
    expect(titles.slice(0, 3).map((text) => text.match(/第\d+号/)?.[0])).toEqual(['第20号', '第30号', '第1号']);
    await shoot(page, 'inbox-forty');
  });

  it('decides ten cases with two keys each; the next one opens by itself', async () => {
    const page = await openInbox();
    const order = [20, 30, 1, 2, 3, 4, 5, 6, 7, 8];
    for (const number of order) {
      await inPane(page, titleOf(number)).waitFor();
      await page.getByTestId('approve-button').waitFor();
      await page.keyboard.press('a');
      await page.getByTestId('act-dialog').waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('data-testid') === 'confirm-button');
      await page.keyboard.press('Enter');
      await page.getByTestId('act-dialog').waitFor({ state: 'detached' });
    }
    await inPane(page, titleOf(9)).waitFor();
    expect(acts()).toEqual(order.map(() => ({ act: 'approve', version: 3 })));
    await page.getByText('30件', { exact: true }).waitFor();
  });

  it('moves by j and k, and by arrows in the list; Enter there opens the page of the case', async () => {
    const page = await openInbox();
    await inPane(page, titleOf(20)).waitFor();
    await page.keyboard.press('j');
    await inPane(page, titleOf(30)).waitFor();
    await page.keyboard.press('ArrowDown');
    await inPane(page, titleOf(1)).waitFor();
    await page.keyboard.press('k');
    await inPane(page, titleOf(30)).waitFor();
    expect(await chosen(page).getAttribute('data-case-id')).toBe(caseId(30));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/#/cases/${caseId(30)}`);
  });

  it('sends back and asks by key, with what has to be written', async () => {
    const page = await openInbox();
    await page.getByTestId('send-back-button').waitFor();
    await page.keyboard.press('r');
    await page.getByTestId('send-back-reason').fill('金額を直してください');
    await page.getByTestId('confirm-button').click();
    await inPane(page, titleOf(30)).waitFor();
    await page.getByTestId('ask-button').waitFor();
    await page.keyboard.press('q');
    await page.getByTestId('question-text').fill('財源は何ですか');
    await page.getByTestId('confirm-button').click();
    await inPane(page, titleOf(1)).waitFor();
    expect(acts()).toEqual([
      { act: 'sendBack', version: 3, reason: '金額を直してください', toSlotId: null },
      { act: 'ask', version: 3, text: '財源は何ですか' },
    ]);
  });

  it('takes letters for letters when single keys are switched off', async () => {
    const page = await openInbox();
    await page.getByTestId('approve-button').waitFor();
    await page.getByTestId('key-help').click();
    await page.getByTestId('key-letters').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await inPane(page, titleOf(20)).waitFor();
    expect(await page.getByTestId('act-dialog').count()).toBe(0);
  });

  it('sifts by section and haste and says how many are left', async () => {
    const page = await openInbox();
    await page.getByTestId('filter-unit').selectOption('財政課');
    await page.getByText('40件中 20件').waitFor();
    await page.getByTestId('filter-urgent').click();
    await page.getByText('40件中 2件').waitFor();
    await page.getByTestId('filter-clear').click();
    await page.getByText('40件', { exact: true }).waitFor();
  });
});

describe('A-24: many at once', () => {
  it('are minor ones only; each is shown before, and tells what came of it', async () => {
    const page = await openInbox();
    expect(await page.getByTestId('bulk-tick').count()).toBe(3);
    await page.getByTestId('bulk-all').click();
    await page.getByTestId('bulk-button').click();
    await page.getByTestId('bulk-summary').getByText('別紙のとおり').first().waitFor();
    await page.getByText('3件を承認する').waitFor();
    await shoot(page, 'inbox-bulk');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('bulk-done').waitFor();
    expect(await page.locator('[data-testid="bulk-outcome"][data-ok="true"]').count()).toBe(3);
    await page.getByTestId('cancel-button').click();
    await page.getByText('37件', { exact: true }).waitFor();
    const shown = desk.service.calls.filter(({ path }) => path.endsWith('/cases/summaries'));
    for (const { body } of shown) expect(body).toEqual({ caseIds: [38, 39, 40].map(caseId) });
  });
});

describe('on a phone', () => {
  it('is a list only, and leads from case to case', async () => {
    const page = await openInbox(360);
    expect(await page.getByTestId('inbox-pane').count()).toBe(0);
    await page.getByTestId('case-row').first().click();
    await inPane(page, titleOf(20)).waitFor();
    await page.getByTestId('next-case').click();
    await inPane(page, titleOf(30)).waitFor();
    await shoot(page, 'inbox-phone-case');
  });
});
