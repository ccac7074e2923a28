import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Frame, Locator } from 'playwright-core';
import { type BuiltWindows, buildWindows, PERSON, type WindowDesk } from '../testing/window-desk.ts';
import { approvalCard } from './stand-in-service.ts';

let windows: BuiltWindows;
let desk: WindowDesk;

beforeAll(async () => {
  windows = await buildWindows();
});
afterAll(() => windows?.close());
beforeEach(async () => {
  desk = await windows.openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.complaints).toEqual([]);
});

describe('the person picker', () => {
  it('shows the fixed people on top, everyone by unit, and opens Teams as one of them', async () => {
    await desk.page.goto(desk.sandbox.url);
    const card = desk.page.getByTestId(`person-${PERSON}`);
    await card.waitFor();
    expect(await desk.page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      expect.stringContaining('みなと市'),
      expect.stringContaining('やまと町'),
    ]);
    await desk.shoot('picker-light');
    expect(await card.getByTestId('open-word').getAttribute('href')).toBe('/word?as=section-head%40minato.example');
    await card.getByTestId('open-teams').click();
    await desk.page.getByTestId('message').first().waitFor();
    expect(desk.page.url()).toContain('/teams?as=section-head%40minato.example');
  });

  it('finds people by post and says so when there is nobody', async () => {
    await desk.page.goto(desk.sandbox.url);
    await desk.page.getByTestId(`person-${PERSON}`).waitFor();
    await desk.page.getByTestId('search').fill('政策課 課長');
    await desk.page.getByTestId('person-drafter@minato.example').waitFor({ state: 'detached' });
    await desk.page.getByTestId(`person-${PERSON}`).waitFor();
    await desk.page.getByTestId('search').fill('いない人の名前');
    expect(await desk.page.getByTestId('empty').textContent()).toContain('いない人の名前');
  });

  it('offers another try when the list does not come', async () => {
    await desk.fault('/sandbox/people', 1);
    await desk.page.goto(desk.sandbox.url);
    await desk.page.getByTestId('error').getByRole('button').click();
    await desk.page.getByTestId(`person-${PERSON}`).waitFor();
  });
});

describe('the window', () => {
  it('works by keyboard alone: open, write, move to the card, press', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('rail-chat').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByTestId('compose').focus();
    await desk.page.keyboard.type('受信箱');
    await desk.page.keyboard.press('Enter');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await desk.page.getByTestId('messages').focus();
    await desk.page.keyboard.press('ArrowUp');
    await card.and(desk.page.locator(':focus')).waitFor();
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.type('鍵盤だけで');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Enter');
    await card.getByText('承認しました。').waitFor();
    expect(desk.service.presses[0]?.data).toMatchObject({ comment: '鍵盤だけで' });
    await card.and(desk.page.locator(':focus')).waitFor();
  });

  it('says when the app was removed, and adds it again', async () => {
    await desk.openTeams();
    await desk.page.locator('.menu summary').click();
    await desk.page.getByTestId('uninstall').click();
    await desk.page.getByTestId('membership').getByRole('button').click();
    await desk.page.getByTestId('membership').waitFor({ state: 'hidden' });
    expect(await desk.page.getByTestId('compose').isEnabled()).toBe(true);
  });

  it('says so when the person does not exist', async () => {
    await desk.page.goto(`${desk.sandbox.url}/teams?as=nobody@minato.example`);
    expect(await desk.page.getByTestId('error').textContent()).toContain('nobody@minato.example');
  });
});

describe('what the host tells the tab', () => {
  it('learns from the host who looks at it, and gets a token for that person', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('rail-tab').click();
    const tab = await desk.tabFrame();
    const told = JSON.parse((await tab.locator('#context').textContent()) ?? '') as TabContext;
    expect(told).toMatchObject({ app: { theme: 'default', locale: 'ja-jp' }, page: { id: 'inbox' } });
    expect(told.user.tenant.id).toBe('6d696e61-746f-4000-8000-000000000001');
    const claims = JSON.parse(Buffer.from((await tokenOf(tab)).split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({ preferred_username: PERSON, oid: told.user.id, tid: told.user.tenant.id });
    await desk.page.getByTestId('tab-state').waitFor({ state: 'hidden' });
  });

  it('refuses what this host does not have, instead of leaving the tab waiting', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('rail-tab').click();
    await (await desk.tabFrame()).getByText('この操作はサンドボックスの Teams にはありません。').waitFor();
  });
});

describe('a meeting', () => {
  it('is entered from the list of one’s own, with the side panel of the app beside it', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('rail-meeting').click();
    const meeting = desk.page.getByTestId('meeting').first();
    const subject = await meeting.locator('strong').innerText();
    await meeting.click();
    const panel = desk.page.frameLocator('[data-testid="panel-frame"]');
    await panel.getByText('"frameContext":"sidePanel"').waitFor();
    const told = JSON.parse((await panel.locator('#context').textContent()) ?? '') as MeetingContext;
    expect(told.chat.id).toMatch(/^19:meeting_/);
    expect(Buffer.from(told.meeting.id, 'base64').toString()).toContain(told.chat.id);
    await desk.page.getByTestId('panel-state').waitFor({ state: 'hidden' });
    expect(await desk.page.locator('.meeting-call h2').innerText()).toBe(subject);
    expect((await desk.page.getByTestId('panel-frame').boundingBox())?.width).toBeLessThanOrEqual(320);
    expect(await desk.seriousFaults()).toEqual([]);
    await desk.shoot('meeting');
  });
});

describe('the tab in its frame', () => {
  it('opens at the case of a deep link in a card, and at one the tab asks for', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('link', { name: 'タブで開く' }).click();
    const tab = await desk.tabFrame();
    expect(await tab.locator('#context').textContent()).toContain('"subPageId":"case-7"');
    await tab.locator('#other').click();
    await tab.waitForURL(/tab/);
    await desk.page.frameLocator('[data-testid="tab-frame"]').getByText('"subPageId":"case-9"').waitFor();
    await desk.page.frameLocator('[data-testid="tab-frame"]').locator('#leave').click();
    await desk.page.getByTestId('compose').waitFor();
    expect(await desk.page.getByTestId('tab-frame').isVisible()).toBe(false);
  });

  it('changes its theme together with the window, cards included', async () => {
    await desk.openTeams();
    await desk.ask('受信箱');
    await desk.cardWith('庁舎北側外壁の修繕について');
    await desk.page.getByTestId('rail-tab').click();
    const tab = await desk.tabFrame();
    for (const theme of ['dark', 'contrast'] as const) {
      await desk.page.getByTestId('theme').selectOption(theme);
      await tab.locator('#theme').getByText(theme).waitFor();
      await desk.page.getByTestId('rail-chat').click();
      await desk.shoot(`teams-${theme}`);
      await desk.page.getByTestId('rail-tab').click();
    }
    await desk.page.reload();
    const anew = await desk.tabFrame();
    expect(await anew.locator('#context').textContent()).toContain('"theme":"contrast"');
  });
});

describe('the activity feed', () => {
  it('counts what arrived while the person was elsewhere, and leads to the message', async () => {
    await desk.openTeams();
    await desk.ask('こんにちは');
    await desk.inChat('「こんにちは」ですね。').waitFor();
    await desk.page.getByTestId('rail-activity').click();
    await desk.service.post(approvalCard({}));
    await desk.page.getByTestId('badge-activity').getByText('1', { exact: true }).waitFor();
    await desk.page.getByRole('button', { name: /アクティビティ.*未読1件/ }).waitFor();
    await desk.page.getByTestId('activity').first().click();
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.and(desk.page.locator(':focus')).waitFor();
    await expectEmpty(desk.page.getByTestId('badge-activity'));
  });
});

describe('other shapes', () => {
  it('fits a phone, where nothing is wider than the screen', async () => {
    await desk.page.setViewportSize({ width: 360, height: 740 });
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await desk.shoot('teams-phone');
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const label of ['承認', '差戻し', '質問', '別の人の番', 'ゆっくり']) {
      const box = await card.getByRole('button', { name: label, exact: true }).boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    const approve = await card.getByRole('button', { name: '承認', exact: true }).boundingBox();
    expect(approve?.height).toBeGreaterThanOrEqual(44);
    await desk.page.goto(desk.sandbox.url);
    await desk.page.getByTestId(`person-${PERSON}`).waitFor();
    await desk.shoot('picker-phone');
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('has no room for the list beside a conversation on a phone, and opens it by a button', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.openTeams();
    const open = page.getByRole('button', { name: '一覧を開く' });
    await open.click();
    const item = page.getByTestId('chat-item');
    await item.and(page.locator(':focus')).waitFor();
    expect(await page.getByTestId('compose').isVisible()).toBe(false);
    await desk.shoot('teams-phone-list');
    await page.keyboard.press('Enter');
    await page.getByTestId('compose').waitFor();
    expect(await item.isVisible()).toBe(false);
    await page.getByTestId('rail-group').click();
    const group = page.getByTestId('group').first();
    const name = await group.innerText();
    await desk.shoot('teams-phone-groups');
    await group.click();
    await page.getByTestId('group-message').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name);
    expect(await group.isVisible()).toBe(false);
    await open.and(page.locator(':focus')).waitFor();
    await desk.shoot('teams-phone-group');
    expect(await desk.seriousFaults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.keyboard.press('Enter');
    await group.and(page.locator(':focus')).waitFor();
    await page.getByTestId('theme').selectOption('dark');
    await desk.shoot('teams-phone-groups-dark');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByTestId('group-message').first().waitFor();
    expect([await group.isVisible(), await open.isVisible()]).toEqual([true, false]);
  });

  it('has no room for the list of meetings beside one of them on a phone: each takes the whole width', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    await desk.openTeams();
    await page.getByTestId('rail-meeting').click();
    const meeting = page.getByTestId('meeting').first();
    await meeting.waitFor();
    await desk.shoot('teams-phone-meetings');
    await meeting.click();
    const panel = page.getByTestId('panel-frame');
    await panel.waitFor();
    await page.getByTestId('panel-state').waitFor({ state: 'hidden' });
    await desk.shoot('teams-phone-meeting');
    expect((await panel.boundingBox())?.width).toBe(390);
    expect(await meeting.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const open = page.getByRole('button', { name: '一覧を開く' });
    await open.and(page.locator(':focus')).waitFor();
    expect(await desk.seriousFaults()).toEqual([]);
    await page.keyboard.press('Enter');
    await meeting.and(page.locator(':focus')).waitFor();
    expect(await panel.isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await panel.waitFor();
    expect([await meeting.isVisible(), await open.isVisible()]).toEqual([true, false]);
  });

  it('has no serious fault for assistive technology, in any theme', async () => {
    await desk.page.goto(desk.sandbox.url);
    await desk.page.getByTestId(`person-${PERSON}`).waitFor();
    expect(await desk.seriousFaults()).toEqual([]);
    await desk.openTeams();
    await desk.ask('受信箱');
    const card = await desk.cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByRole('button', { name: '差し戻す' }).click();
    for (const theme of ['default', 'dark', 'contrast']) {
      await desk.page.getByTestId('theme').selectOption(theme);
      expect([theme, await desk.seriousFaults()]).toEqual([theme, []]);
    }
    await desk.page.getByTestId('rail-activity').click();
    expect(await desk.seriousFaults()).toEqual([]);
  });

  it('speaks English, and tells the tab', async () => {
    await desk.openTeams();
    await desk.page.getByTestId('locale').click();
    await desk.page.getByTestId('rail-chat').getByText('Chat').waitFor();
    await desk.page.getByTestId('rail-tab').click();
    expect(await (await desk.tabFrame()).locator('#context').textContent()).toContain('"locale":"en-us"');
    await desk.shoot('teams-english');
  });
});

interface TabContext {
  readonly user: { readonly id: string; readonly tenant: { readonly id: string } };
}

async function tokenOf(tab: Frame): Promise<string> {
  const token = tab.locator('#token');
  await token.getByText('.').waitFor();
  return (await token.textContent()) ?? '';
}

async function expectEmpty(locator: Locator): Promise<void> {
  await locator.filter({ hasNotText: /\d/ }).waitFor({ state: 'attached' });
}

interface MeetingContext {
  readonly meeting: { readonly id: string };
  readonly chat: { readonly id: string };
}
