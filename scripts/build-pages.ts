import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

interface Page {
  readonly name: string;
  readonly config: string;
  /** What the page is made of, beside the lock file. */
  readonly sources: readonly string[];
  readonly made: string;
}

const CONTRACTS = [
  'core/src/shared',
  ...['approvals', 'directory', 'records', 'regulations'].map((name) => `core/src/${name}/contract.ts`),
  'core/src/telework/applications/contract.ts',
];
const PAGES: readonly Page[] = [
  { name: 'tab', config: 'tab/vite.config.ts', sources: ['tab', ...CONTRACTS], made: 'tab/dist/index.html' },
  {
    name: 'office-addin',
    config: 'office-addin/vite.config.ts',
    sources: ['office-addin', ...CONTRACTS],
    made: 'office-addin/dist/taskpane.html',
  },
  { name: 'sandbox', config: 'sandbox/vite.config.ts', sources: ['sandbox'], made: 'sandbox/dist/pages/index.html' },
];

async function filesUnder(place: string): Promise<string[]> {
  const info = await stat(place).catch(() => null);
  if (!info) return [];
  if (info.isFile()) return [place];
  const entries = (await readdir(place)).filter((name) => !['dist', 'node_modules', '.build'].includes(name));
  return (await Promise.all(entries.sort().map((name) => filesUnder(path.join(place, name))))).flat();
}

async function fingerprint(page: Page): Promise<string> {
  const places = ['package-lock.json', 'scripts/build-pages.ts', ...page.sources].map((place) =>
    path.join(ROOT, place),
  );
  const files = (await Promise.all(places.map(filesUnder))).flat().filter((file) => !/\.test\.tsx?$/.test(file));
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(path.relative(ROOT, file))
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

function run(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '-c', page.config, '--logLevel', 'error'], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${page.name} のビルドに失敗しました（${code}）。`)),
    );
  });
}

/** Builds what has changed since it was built last; with nothing changed it takes a tenth of a second. */
export async function buildPages(say: (line: string) => void): Promise<void> {
  const stamps = path.join(ROOT, '.build', 'pages');
  await mkdir(stamps, { recursive: true });
  for (const page of PAGES) {
    const stamp = path.join(stamps, page.name);
    const wanted = await fingerprint(page);
    const built = await readFile(stamp, 'utf8').catch(() => '');
    if (built === wanted && existsSync(path.join(ROOT, page.made))) continue;
    say(`画面を組み立てています：${page.name}`);
    await run(page);
    await writeFile(stamp, wanted);
  }
}

if (import.meta.main) await buildPages((line) => console.log(line));
