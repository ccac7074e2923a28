import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
const SHOTS = process.env.KAIGI_SHOTS;
const FOLDER = process.env.KAIGI_SAMPLES ? join(process.env.KAIGI_SAMPLES, 'docx') : undefined;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const run = promisify(execFile);

let pages: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let sandbox: Server;
let paneServer: Server;
let sandboxUrl: string;
let paneUrl: string;

async function buildPages(outDir: string): Promise<void> {
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin', 'vite.js');
  const configs: readonly [string, string][] = [
    ['word.vite.config.ts', outDir],
    ['office-js.vite.config.ts', join(outDir, 'office-js')],
  ];
  for (const [config, folder] of configs) {
    await run(process.execPath, [vite, 'build', '-c', join(HERE, 'fixtures', config), '--outDir', folder]);
  }
}

/** Stands for the sandbox's server: the built pages, its configuration and the token of the host. */
function serveSandbox(): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    if (path === '/sandbox/config')
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ taskPaneUrl: `${paneUrl}/pane.html` }));
    else if (path === '/sandbox/host-token') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () =>
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ token: `token of ${(JSON.parse(body) as { as: string }).as}` })),
      );
    } else {
      const file = join(pages, path === '/word' ? 'word.html' : path);
      if (!existsSync(file) || extname(file) === '') return void response.writeHead(404).end();
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    }
  });
}

function servePane(): Server {
  const html = readFileSync(join(HERE, 'fixtures', 'test-pane.html'), 'utf8');
  return createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(html.replace('%OFFICE_JS%', `${sandboxUrl}/office-js/office.js`));
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'kaigi-word-'));
  await buildPages(pages);
  sandbox = serveSandbox();
  paneServer = servePane();
  sandboxUrl = await listen(sandbox);
  paneUrl = await listen(paneServer);
  browser = await chromium.launch({ executablePath: process.env.KAIGI_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  sandbox?.close();
  paneServer?.close();
  await rm(pages, { recursive: true, force: true });
});

let problems: string[];

beforeEach(async () => {
  problems = [];
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    locale: 'ja-JP',
  });
  page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${sandboxUrl}/word?as=drafter@minato.example`);
});

afterEach(async () => {
  await context.close();
});

async function pane(): Promise<Frame> {
  const frame = await (await page.getByTestId('taskpane-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('the pane has no frame');
  await frame.getByText('ready Word').waitFor();
  return frame;
}

/** Runs a piece of an add-in in the pane; what it throws comes back as `{ code }`. */
async function inWord(frame: Frame, body: string): Promise<unknown> {
  return frame.evaluate(`Word.run(async (context) => { ${body} }).catch((error) => ({ code: error.code }))`);
}

async function downloaded(): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('word-download').click()]);
  return readFileSync(await download.path());
}

async function shot(name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `word-${name}.png`) });
}

describe('the stand-in for office.js', () => {
  it("opens a practice document, shows it, and gives the pane its host and the person's token", async () => {
    await shot('start');
    await page.getByTestId('word-sample-1').click();
    await page.getByTestId('word-page').getByText('演習の時間を増やす要望').waitFor();
    const frame = await pane();
    expect(await frame.evaluate('OfficeRuntime.auth.getAccessToken()')).toBe('token of drafter@minato.example');
    expect(
      await frame.evaluate(`({
        url: decodeURIComponent(Office.context.document.url), language: Office.context.displayLanguage, dark: Office.context.officeTheme.isDarkTheme,
        sets: ['1.3', '1.4', '1.5'].map((version) => Office.context.requirements.isSetSupported('WordApi', version)),
        naa: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'), identity: Office.context.requirements.isSetSupported('IdentityAPI', '1.3'),
      })`),
    ).toEqual({
      url: 'https://minato.sharepoint.example/sites/seisaku/Shared Documents/令和8年度政策研修の実施について.docx',
      language: 'ja-JP',
      dark: false,
      sets: [true, true, false],
      naa: false,
      identity: true,
    });
    await shot('sample');
    expect(problems).toEqual([]);
  });

  it('reads text, paragraphs and properties, and refuses to read what was not loaded', async () => {
    await page.getByTestId('word-sample-4').click();
    const frame = await pane();
    expect(
      await inWord(
        frame,
        `
        const { body, properties } = context.document;
        body.load('text'); body.paragraphs.load('items/text'); properties.load({ title: true, author: true });
        const first = body.paragraphs.getFirst().load('text');
        await context.sync();
        return { start: body.text.slice(0, 6), lines: body.paragraphs.items.length, first: first.text, title: properties.title, author: properties.author };`,
      ),
    ).toEqual({
      start: '庁内会議メモ',
      lines: 4,
      first: '庁内会議メモ',
      title: '庁内会議メモ',
      author: 'みなと市企画部政策課',
    });
    expect(await inWord(frame, `return context.document.body.text;`)).toEqual({ code: 'PropertyNotLoaded' });
    expect(
      await inWord(frame, `const p = context.document.body.paragraphs; await context.sync(); return p.items;`),
    ).toEqual({ code: 'PropertyNotLoaded' });
    expect(await inWord(frame, `context.document.body.load('nothing'); await context.sync();`)).toEqual({
      code: 'ApiNotFound',
    });
    expect(
      await inWord(frame, `context.document.contentControls.getByTag('x').getFirst(); await context.sync();`),
    ).toEqual({ code: 'ItemNotFound' });
    expect(
      await inWord(
        frame,
        `const none = context.document.contentControls.getByTag('x').getFirstOrNullObject(); none.load('text'); await context.sync(); return none.isNullObject;`,
      ),
    ).toBe(true);
  });
});

describe('content controls in the stand-in', () => {
  it('puts in content controls, finds, fills, locks and unlocks them, and shows them on the page', async () => {
    await page.getByTestId('word-sample-1').click();
    const frame = await pane();
    await inWord(
      frame,
      `
      const line = context.document.body.insertParagraph('(番号)', 'Start');
      line.alignment = 'Right';
      const control = line.insertContentControl();
      control.tag = 'kaigi:documentNumber'; control.title = '文書番号'; control.appearance = 'Tags';
      await context.sync();`,
    );
    await page.locator('.content-control', { hasText: '(番号)' }).waitFor();
    const look = `control.load(); await context.sync(); return { text: control.text, title: control.title, appearance: control.appearance, cannotEdit: control.cannotEdit };`;
    const find = `const control = context.document.contentControls.getByTag('kaigi:documentNumber').getFirst();`;
    expect(
      await inWord(frame, `${find} control.insertText('政第12号', 'Replace'); control.cannotEdit = true; ${look}`),
    ).toEqual({
      text: '政第12号',
      title: '文書番号',
      appearance: 'Tags',
      cannotEdit: true,
    });
    await page.locator('.content-control.locked', { hasText: '政第12号' }).waitFor();
    expect(await inWord(frame, `${find} control.insertText('改ざん', 'Replace'); await context.sync();`)).toEqual({
      code: 'AccessDenied',
    });
    expect(
      await inWord(frame, `${find} control.cannotDelete = true; control.delete(false); await context.sync();`),
    ).toEqual({ code: 'AccessDenied' });
    expect(
      await inWord(
        frame,
        `${find} control.cannotEdit = false; control.cannotDelete = false; control.insertText('第', 'End'); ${look}`,
      ),
    ).toMatchObject({ text: '政第12号第' });
    expect(
      await inWord(
        frame,
        `const all = context.document.contentControls.getByTitle('文書番号'); all.load('items'); await context.sync(); return all.items.map((item) => item.tag);`,
      ),
    ).toEqual(['kaigi:documentNumber']);
    expect(
      await inWord(
        frame,
        `${find} control.delete(true); context.document.body.load('text'); await context.sync(); return context.document.body.text.startsWith('政第12号第');`,
      ),
    ).toBe(true);
    await shot('controls');
  });
});

describe('documents over a reload', () => {
  it("keeps custom properties and the pane's changes over a reload of the window", async () => {
    await page.getByTestId('word-new').click();
    let frame = await pane();
    expect(await frame.evaluate('Office.context.document.url')).toBe('');
    await inWord(
      frame,
      `context.document.properties.title = '新しい件名'; context.document.properties.customProperties.add('KaigiRecordId', 'id-1'); context.document.body.insertText('打った文章', 'Start'); context.document.save();`,
    );
    await page.getByTestId('word-page').getByText('打った文章').waitFor();
    await page.reload();
    frame = await pane();
    await page.getByTestId('word-page').getByText('打った文章').waitFor();
    expect(
      await inWord(
        frame,
        `
        const { properties } = context.document; const item = properties.customProperties.getItemOrNullObject('KaigiRecordId'); const none = properties.customProperties.getItemOrNullObject('other');
        item.load('key,value'); properties.load('title'); none.load('value'); await context.sync();
        return [item.key, item.value, properties.title, item.isNullObject, none.isNullObject];`,
      ),
    ).toEqual(['KaigiRecordId', 'id-1', '新しい件名', false, true]);
    await page.getByTestId('word-file-menu').click();
    await page.getByTestId('word-recent-document').filter({ hasText: '文書1.docx' }).click();
    await page.getByTestId('word-page').getByText('打った文章').waitFor();
  });
});

describe('the Word window', () => {
  it("does not show one person's documents to another", async () => {
    await page.getByTestId('word-sample-2').click();
    await pane();
    const hash = new URL(page.url()).hash;
    await page.goto(`${sandboxUrl}/word?as=section-head@minato.example${hash}`);
    await page.getByText('このブラウザーに残っていません').waitFor();
    expect(await page.getByTestId('word-recent-document').count()).toBe(0);
  });

  it('gives the real bytes in slices and lets at most two files be open', async () => {
    await page.getByTestId('word-sample-3').click();
    const frame = await pane();
    const answer = (await frame.evaluate(`(async () => {
      const open = () => new Promise((resolve) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 1000 }, resolve));
      const { value: file } = await open();
      const bytes = [];
      for (let i = 0; i < file.sliceCount; i += 1) bytes.push(...(await new Promise((resolve) => file.getSliceAsync(i, resolve))).value.data);
      const second = await open(); const third = await open();
      file.closeAsync(() => undefined); const fourth = await open();
      return { bytes, size: file.size, second: second.status, third: third.error.code, fourth: fourth.status };
    })()`)) as { bytes: number[]; size: number; second: string; third: number; fourth: string };
    expect(answer).toMatchObject({ second: 'succeeded', third: 5001, fourth: 'succeeded' });
    expect(answer.bytes).toHaveLength(answer.size);
    expect((await JSZip.loadAsync(Uint8Array.from(answer.bytes))).file('word/document.xml')).not.toBeNull();
    expect(Buffer.from(await downloaded()).equals(Buffer.from(answer.bytes))).toBe(true);
  });

  it('lets a person add and edit paragraphs by hand', async () => {
    await page.getByTestId('word-sample-1').click();
    await pane();
    await page.getByTestId('word-add-paragraph').click();
    await page.getByTestId('word-paragraph-text').fill('追記: 会場を変更しました。');
    await page.getByTestId('word-paragraph-save').click();
    await page.getByTestId('word-page').getByText('追記: 会場を変更しました。').waitFor();
    await page.getByTestId('word-edit-paragraph').click();
    await page.getByTestId('word-paragraph-list').selectOption({ label: '理由' });
    await page.getByTestId('word-paragraph-text').fill('実施の理由');
    await shot('edit');
    await page.getByTestId('word-paragraph-save').click();
    await page.getByTestId('word-page').getByText('実施の理由').waitFor();
    const xml = await (await JSZip.loadAsync(await downloaded())).file('word/document.xml')?.async('string');
    expect(xml).toContain('実施の理由');
    expect(xml).toContain('追記: 会場を変更しました。');
  });
});

describe('what the Word window guards', () => {
  it('refuses what is no document in a Japanese sentence and keeps the open one', async () => {
    await page
      .getByTestId('word-open-file')
      .setInputFiles({ name: '予算.docx', mimeType: 'text/plain', buffer: Buffer.from('not a zip') });
    await page.getByText('「予算.docx」は Word の文書（.docx）ではないか、壊れているため開けません。').waitFor();
    await page.getByTestId('word-sample-1').click();
    await pane();
    await page
      .getByTestId('word-open-file')
      .setInputFiles({ name: '空.docx', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
    await page.getByText('「空.docx」は空のファイルです').waitFor();
    await page.getByTestId('word-page').getByText('演習の時間を増やす要望').waitFor();
  });

  it('does not answer a page that is not its pane', async () => {
    await page.getByTestId('word-sample-1').click();
    await pane();
    const answered = await page.evaluate(`new Promise((resolve) => {
      const stranger = document.createElement('iframe');
      stranger.srcdoc = '<script>addEventListener("message", () => parent.postMessage("answered", "*")); parent.postMessage({ protocol: "kaigi-sandbox-word", id: 1, method: "token" }, "*"); setTimeout(() => parent.postMessage("silence", "*"), 500)<\\/script>';
      addEventListener('message', (event) => ['answered', 'silence'].includes(event.data) && resolve(event.data));
      document.body.append(stranger);
    })`);
    expect(answered).toBe('silence');
  });

  it('draws every document of other programs (KAIGI_SAMPLES)', async () => {
    if (!FOLDER || !existsSync(FOLDER))
      return console.info('KAIGI_SAMPLES is not set: the documents of other programs were not opened.');
    for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.docx'))) {
      await page.getByTestId('word-open-file').setInputFiles(join(FOLDER, name));
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.locator('[data-testid=word-page] .sheet').waitFor();
      const frame = await pane();
      expect({
        name,
        answer: await inWord(
          frame,
          `context.document.body.insertParagraph('(番号)', 'Start').insertContentControl().tag = 'k'; await context.sync(); return 'ok';`,
        ),
      }).toEqual({ name, answer: 'ok' });
      await page.locator('.content-control, .sheet.plain').first().waitFor();
      expect({ name, plain: await page.locator('.sheet.plain').count() }).toEqual({ name, plain: 0 });
    }
    expect(problems).toEqual([]);
  });
});
