import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LobbyView } from '@kaigi/core';
import { chromium } from 'playwright-core';
import { type Entra, startEntra } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';

const KEY = `${'6d'.repeat(16)}.${'k'.repeat(43)}`;
const at = new Date('2026-12-01T10:10:00+09:00');
const line = { from: '10:00', to: '11:00', room: '第1会議室', floor: '3F', text: null, now: true };
const VIEW: LobbyView = { at, office: { ja: '本庁', en: 'Main office' }, lines: [line] };

/** The network is back: the page asks at once. */
const ONLINE = "dispatchEvent(new Event('online'))";

let entra: Entra;
let service: ServiceUnderTest;
let view: LobbyView;
let key = KEY;

beforeAll(async () => {
  entra = await startEntra();
  service = await startServiceUnderTest(entra, { lobby: { show: async (asked) => (asked === key ? view : null) } });
});
afterAll(async () => {
  await service.close();
  await entra.close();
});
beforeEach(() => {
  view = VIEW;
  key = KEY;
});

const get = (cookie = '') => fetch(`${service.url}/lobby`, { headers: { cookie } });
const enter = (typed: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/lobby`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ key: typed }) },
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  });

describe('S-09: the display at reception over HTTP', () => {
  it('asks for a key, keeps it in a cookie of its path alone, and says it nowhere', async () => {
    expect(await (await get()).text()).toContain('<form method="post" action="/lobby">');
    const entered = await enter(KEY);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/lobby']);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^kaigi_lobby=[^;]+; Path=\/lobby; HttpOnly; SameSite=Strict; Max-Age=\d+$/u);
    const page = await get(cookie.split(';')[0]);
    const html = await page.text();
    expect(html).toMatch(/10:00–11:00.*第1会議室.*会議<span lang="en">Meeting/su);
    expect(html).toContain('令和8年12月1日');
    expect([html, service.log()].join()).not.toContain(KEY);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/u);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('shows text as text, whatever somebody wrote', async () => {
    view = { ...VIEW, lines: [{ ...line, room: '<script>a</script>', text: '"><img src=x>' }] };
    const html = await (await get(`kaigi_lobby=${KEY}`)).text();
    expect(html).not.toMatch(/<script>a|<img/u);
    expect(html).toContain('&#60;img');
  });

  it('forgets a key that was revoked', async () => {
    key = 'another';
    const answer = await get(`other=1; kaigi_lobby=${KEY}`);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, expect.stringContaining('Max-Age=0')]);
    expect(await answer.text()).toContain('失効しています');
  });

  it('takes no key from a form elsewhere, from an address or from somebody who guesses', async () => {
    expect((await enter(KEY, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const addressed = await fetch(`${service.url}/lobby?key=${KEY}`);
    expect(await addressed.text()).toContain('<form');
    const tries = [];
    for (let times = 0; times < 15; times += 1) tries.push((await enter('guess')).status);
    expect(tries[0]).toBe(401);
    expect(tries.at(-1)).toBe(429);
  });
});

describe('S-09: the display at reception in a browser', () => {
  it('takes the key behind #, follows what is booked, and shows when it grows old', async () => {
    // Its own service: the tries of the tests above are counted.
    const fresh = await startServiceUnderTest(entra, {
      lobby: { show: async (asked) => (asked === KEY ? view : null) },
    });
    const executablePath = process.env.KAIGI_CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(`${fresh.url}/lobby#${KEY}`);
      await page.getByText('第1会議室').waitFor();
      expect(page.url()).toBe(`${fresh.url}/lobby`);
      await page.getByText('表示が古くなっています', { exact: false }).waitFor({ state: 'hidden' });
      view = { ...VIEW, lines: [{ ...line, room: '大会議室', text: '審議会' }] };
      await page.evaluate(ONLINE);
      await page.getByText('大会議室').waitFor();
      // No news for so long: the time of the page is set on.
      await page.evaluate('document.getAnimations().forEach((animation) => animation.finish())');
      await page.getByText('表示が古くなっています', { exact: false }).waitFor({ state: 'visible' });
      await page.evaluate(ONLINE);
      await page.getByText('表示が古くなっています', { exact: false }).waitFor({ state: 'hidden' });
      if (process.env.KAIGI_SHOTS) await page.screenshot({ path: `${process.env.KAIGI_SHOTS}/lobby.png` });
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await fresh.close();
    }
  });
});
