import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { buildPages } from './build-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const port = process.env.PORT || '3978';
const sandboxPort = process.env.KAIGI_SANDBOX_PORT || '3979';
const serviceUrl = `http://localhost:${port}`;
const sandboxUrl = `http://localhost:${sandboxPort}`;
// With Microsoft credentials the service works against the real tenant, and there is nothing to make believe.
const sandboxMode = !process.env.KAIGI_CLIENT_ID;

const SERVICE = 'サービス';

const say = (line: string) => console.log(line);
const parts = new Map<string, ChildProcess>();
let stopping = false;

function launch(name: string, file: string, env: Record<string, string>): void {
  // The IPC channel closes when this process dies, however it dies; the parts then close too.
  const child = spawn(process.execPath, [path.join(ROOT, file)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
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

async function ready(url: string): Promise<boolean> {
  while (!stopping) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
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
        '  別のチャット画面      npm run chat -- --as section-head',
        '',
        '  終わるときは Ctrl+C。データは .kaigi/ に残り、次の npm start で続きから始まります。',
      ]
    : ['', `会議（Kaigi）が起動しました。${process.env.KAIGI_PUBLIC_URL ?? serviceUrl}`];
  for (const line of lines) say(line);
}

const began = performance.now();
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
const up = (await ready(`${serviceUrl}/readyz`)) && (!sandboxMode || (await ready(`${sandboxUrl}/sandbox/config`)));
if (up) {
  welcome();
  say(`  サービスの番号（pid）   ${parts.get(SERVICE)?.pid ?? ''}`);
  say(`  （準備に ${((performance.now() - began) / 1000).toFixed(1)} 秒）`);
}
