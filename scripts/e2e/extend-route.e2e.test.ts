import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTab } from './open-tab.ts';
import { shot, tabSetting } from './tab.ts';

const setting = tabSetting();

/** On the desk of the 課長 who is to decide. */
async function atSectionHead(title: string) {
  const { drafter, subsectionHead } = setting;
  const sent = (await drafter.submit((await drafter.draft(title)).body)).body;
  return (await subsectionHead.act(sent, { act: 'approve' })).body;
}

/** The act is in the menu of the others. */
async function start(page: Page, testId: string): Promise<void> {
  await page.getByTestId('more-actions').click();
  await page.getByTestId(testId).click();
  await page.getByTestId('act-dialog').waitFor();
}

describe('A-05: the route under review goes only upwards', () => {
  it('a 課長 consults 財政課 before deciding: route, history, and the card of 財政課 say who and why', async () => {
    const { id, title } = await atSectionHead('備品の購入について（合議を加える）');
    const page = await openTab(setting, { name: 'section-head', hash: `#/cases/${id}` });
    await start(page, 'add-to-route-button');
    await page.getByTestId('confirm-button').click();
    await page.getByText('1 つ選んでください').waitFor();
    await page.getByTestId('directory-picker').click();
    await page.getByTestId('directory-picker').fill('財政課');
    await page.getByRole('option', { name: '財政課', exact: true }).click();
    await page.getByTestId('act-reason').fill('予算の裏付けを確かめるため');
    await shot(page, 'extend-route-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByText('加えた理由: 予算の裏付けを確かめるため').waitFor();
    await page.getByTestId('history-entry').filter({ hasText: '回議先の追加' }).waitFor();
    await shot(page, 'extend-route-added');
    const view = await setting.drafter.read(id);
    expect(view.route.map(({ duty, status }) => `${duty} ${status}`)).toEqual([
      'REVIEW APPROVED',
      'CONSULT ACTIVE',
      'DECISION WAITING',
    ]);
    const chat = await setting.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const teams = await chat.newPage();
    await teams.goto(`${setting.product.sandboxUrl}/teams?as=finance-head@minato.example`);
    const card = teams.getByTestId('message').filter({ hasText: title }).last();
    await card.getByText('予算の裏付けを確かめるため').first().waitFor();
    await shot(teams, 'extend-route-card');
  });

  it('a 課長 has the 部長 decide, for a reason of the regulations, and reviews', async () => {
    const { id } = await atSectionHead('備品の購入について（上位者の決裁）');
    const page = await openTab(setting, { name: 'section-head', hash: `#/cases/${id}` });
    await start(page, 'raise-decider-button');
    await page.getByRole('radio', { name: '重要なもの' }).click();
    await page.getByTestId('act-reason').fill('市の方針に関わるため');
    await shot(page, 'raise-decider-dialog');
    await page.getByTestId('confirm-button').click();
    await page.getByTestId('raised-note').waitFor();
    await shot(page, 'raise-decider-done');
    const view = await setting.sectionHead.read(id);
    expect(view.route.at(-1)).toMatchObject({ duty: 'DECISION', postTitle: '部長', status: 'WAITING' });
    expect(view.may).toMatchObject({ approve: true, decides: false });
    const again = await setting.sectionHead.act(view, {
      act: 'raiseDecider',
      escalation: 'IMPORTANT',
      reason: 'もう一度',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'approvals.not_higher' } });
  });
});
