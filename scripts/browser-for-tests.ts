import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

// Without windows Chromium draws a page with a third less work.
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chrome, Edge or Chromium of this machine; null when there is none. `KAIGI_CHROMIUM` names another. */
function findBrowser(): string | null {
  return [process.env.KAIGI_CHROMIUM ?? '', ...PLACES].find((place) => place !== '' && existsSync(place)) ?? null;
}

const rendersJapanese = () => {
  const listed = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
};

/**
 * Finds a browser, or installs Debian's where that is allowed (root, apt): no browser is ever downloaded from elsewhere.
 * @returns its path; null when there is none to be had
 */
export async function ensureBrowser(say: (line: string) => void): Promise<string | null> {
  const found = findBrowser();
  const debian = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const missing = [...(found ? [] : ['chromium-headless-shell']), ...(rendersJapanese() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0 || !debian) return found;
  say(`画面のテストのため、Debian の ${missing.join(' と ')} を入れます。`);
  apt('update');
  for (const one of missing) install(one);
  // Older Debian has it with windows only.
  if (findBrowser() === null) install('chromium');
  return findBrowser();
}

const install = (name: string) => apt('install', '-y', '--no-install-recommends', name);

function apt(...args: readonly string[]): void {
  spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  });
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chrome, Edge or Chromium on this machine: set KAIGI_CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  // For scripts/e2e/failure-environment.mjs.
  Object.assign(globalThis, { kaigiBrowser: browser });
  return browser;
}
