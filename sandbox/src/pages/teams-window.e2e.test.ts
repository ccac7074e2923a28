import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Frame, type Locator, type Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../server.ts';
import { approvalCard, type StandInService, startStandInService } from './stand-in-service.ts';

jest.setTimeout(120_000);

const run = promisify(execFile);
const shots = process.env.KAIGI_SHOTS;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
const person = 'section-head@minato.example';

let pagesFolder: string;
let browser: Browser;
let sandbox: Sandbox;
let service: StandInService;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pagesFolder = await mkdtemp(join(tmpdir(), 'kaigi-pages-'));
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
  const config = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  await run(process.execPath, [vite, 'build', '-c', config, '--outDir', pagesFolder, '--emptyOutDir']);
  const executablePath = process.env.KAIGI_CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: flags });
});

afterAll(async () => {
  await browser?.close();
  await rm(pagesFolder, { recursive: true, force: true });
});

beforeEach(async () => {
  service = await startStandInService(() => sandbox.url);
  sandbox = createSandbox({ port: 0, serviceUrl: service.url, pagesFolder, rateLimits: false, invokeTimeoutMs: 2_000 });
  await sandbox.listen();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Microsoft's list of origins and the refusals that the tests provoke are no faults of the window.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
  await sandbox.close();
  await service.close();
  expect(complaints).toEqual([]);
});

describe('the person picker', () => {
  it('shows the fixed people on top, everyone by unit, and opens Teams as one of them', async () => {
    await page.goto(sandbox.url);
    const card = page.getByTestId(`person-${person}`);
    await card.waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      expect.stringContaining('みなと市'),
      expect.stringContaining('やまと町'),
    ]);
    await shoot('picker-light');
    expect(await card.getByTestId('open-word').getAttribute('href')).toBe('/word?as=section-head%40minato.example');
    await card.getByTestId('open-teams').click();
    await page.getByTestId('message').first().waitFor();
    expect(page.url()).toContain('/teams?as=section-head%40minato.example');
  });

  it('finds people by post and says so when there is nobody', async () => {
    await page.goto(sandbox.url);
    await page.getByTestId(`person-${person}`).waitFor();
    await page.getByTestId('search').fill('政策課 課長');
    await page.getByTestId('person-drafter@minato.example').waitFor({ state: 'detached' });
    await page.getByTestId(`person-${person}`).waitFor();
    await page.getByTestId('search').fill('いない人の名前');
    expect(await page.getByTestId('empty').textContent()).toContain('いない人の名前');
  });

  it('offers another try when the list does not come', async () => {
    await fault('/sandbox/people', 1);
    await page.goto(sandbox.url);
    await page.getByTestId('error').getByRole('button').click();
    await page.getByTestId(`person-${person}`).waitFor();
  });
});

describe('a card in the chat', () => {
  it('receives what the bot says, draws its card and turns it into the answer to a press', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await shoot('teams-light');
    await card.getByLabel('意見(任意)').fill('承認します');
    await card.getByRole('button', { name: '承認', exact: true }).click();
    await card.getByText('承認しました。').waitFor();
    expect(service.presses).toEqual([
      {
        verb: 'approvals/approve',
        data: { caseId: 'case-7', version: 3, comment: '承認します' },
        trigger: 'manual',
      },
    ]);
    await page.reload();
    await inChat('承認しました。').waitFor();
  });

  it('asks for the reason in Japanese before it sends a case back', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByRole('button', { name: '差し戻す' }).click();
    await card.getByText('入力してください。').waitFor();
    expect(service.presses).toEqual([]);
    await card.getByLabel('理由').fill('金額の根拠がありません');
    await card.getByRole('button', { name: '差し戻す' }).click();
    await inChat('差し戻しました。理由: 金額の根拠がありません').waitFor();
    expect(service.presses[0]?.data).toMatchObject({ reason: '金額の根拠がありません', to: 'drafter', version: 3 });
  });

  it('shows that it works, and sends one press however often the button is pressed', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    const slow = card.getByRole('button', { name: 'ゆっくり' });
    await slow.click();
    await card.getByText('送信しています…').waitFor();
    expect(await card.getAttribute('aria-busy')).toBe('true');
    await slow.click({ force: true });
    await card.getByRole('button', { name: '承認', exact: true }).click({ force: true });
    service.release();
    await card.getByText('承認しました。').waitFor();
    expect(service.presses.map((press) => press.verb)).toEqual(['test/slow']);
  });
});

describe('a card that answers', () => {
  it('says why a press was refused or what came of it, and keeps the card', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '別の人の番' }).click();
    await card.getByRole('alert').getByText('この案件は別の人の番です。').waitFor();
    await card.getByRole('button', { name: '質問' }).click();
    await card.getByText('質問を送りました。').waitFor();
    await card.getByRole('button', { name: 'ゆっくり' }).click();
    await card.getByRole('alert').getByText('アプリに接続できません').waitFor();
    expect(await card.getByRole('button', { name: '承認', exact: true }).isEnabled()).toBe(true);
    service.release();
  });

  it('follows a card that the bot changes, without losing what is being typed', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('承認をお願いします。');
    await card.getByLabel('意見(任意)').fill('書きかけの意見');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByLabel('理由').fill('書きかけの理由');
    await service.update(await idOf(card), approvalCard({ line: '係長が承認しました。' }));
    await card.getByText('係長が承認しました。').waitFor();
    expect(await card.getByLabel('意見(任意)').inputValue()).toBe('書きかけの意見');
    expect(await card.getByLabel('理由').inputValue()).toBe('書きかけの理由');
    expect(await card.getByLabel('理由').isVisible()).toBe(true);
    expect(await page.getByTestId('live').textContent()).toContain('更新されました');
  });

  it("asks the bot for this person's own view of a card that offers one", async () => {
    await openTeams();
    await service.post(approvalCard({ refresh: true }));
    await inChat('あなたの番です。').waitFor();
    expect(service.presses).toEqual([
      { verb: 'approvals/refresh', data: { caseId: 'case-7', version: 3 }, trigger: 'automatic' },
    ]);
  });
});

describe('the chat', () => {
  it('shows formatted text and never markup', async () => {
    await openTeams();
    await page.getByTestId('hint-help').click();
    await inChat('<b>太字ではない</b>').waitFor();
    expect(await page.locator('.text li strong').first().textContent()).toBe('受信箱');
    await page.getByTestId('compose').fill('<img src=x onerror="document.title=1">');
    await page.getByTestId('send').click();
    await inChat('」ですね。').waitFor();
    expect(await page.locator('.messages img').count()).toBe(0);
  });

  it('keeps the text when sending fails', async () => {
    await openTeams();
    await fault(`/sandbox/teams/${encodeURIComponent(person)}/messages`, 1, 'POST');
    await page.getByTestId('compose').fill('届くはずの文章');
    await page.getByTestId('send').click();
    await page.getByTestId('compose-problem').getByText('送信できませんでした').waitFor();
    expect(await page.getByTestId('compose').inputValue()).toBe('届くはずの文章');
    await page.getByTestId('send').click();
    await inChat('「届くはずの文章」ですね。').waitFor();
    expect(await page.getByTestId('compose').inputValue()).toBe('');
  });
});

describe('the window', () => {
  it('works by keyboard alone: open, write, move to the card, press', async () => {
    await openTeams();
    await page.getByTestId('rail-chat').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('compose').focus();
    await page.keyboard.type('受信箱');
    await page.keyboard.press('Enter');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await page.getByTestId('messages').focus();
    await page.keyboard.press('ArrowUp');
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('鍵盤だけで');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card.getByText('承認しました。').waitFor();
    expect(service.presses[0]?.data).toMatchObject({ comment: '鍵盤だけで' });
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('says when the app was removed, and adds it again', async () => {
    await openTeams();
    await page.locator('.menu summary').click();
    await page.getByTestId('uninstall').click();
    await page.getByTestId('membership').getByRole('button').click();
    await page.getByTestId('membership').waitFor({ state: 'hidden' });
    expect(await page.getByTestId('compose').isEnabled()).toBe(true);
  });

  it('says so when the person does not exist', async () => {
    await page.goto(`${sandbox.url}/teams?as=nobody@minato.example`);
    expect(await page.getByTestId('error').textContent()).toContain('nobody@minato.example');
  });
});

describe('what the host tells the tab', () => {
  it('learns from the host who looks at it, and gets a token for that person', async () => {
    await openTeams();
    await page.getByTestId('rail-tab').click();
    const tab = await tabFrame();
    const told = JSON.parse((await tab.locator('#context').textContent()) ?? '') as TabContext;
    expect(told).toMatchObject({ app: { theme: 'default', locale: 'ja-jp' }, page: { id: 'inbox' } });
    expect(told.user.tenant.id).toBe('6d696e61-746f-4000-8000-000000000001');
    const claims = JSON.parse(Buffer.from((await tokenOf(tab)).split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({ preferred_username: person, oid: told.user.id, tid: told.user.tenant.id });
    await page.getByTestId('tab-state').waitFor({ state: 'hidden' });
  });

  it('refuses what this host does not have, instead of leaving the tab waiting', async () => {
    await openTeams();
    await page.getByTestId('rail-tab').click();
    await (await tabFrame()).getByText('この操作はサンドボックスの Teams にはありません。').waitFor();
  });
});

describe('the tab in its frame', () => {
  it('opens at the case of a deep link in a card, and at one the tab asks for', async () => {
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('link', { name: 'タブで開く' }).click();
    const tab = await tabFrame();
    expect(await tab.locator('#context').textContent()).toContain('"subPageId":"case-7"');
    await tab.locator('#other').click();
    await tab.waitForURL(/tab/);
    await page.frameLocator('[data-testid="tab-frame"]').getByText('"subPageId":"case-9"').waitFor();
    await page.frameLocator('[data-testid="tab-frame"]').locator('#leave').click();
    await page.getByTestId('compose').waitFor();
    expect(await page.getByTestId('tab-frame').isVisible()).toBe(false);
  });

  it('changes its theme together with the window, cards included', async () => {
    await openTeams();
    await ask('受信箱');
    await cardWith('庁舎北側外壁の修繕について');
    await page.getByTestId('rail-tab').click();
    const tab = await tabFrame();
    for (const theme of ['dark', 'contrast'] as const) {
      await page.getByTestId('theme').selectOption(theme);
      await tab.locator('#theme').getByText(theme).waitFor();
      await page.getByTestId('rail-chat').click();
      await shoot(`teams-${theme}`);
      await page.getByTestId('rail-tab').click();
    }
    await page.reload();
    const anew = await tabFrame();
    expect(await anew.locator('#context').textContent()).toContain('"theme":"contrast"');
  });
});

describe('the activity feed', () => {
  it('counts what arrived while the person was elsewhere, and leads to the message', async () => {
    await openTeams();
    await ask('こんにちは');
    await inChat('「こんにちは」ですね。').waitFor();
    await page.getByTestId('rail-activity').click();
    await service.post(approvalCard({}));
    await page.getByTestId('badge-activity').getByText('1', { exact: true }).waitFor();
    await page.getByRole('button', { name: /アクティビティ.*未読1件/ }).waitFor();
    await page.getByTestId('activity').first().click();
    const card = await cardWith('庁舎北側外壁の修繕について');
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectEmpty(page.getByTestId('badge-activity'));
  });
});

describe('other shapes', () => {
  it('fits a phone, where nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await shoot('teams-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const label of ['承認', '差戻し', '質問', '別の人の番', 'ゆっくり']) {
      const box = await card.getByRole('button', { name: label, exact: true }).boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    const approve = await card.getByRole('button', { name: '承認', exact: true }).boundingBox();
    expect(approve?.height).toBeGreaterThanOrEqual(44);
    await page.goto(sandbox.url);
    await page.getByTestId(`person-${person}`).waitFor();
    await shoot('picker-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('has no serious fault for assistive technology, in any theme', async () => {
    await page.goto(sandbox.url);
    await page.getByTestId(`person-${person}`).waitFor();
    expect(await seriousFaults()).toEqual([]);
    await openTeams();
    await ask('受信箱');
    const card = await cardWith('庁舎北側外壁の修繕について');
    await card.getByRole('button', { name: '差戻し' }).click();
    await card.getByRole('button', { name: '差し戻す' }).click();
    for (const theme of ['default', 'dark', 'contrast']) {
      await page.getByTestId('theme').selectOption(theme);
      expect([theme, await seriousFaults()]).toEqual([theme, []]);
    }
    await page.getByTestId('rail-activity').click();
    expect(await seriousFaults()).toEqual([]);
  });

  it('speaks English, and tells the tab', async () => {
    await openTeams();
    await page.getByTestId('locale').click();
    await page.getByTestId('rail-chat').getByText('Chat').waitFor();
    await page.getByTestId('rail-tab').click();
    expect(await (await tabFrame()).locator('#context').textContent()).toContain('"locale":"en-us"');
    await shoot('teams-english');
  });
});

interface AxeFault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface TabContext {
  readonly user: { readonly id: string; readonly tenant: { readonly id: string } };
}

async function openTeams(): Promise<void> {
  await page.goto(`${sandbox.url}/teams?as=${person}`);
  await inChat('待っている案件が出ます').waitFor();
}

function inChat(text: string): Locator {
  return page.getByTestId('message').getByText(text);
}

async function ask(text: string): Promise<void> {
  await page.getByTestId('compose').fill(text);
  await page.getByTestId('send').click();
}

async function cardWith(text: string): Promise<Locator> {
  const card = page.getByTestId('message').filter({ hasText: text }).last();
  await card.waitFor();
  const id = (await card.getAttribute('data-message-id')) ?? '';
  return page.locator(`[data-message-id="${id}"]`);
}

async function idOf(message: Locator): Promise<string> {
  return (await message.getAttribute('data-message-id')) ?? '';
}

async function tabFrame(): Promise<Frame> {
  const element = await page.getByTestId('tab-frame').elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('the window has no tab frame');
  await frame.getByText('"app":').waitFor();
  return frame;
}

async function tokenOf(tab: Frame): Promise<string> {
  const token = tab.locator('#token');
  await token.getByText('.').waitFor();
  return (await token.textContent()) ?? '';
}

async function seriousFaults(): Promise<readonly string[]> {
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly AxeFault[] }> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

async function expectEmpty(locator: Locator): Promise<void> {
  await locator.filter({ hasNotText: /\d/ }).waitFor({ state: 'attached' });
}

async function fault(path: string, times: number, method?: string): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, kind: '503', times, ...(method === undefined ? {} : { method }) }),
  });
  expect(response.status).toBe(201);
}

async function shoot(name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
}
