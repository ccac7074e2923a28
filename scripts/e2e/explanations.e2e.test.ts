import { describe, expect, it, jest } from '@jest/globals';
import type { CaseView, Explanations } from '@kaigi/core/contract';
import type { Locator, Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();
const PHONE = { width: 360, height: 780 };
// Several windows are opened; a step waits for a minute at most.
jest.setTimeout(300_000);

const TITLE = '庁舎清掃業務の委託について';
const CONTRACT = {
  ...{ code: 'SERVICE_CONTRACT', facts: { amountYen: 6_000_000, personalData: false } },
  ...{ escalations: [], raiseTo: null, analogousTo: null },
};

/** On its way to the 副市長, who decides; it lies on the desk of the 係長. */
async function underWay(): Promise<CaseView> {
  const { id, version } = (await setting.drafter.draft(TITLE)).body;
  const edited = await setting.drafter.call<CaseView>('PATCH', `/cases/${id}`, { version, matter: CONTRACT });
  expect(edited.status).toBe(200);
  const submitted = (await setting.drafter.submit(edited.body)).body;
  expect(submitted.route.at(-1)).toMatchObject({ postTitle: '副市長', status: 'WAITING' });
  return submitted;
}

async function teamsOf(name: string): Promise<Page> {
  const page = await (
    await setting.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' })
  ).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${setting.product.sandboxUrl}/teams?as=${name}@minato.example`);
  return page;
}
const card = (page: Page, words: string | RegExp): Locator =>
  page.locator('[data-testid=message][data-from=bot]').filter({ hasText: words }).last();
const explanationsOf = async (id: string) =>
  (await setting.drafter.call<Explanations>('GET', `/schedules/explanations?caseId=${id}`)).body.items;

describe('S-06, S-07, S-10: ten minutes with the 副市長', () => {
  it('are asked for at the case, confirmed by the secretary in the chat, moved, confirmed on the page, and cancelled', async () => {
    const { id } = await underWay();
    const page = await openTab(setting, { name: 'drafter', hash: `#/cases/${id}` });
    const line = page.getByTestId('where-line').first();
    await line.getByText(/いま：.+/u).waitFor();
    await line.getByText(/^根拠：/u).click();
    await shot(page, 'explanations-where');
    await page.getByTestId('explain-button').click();
    const boss = page.getByTestId('explain-person').locator('option', { hasText: '副市長' });
    await page.getByTestId('explain-person').selectOption((await boss.getAttribute('value')) ?? '');
    await page.getByTestId('explain-times').getByRole('radio').first().waitFor();
    await shot(page, 'explanations-ask');
    await page.getByTestId('explain-save').click();
    await page.getByTestId('toast').getByText('仮の予約をしました').waitFor();
    const one = page.getByTestId('explanation');
    await one.getByText('仮', { exact: true }).waitFor();
    await shot(page, 'explanations-tentative');

    const chat = await teamsOf('secretary');
    const asked = card(chat, /への説明の予約が入りました/u);
    await asked.getByText('決裁の説明', { exact: true }).waitFor();
    expect(await asked.getByText(TITLE).count()).toBe(0);
    await shot(chat, 'explanations-card');
    await asked.getByRole('button', { name: '確定する', exact: true }).click();
    await card(chat, '説明の予約が確定しました').waitFor();
    await one.getByText('仮', { exact: true }).waitFor({ state: 'detached' });
    expect(await explanationsOf(id)).toMatchObject([{ tentative: false }]);

    await page.getByTestId('explanation-move').click();
    await page.getByTestId('explain-times').getByRole('radio').last().check();
    await page.getByTestId('explain-save').click();
    await page.getByTestId('explain-dialog').waitFor({ state: 'detached' });
    await one.getByText('仮', { exact: true }).waitFor();

    const [{ person } = { person: { staffId: '' } }] = await explanationsOf(id);
    const hash = `#/schedules/windows/${person.staffId}`;
    const phone = await openTab(setting, { name: 'secretary', hash }, { viewport: PHONE, colorScheme: 'dark' });
    const kept = phone.getByTestId('windows-asked').getByTestId('explanation').filter({ hasText: '決裁の説明' });
    await kept.waitFor();
    await shot(phone, 'explanations-phone');
    await kept.getByTestId('explanation-confirm').click();
    await phone.getByTestId('toast').getByText('確定しました').waitFor();
    await phone.getByTestId('window-day').selectOption('4');
    await phone.getByTestId('window-add').click();
    await phone.getByTestId('window').getByText('木曜 16:00–17:00（1件15分）').waitFor();
    await shot(phone, 'explanations-windows');

    await one.getByText('仮', { exact: true }).waitFor({ state: 'detached' });
    await page.getByTestId('explanation-cancel').click();
    await page.getByTestId('sure').click();
    await one.waitFor({ state: 'detached' });
    await card(chat, '説明の予約は取り消されました').waitFor();
    expect(await explanationsOf(id)).toEqual([]);

    const where = await teamsOf('drafter');
    await where.getByTestId('compose').fill('今どこ');
    await where.getByTestId('send').click();
    await card(where, TITLE)
      .getByText(/次の空き|いま10分の空き/u)
      .first()
      .waitFor();
    await shot(where, 'explanations-chat');
  });
});
