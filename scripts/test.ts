import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser-for-tests.ts';
import { buildPages } from './build-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const say = (line: string) => console.log(line);

// The whole takes about half an hour on two cores. What hangs is ended, so that somebody hears of it.
const AT_MOST_MINUTES = 80;
// Files at a time. Rules take as many cores as there are, and a database fills two with two files; those that wait for a
// browser, a service or the next minute leave room for a third.
const AT_ONCE: Readonly<Record<string, string | number>> = { unit: '100%', pg: 2, e2e: 3 };
const end = performance.now() + AT_MOST_MINUTES * 60_000;

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
    const tooLong = setTimeout(
      () => {
        say(`${AT_MOST_MINUTES} 分たっても終わらないため、テストを打ち切りました。`);
        child.kill('SIGKILL');
      },
      Math.max(end - performance.now(), 0),
    );
    child.on('close', (code) => {
      clearTimeout(tooLong);
      resolve(code ?? 1);
    });
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

const { values, positionals: files } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const { only } = values;
// Rules need no browser: they pass on a bare machine in seconds.
const needsBrowser = only !== 'unit' && only !== 'pg';
const browser = needsBrowser ? await ensureBrowser(say) : '';
if (browser === null) {
  say(
    'Chrome・Edge・Chromium が見つからず、入れることもできませんでした。画面のテストはこの製品の約束なので、失敗とします。',
  );
  process.exitCode = 1;
} else {
  // The product is started dozens of times; what Node has read of its sources is kept between them.
  const compiled = { NODE_COMPILE_CACHE: path.join(ROOT, '.build', 'compiled') };
  const env = {
    ...compiled,
    ...process.env,
    ...absolute('KAIGI_CONTRACTS'),
    ...absolute('KAIGI_SAMPLES'),
    KAIGI_CHROMIUM: browser,
  };
  const notRun = besideTheProject(env);
  if (needsBrowser) await buildPages(say);
  // One project after the other.
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const codes: number[] = [];
  for (const project of only === undefined ? Object.keys(AT_ONCE) : [only]) {
    const workers = `--maxWorkers=${AT_ONCE[project] ?? 2}`;
    // A test that failed may leave a connection open: the result is said all the same, and the next project begins.
    codes.push(await run([...jest, '--forceExit', '--selectProjects', project, workers, '--', ...files], env));
  }
  for (const line of notRun) say(line);
  process.exitCode = Math.max(...codes) === 0 ? 0 : 1;
}
