import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildPages } from './build-pages.ts';
import { portProblem } from './ports.ts';
import { LATE_MS, untilReady } from './until-ready.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const port = process.env.PORT || '3978';
const sandboxPort = process.env.KAIGI_SANDBOX_PORT || '3979';
const serviceUrl = `http://localhost:${port}`;
const sandboxUrl = `http://localhost:${sandboxPort}`;
// With Microsoft credentials the service works against the real tenant, and there is nothing to make believe.
const sandboxMode = !process.env.KAIGI_CLIENT_ID;

// What Node has read of the sources once, it need not read again: the second start takes half the work.
const COMPILED = path.join(ROOT, '.build', 'compiled');

// By itself Node gives what lives shortly 128 MB and never takes them back, and each thread memory of its own to hold on to;
// and of what is freed little goes back to the machine. By itself it also goes through all of its memory as soon as less is
// left up to its limit than what lives shortly may take. Of a service of 110 MB (limit 121, what lives shortly 16) that is
// always so: it did so for every 20 MB that were filed, and that was half of the work. With a third more up to the limit
// searches are even, too; beginning later below the old limit cost them pauses. And by itself it takes four threads to clear
// up, however few processors there are: on two they took turns with the service, the database and each other.
const CLEARING_UP = Math.max(1, Math.min(4, availableParallelism() - 1));
const LEAN = {
  flags: ['--max-semi-space-size=8', '--heap-growing-percent=30', '--expose-gc', `--v8-pool-size=${CLEARING_UP}`],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' },
};

const SERVICE = 'サービス';

const say = (line: string) => console.log(line);
const parts = new Map<string, ChildProcess>();
let stopping = false;

function launch(name: string, file: string, env: Record<string, string>): void {
  // The IPC channel closes when this process dies, however it dies; the parts then close too.
  const child = spawn(process.execPath, [...LEAN.flags, path.join(ROOT, file)], {
    cwd: ROOT,
    env: { ...LEAN.env, NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  parts.set(name, child);
  child.on('close', (code, signal) => {
    parts.delete(name);
    if (!stopping) {
      say(
        `${name} が止まりました（${signal ?? code}）。全体を終了します。もう一度 npm start で、続きから始められます。`,
      );
      process.exitCode = 1;
      void stop();
    }
  });
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const child of parts.values()) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

const LOOK =
  '上に出ているエラーと、ポートをほかのプログラムが使っていないかを確かめてください。詳しい記録は KAIGI_LOG_LEVEL=info npm start で出ます。';

const ready = (url: string, giveUpMs = Number.POSITIVE_INFINITY): Promise<boolean> =>
  untilReady({
    answers: () => answers(url),
    stopping: () => stopping,
    late: (seconds) =>
      say(
        `${seconds} 秒待ちましたが、${url} がまだ応答しません。データベースの更新中かもしれないため、待ち続けます（中断は Ctrl+C。次の npm start でやり直します）。${LOOK}`,
      ),
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 50)),
    giveUpMs,
  });

/** It has no database that could be updated. */
async function sandboxReady(): Promise<boolean> {
  const url = `${sandboxUrl}/sandbox/config`;
  if (await ready(url, LATE_MS)) return true;
  if (stopping) return false;
  say(`${LATE_MS / 1_000} 秒待ちましたが、${url} が応答しません。${LOOK}`);
  process.exitCode = 1;
  await stop();
  return false;
}

function refuseUnusablePorts(): void {
  // Against a real tenant, browsers come through a proxy with a port of its own.
  if (!sandboxMode) return;
  for (const [name, value] of [
    ['PORT', port],
    ['KAIGI_SANDBOX_PORT', sandboxPort],
  ] as const) {
    const problem = portProblem(value);
    if (!problem) continue;
    say(`${name}=${value} では起動できません。${problem}`);
    process.exit(1);
  }
  if (port === sandboxPort) {
    say(`PORT と KAIGI_SANDBOX_PORT が同じ ${port} です。別の番号を指定してください。`);
    process.exit(1);
  }
}

/** Whoever starts it twice would be told that it is ready, by the first one, and then that it has ended. */
async function refuseToStartTwice(): Promise<void> {
  const urls = [`${serviceUrl}/healthz`, ...(sandboxMode ? [`${sandboxUrl}/sandbox/config`] : [])];
  const taken = await Promise.all(urls.map(answers));
  if (!taken.includes(true)) return;
  say(
    `${sandboxMode ? sandboxUrl : serviceUrl} では、もう会議（Kaigi）が動いています。そのままお使いください。別に起動するときは、PORT と KAIGI_SANDBOX_PORT で別の番号を指定してください。`,
  );
  process.exit(1);
}

function welcome(): void {
  const lines = sandboxMode
    ? [
        '',
        '会議（Kaigi）が起動しました。練習用のサンドボックス「みなと市」で動いています。',
        '',
        `  はじめに人を選ぶ      ${sandboxUrl}/`,
        `  起案する（Word）      ${sandboxUrl}/word?as=drafter@minato.example`,
        `  承認する（係長）      ${sandboxUrl}/teams?as=subsection-head@minato.example`,
        `  決裁する（課長）      ${sandboxUrl}/teams?as=section-head@minato.example`,
        `  タブだけ開く          ${serviceUrl}/tab/`,
        `  別のチャット画面      npm run chat -- --as section-head${port === '3978' ? '' : ` --service ${serviceUrl}`}`,
        '',
        `  終わるときは Ctrl+C。データは ${process.env.KAIGI_HOME || '.kaigi/'} に残り、次の npm start で続きから始まります。`,
      ]
    : ['', `会議（Kaigi）が起動しました。${process.env.KAIGI_PUBLIC_URL ?? serviceUrl}`];
  for (const line of lines) say(line);
}

const began = performance.now();
refuseUnusablePorts();
await refuseToStartTwice();
say('会議（Kaigi）を起動しています…');
await buildPages(say);
if (sandboxMode) {
  launch('サンドボックス', 'sandbox/src/main.ts', { KAIGI_SANDBOX_PORT: sandboxPort, KAIGI_SERVICE_URL: serviceUrl });
}
launch(
  SERVICE,
  'teams-app/src/main.ts',
  sandboxMode
    ? { PORT: port, KAIGI_SANDBOX_URL: sandboxUrl, KAIGI_LOG_LEVEL: process.env.KAIGI_LOG_LEVEL || 'warn' }
    : {},
);
const up = (await ready(`${serviceUrl}/readyz`)) && (!sandboxMode || (await sandboxReady()));
if (up) {
  welcome();
  say(`  サービスの番号（pid）   ${parts.get(SERVICE)?.pid ?? ''}`);
  say(`  （準備に ${((performance.now() - began) / 1000).toFixed(1)} 秒）`);
}
