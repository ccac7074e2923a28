import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { openPage, shoot } from '../testing/browser.ts';
import { caseId } from '../testing/cases.ts';
import { type Desk, setUpDesk } from '../testing/desk.ts';
import { eventually } from '../testing/eventually.ts';
import { openTeamsWindow, type TeamsWindow } from '../testing/teams-window.ts';

let desk: Desk;
let teams: TeamsWindow;

beforeAll(async () => {
  teams = await openTeamsWindow();
  desk = await setUpDesk({ hostOrigins: ['https://*.teams.microsoft.com', teams.origin] });
});
afterEach(() => desk.tidy());
afterAll(async () => {
  await desk.close();
  await teams.close();
});

interface Window {
  readonly page: Page;
  readonly tab: FrameLocator;
}

async function openInTeams(context: Readonly<Record<string, string>>): Promise<Window> {
  const { page } = await openPage(desk.browser);
  await page.goto(teams.address(`${desk.service.origin}/tab/`, { locale: 'ja-jp', theme: 'default', ...context }));
  return { page, tab: page.frameLocator('iframe') };
}

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: { func: string }[] }).heard.map(({ func }) => func));

describe('inside Teams', () => {
  it('signs in by the host, says that the page stands, and never goes to a sign-in page', async () => {
    const { page, tab } = await openInTeams({});
    await tab.getByTestId('case-row').first().waitFor();
    const said = expect.arrayContaining(['authentication.getAuthToken', 'appInitialization.success']);
    await eventually<unknown>(() => heard(page), said);
    const bearers = new Set(desk.service.calls.map(({ headers }) => headers.authorization).filter(Boolean));
    expect([...bearers]).toEqual(['Bearer host-token']);
  });

  it('opens the case of a deep link', async () => {
    const { tab } = await openInTeams({ subPageId: caseId(2), subEntityId: caseId(2) });
    expect(await tab.getByTestId('case-title').textContent()).toContain('庁舎会議室');
  });

  it('opens the page that the tab stands for', async () => {
    const { tab } = await openInTeams({ entityId: 'register' });
    await tab.getByTestId('register-row').first().waitFor();
  });

  it('follows the theme of the host, from light over dark to high contrast', async () => {
    const { page, tab } = await openInTeams({ subEntityId: caseId(1) });
    await tab.getByTestId('history-entry').first().waitFor();
    const root = tab.locator('[data-theme]');
    expect(await root.getAttribute('data-theme')).toBe('light');
    for (const theme of ['dark', 'contrast']) {
      await page.evaluate((name) => {
        (window as unknown as { tell(func: string, args: string[]): void }).tell('themeChange', [name]);
      }, theme);
      await tab.locator(`[data-theme="${theme}"]`).waitFor();
      await tab.getByTestId('approve-button').click();
      await tab.getByTestId('act-dialog').waitFor();
      await shoot(page, `teams-${theme}-dialog`);
      await tab.getByTestId('cancel-button').click();
      await tab.getByTestId('act-dialog').waitFor({ state: 'detached' });
      await shoot(page, `teams-${theme}`);
    }
  });

  it('speaks the language of the host and leaves no switch', async () => {
    const { tab } = await openInTeams({ locale: 'en-us' });
    expect(await tab.getByTestId('nav-inbox').textContent()).toContain('Inbox');
    expect(await tab.getByTestId('account-menu').count()).toBe(0);
  });

  it.each([
    ['resourceRequiresConsent', '管理者に'],
    ['CancelledByUser', '取り消されました'],
    ['somethingElse', 'サインインできませんでした'],
  ])('says what to do when the host refuses with %s', async (refuse, words) => {
    const { page, tab } = await openInTeams({ refuse });
    expect(await tab.getByTestId('error').textContent()).toContain(words);
    await eventually<unknown>(() => heard(page), expect.arrayContaining(['appInitialization.failure']));
    await shoot(page, `teams-refused-${refuse}`);
  });

  it('says so when nothing answers around it', async () => {
    const { tab } = await openInTeams({ silent: 'yes' });
    await tab.getByTestId('error').waitFor({ timeout: 25_000 });
    expect(await tab.getByTestId('error').textContent()).toContain('Teams から応答がありません');
  });
});

describe('in a plain browser', () => {
  /** As somebody who has not signed in before. */
  const open = async (route: string) => {
    const opened = await openPage(desk.browser);
    await opened.page.goto(`${desk.service.origin}/tab/${route}`);
    return opened;
  };

  it('comes back from the sign-in page to where it was, with a clean address', async () => {
    const { page } = await open(`#/cases/${caseId(2)}`);
    await page.getByTestId('case-title').waitFor();
    expect(page.url()).toBe(`${desk.service.origin}/tab/#/cases/${caseId(2)}`);
  });

  it('keeps no access token where a reload would find it, and needs no new sign-in after one', async () => {
    const { page } = await open('#/inbox');
    await page.getByTestId('case-row').first().waitFor();
    const stored = await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)]);
    expect(stored).toEqual([['kaigi.refresh'], []]);
    let visits = 0;
    page.on('request', (request) => {
      if (request.url().includes('/authorize')) visits += 1;
    });
    await page.reload();
    await page.getByTestId('case-row').first().waitFor();
    expect(visits).toBe(0);
  });

  it('renews a token that the service no longer likes, once, and goes on', async () => {
    let refused = 0;
    desk.service.answer('GET /api/v1/me', () => {
      refused += 1;
      if (refused === 1) return desk.service.world.notSignedIn();
      return { body: desk.service.world.me };
    });
    const { page } = await open('#/inbox');
    await page.getByTestId('account-menu').waitFor();
    // Whatever asks who I am, and however often: the second token is used, and there is no third.
    const asked = desk.service.calls.filter(({ path }) => path === '/api/v1/me');
    expect(new Set(asked.map(({ headers }) => headers.authorization)).size).toBe(2);
  });

  it('passes on who is meant, and signs in as somebody else when asked', async () => {
    const { page } = await openPage(desk.browser);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/authorize')) asked.push(new URL(request.url()).search);
    });
    await page.goto(`${desk.service.origin}/tab/?login_hint=drafter%40minato.example`);
    await page.getByTestId('account-menu').click();
    await shoot(page, 'account-menu');
    const again = page.waitForRequest(/authorize/);
    await page.getByTestId('sign-in-other').click();
    await again;
    await page.getByTestId('account-menu').waitFor();
    expect(new URLSearchParams(asked[0]).get('login_hint')).toBe('drafter@minato.example');
    expect(new URLSearchParams(asked[1]).get('prompt')).toBe('select_account');
  });

  it('says so when the sign-in page refuses, and tries again when asked', async () => {
    desk.service.answer('GET /organizations/oauth2/v2.0/authorize', ({ path }) => {
      const query = new URL(path, desk.service.origin).searchParams;
      const back = `${query.get('redirect_uri')}?error=access_denied&state=${query.get('state')}`;
      return { status: 302, headers: { Location: back } };
    });
    const { page } = await open('#/inbox');
    expect(await page.getByTestId('error').textContent()).toContain('取り消されました');
    await shoot(page, 'sign-in-refused');
    desk.service.restore();
    await page.getByTestId('retry-button').click();
    await page.getByTestId('case-row').first().waitFor();
  });

  it('does not take a code that it has not asked for', async () => {
    const { page } = await openPage(desk.browser);
    await page.goto(`${desk.service.origin}/tab/?code=stolen&state=made-up`);
    await page.getByTestId('case-row').first().waitFor();
    expect(page.url()).not.toContain('stolen');
  });

  it('says so when the service is down at the start', async () => {
    desk.service.answer('GET /api/v1/client-config', () => ({ drop: true }));
    const { page } = await open('#/inbox');
    expect(await page.getByTestId('error').textContent()).toContain('サーバーにつながりません');
  });
});
