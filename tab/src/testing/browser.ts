import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [process.env.KAIGI_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** A machine may be ten times as slow as one's own; what comes at once is waited for no longer. */
const PATIENCE_MS = 45_000;

export async function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
  if (!executablePath) throw new Error('no Chromium found: install it or set KAIGI_CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  // For scripts/e2e/failure-environment.mjs.
  Object.assign(globalThis, { kaigiBrowser: browser });
  return browser;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page itself complained about: exceptions and console errors. */
  readonly complaints: string[];
}

export interface PageOptions extends BrowserContextOptions {
  /** The moment at which its clock stands still; otherwise it is the true one. */
  readonly now?: string | undefined;
}

export async function openPage(browser: Browser, { now, ...options }: PageOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  if (now !== undefined) await context.clock.setFixedTime(new Date(now));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, complaints };
}

/** Kept only where somebody wants to look at them. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.KAIGI_SHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Runs in the page: holds back the answer of `/changes` until the second page of a list is asked for. */
export function connectBesideSecondPage(): void {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const original = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.includes('cursor=')) resolve();
    const answer = await original(input, init);
    if (url.includes('/changes')) await asked;
    return answer;
  };
}
