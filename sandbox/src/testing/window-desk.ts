import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Frame, type Locator, type Page } from 'playwright-core';
import { type StandInService, startStandInService } from '../pages/stand-in-service.ts';
import { createSandbox, type Sandbox } from '../server.ts';

const run = promisify(execFile);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** Whose windows the tests open. */
export const PERSON = 'section-head@minato.example';

interface AxeFault {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** One person before a window: a sandbox, a stand-in service and a page of their own. */
export class WindowDesk {
  readonly sandbox: Sandbox;
  readonly service: StandInService;
  readonly page: Page;
  /** Errors of the page that no test provoked. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  constructor(parts: { sandbox: Sandbox; service: StandInService; context: BrowserContext; page: Page }) {
    this.sandbox = parts.sandbox;
    this.service = parts.service;
    this.page = parts.page;
    this.#context = parts.context;
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('console', (message) => {
      // Microsoft's list of origins and the refusals that the tests provoke are no faults of the window.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.sandbox.close();
    await this.service.close();
  }

  async openTeams(): Promise<void> {
    await this.page.goto(`${this.sandbox.url}/teams?as=${PERSON}`);
    await this.inChat('待っている案件が出ます').waitFor();
  }

  inChat(text: string): Locator {
    return this.page.getByTestId('message').getByText(text);
  }

  async ask(text: string): Promise<void> {
    await this.page.getByTestId('compose').fill(text);
    await this.page.getByTestId('send').click();
  }

  /** The card by its id, so that it is still found when its text has changed. */
  async cardWith(text: string): Promise<Locator> {
    const card = this.page.getByTestId('message').filter({ hasText: text }).last();
    await card.waitFor();
    return this.page.locator(`[data-message-id="${await idOf(card)}"]`);
  }

  async tabFrame(): Promise<Frame> {
    const element = await this.page.getByTestId('tab-frame').elementHandle();
    const frame = await element?.contentFrame();
    if (frame === null || frame === undefined) throw new Error('the window has no tab frame');
    await frame.getByText('"app":').waitFor();
    return frame;
  }

  async seriousFaults(): Promise<readonly string[]> {
    await this.page.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly AxeFault[] }> } };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    });
  }

  async fault(path: string, times: number, method?: string): Promise<void> {
    const response = await fetch(`${this.sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path, kind: '503', times, ...(method === undefined ? {} : { method }) }),
    });
    if (response.status !== 201) throw new Error(`the sandbox took no fault: ${response.status}`);
  }

  async shoot(name: string): Promise<void> {
    const shots = process.env.KAIGI_SHOTS;
    if (shots !== undefined) await this.page.screenshot({ path: join(shots, `${name}.png`) });
  }
}

export async function idOf(message: Locator): Promise<string> {
  return (await message.getAttribute('data-message-id')) ?? '';
}

export interface DeskOptions {
  /** For how long Teams waits for the answer to a press; a slow machine answers late, too. */
  readonly invokeTimeoutMs?: number;
}

/** Today's pages, built once per test file, and a browser to show them. */
export interface BuiltWindows {
  openDesk(options?: DeskOptions): Promise<WindowDesk>;
  close(): Promise<void>;
}

export async function buildWindows(): Promise<BuiltWindows> {
  const pagesFolder = await mkdtemp(join(tmpdir(), 'kaigi-pages-'));
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
  const config = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  await run(process.execPath, [vite, 'build', '-c', config, '--outDir', pagesFolder, '--emptyOutDir']);
  const executablePath = process.env.KAIGI_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    openDesk: ({ invokeTimeoutMs = 60_000 } = {}) => openDesk(browser, { pagesFolder, invokeTimeoutMs }),
    async close() {
      await browser.close();
      await rm(pagesFolder, { recursive: true, force: true });
    },
  };
}

async function openDesk(
  browser: Browser,
  options: { readonly pagesFolder: string; readonly invokeTimeoutMs: number },
): Promise<WindowDesk> {
  let sandboxUrl = '';
  const service = await startStandInService(() => sandboxUrl);
  const sandbox = createSandbox({
    port: 0,
    serviceUrl: service.url,
    rateLimits: false,
    ...options,
  });
  await sandbox.listen();
  sandboxUrl = sandbox.url;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
  context.setDefaultTimeout(45_000);
  return new WindowDesk({ sandbox, service, context, page: await context.newPage() });
}
