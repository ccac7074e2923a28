import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser-for-tests.ts';
import { buildPages } from './build-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (line: string) => console.log(line);

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What the tests look for beside the project; without it they say so and still hold everything else. */
function besideTheProject(env: NodeJS.ProcessEnv): string[] {
  return ['KAIGI_CONTRACTS', 'KAIGI_SAMPLES'].flatMap((name) => {
    const folder = env[name];
    if (folder && existsSync(path.resolve(ROOT, folder))) return [];
    return [`${name} がないため、それを使う確認は行いません（README の約束には含まれません）。`];
  });
}

const absolute = (name: string) => {
  const folder = process.env[name];
  return folder ? { [name]: path.resolve(ROOT, folder) } : {};
};

const browser = await ensureBrowser(say);
if (browser === null) {
  say(
    'Chrome・Edge・Chromium が見つからず、入れることもできませんでした。画面のテストはこの製品の約束なので、失敗とします。',
  );
  process.exitCode = 1;
} else {
  const env = { ...process.env, ...absolute('KAIGI_CONTRACTS'), ...absolute('KAIGI_SAMPLES'), KAIGI_CHROMIUM: browser };
  const notRun = besideTheProject(env);
  await buildPages(say);
  // One project after the other: the browser tests time what a person sees, and two cores are soon full.
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const codes: number[] = [];
  for (const project of ['unit', 'pg', 'e2e']) {
    const workers = project === 'unit' ? [] : ['--maxWorkers=1'];
    codes.push(await run([...jest, '--selectProjects', project, ...workers, ...process.argv.slice(2)], env));
  }
  for (const line of notRun) say(line);
  process.exitCode = Math.max(...codes) === 0 ? 0 : 1;
}
