import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { createCities } from '../city/cities.ts';
import type { Person } from '../city/city.ts';
import { MINATO_TENANT_ID } from '../settings.ts';
import { playgroundConfig } from './playground-config.ts';

// Opens the Microsoft 365 Agents Playground for one person: npm run chat -- --as section-head
const USAGE = '使い方: npm run chat -- --as section-head [--port 56150] [--service http://localhost:3978]';
const SERVICE = process.env.KAIGI_SERVICE_URL ?? `http://localhost:${process.env.PORT || '3978'}`;
const LOOPBACK_ONLY = new URL('./loopback-only.ts', import.meta.url).href;
const cities = createCities({ size: 60, seed: 1 });
const wish = readWish();
if (typeof wish === 'string') {
  console.error(wish);
  process.exitCode = 1;
} else {
  start(wish);
}

interface Wish {
  readonly person: Person;
  readonly port: number;
  readonly service: string;
}

function readWish(): Wish | string {
  let values: { as?: string; port: string; service: string };
  try {
    ({ values } = parseArgs({
      options: {
        as: { type: 'string' },
        port: { type: 'string', default: '56150' },
        service: { type: 'string', default: SERVICE },
      },
    }));
  } catch {
    return `その指定は分かりません。\n${USAGE}`;
  }
  if (values.as === undefined) return `誰として話すかを --as で指定してください。\n${USAGE}\n${nameList()}`;
  const person = cities.bySignInName(values.as);
  if (person?.tenantId !== MINATO_TENANT_ID) {
    return `「${values.as}」という人は、みなと市にいません。次の名前から選んでください。\n${nameList()}`;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return `--port は 1 から 65535 までの数にしてください。\n${USAGE}`;
  if (!URL.canParse(values.service)) return `--service は http:// で始まる住所にしてください。\n${USAGE}`;
  return { person, port, service: values.service.replace(/\/+$/, '') };
}

function nameList(): string {
  const people = cities.city(MINATO_TENANT_ID)?.people.filter((person) => person.duty !== null) ?? [];
  return people.map((person) => `  ${person.signInName.replace(/@.*/, '').padEnd(32)}${person.duty}`).join('\n');
}

function start({ person, port, service }: Wish): void {
  const folder = mkdtempSync(join(tmpdir(), 'kaigi-playground-'));
  const configFile = join(folder, '.m365agentsplayground.yml');
  writeFileSync(configFile, stringify(playgroundConfig(cities, person)));
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const endpoint = `${service}/api/playground/messages`;
  const args = ['start', '-e', endpoint, '-p', String(port), '--disable-telemetry'];
  const child = spawn(process.execPath, ['--import', LOOPBACK_ONLY, cli, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      TEAMSAPPTESTER_BROWSER: 'none',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    rmSync(folder, { recursive: true, force: true });
    process.exitCode = signal === null ? (code ?? 1) : 0;
  });
  void announce({ person, port, service }, child.exitCode);
}

async function announce({ person, port, service }: Wish, exited: number | null): Promise<void> {
  if (exited !== null) return;
  console.log(`${person.displayName}(${person.jobTitle})として Agents Playground を開きます。`);
  console.log(`ブラウザーで次の住所を開いてください: http://localhost:${port}/`);
  console.log('終わるときは Ctrl+C を押します。');
  const up = await fetch(`${service}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
  if (!up)
    console.log(`注意: 回議のサービス(${service})がまだ動いていません。別の画面で npm start を実行してください。`);
}
