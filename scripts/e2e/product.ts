import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@kaigi/core/free-port';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The whole product as `npm start` starts it, on ports and in a data folder of its own. */
export interface Product {
  readonly serviceUrl: string;
  readonly sandboxUrl: string;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** Everything it printed so far. */
  output(): string;
  start(): Promise<void>;
  /** Started once more beside itself, on the same ports. */
  startTwice(): Promise<{ code: number; output: string }>;
  /** As Ctrl+C does; resolves when every part has ended. */
  stop(): Promise<void>;
  /** Ends the service at once, as a power cut would; the rest of `npm start` then ends by itself. */
  killService(): Promise<void>;
  /** Runs `npm run kaigi -- …` beside it. */
  kaigi(...args: string[]): Promise<{ code: number; output: string }>;
  /** The address of its database, for tampering by hand. */
  databaseUrl(): Promise<string>;
  remove(): Promise<void>;
}

function collect(child: ChildProcess): () => string {
  let output = '';
  const add = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => output;
}

const ended = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? 1);
    else child.once('close', (code) => resolve(code ?? 1));
  });

async function run(env: NodeJS.ProcessEnv, script: string, args: readonly string[] = []) {
  const child = spawn(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT, env });
  const output = collect(child);
  return { code: await ended(child), output: output() };
}

export async function aProduct(more: Record<string, string> = {}): Promise<Product> {
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-e2e-'));
  await chmod(home, 0o755);
  const env = {
    ...process.env,
    PORT: String(port),
    KAIGI_SANDBOX_PORT: String(sandboxPort),
    KAIGI_HOME: home,
    ...more,
  };
  const serviceUrl = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  let output = () => '';
  return {
    serviceUrl,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    home,
    env: { ...env, KAIGI_SANDBOX_URL: `http://localhost:${sandboxPort}` },
    output: () => output(),
    async start() {
      const started = spawn(process.execPath, [path.join(ROOT, 'scripts/start.ts')], { cwd: ROOT, env });
      child = started;
      output = collect(started);
      while (!output().includes('準備に')) {
        if (started.exitCode !== null) throw new Error(`the product did not start:\n${output()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    startTwice: () => run(env, 'scripts/start.ts'),
    async stop() {
      child?.kill('SIGTERM');
      if (child) await ended(child);
      child = null;
    },
    async killService() {
      const pid = Number(/サービスの番号（pid）\s+(\d+)/.exec(output())?.[1]);
      process.kill(pid, 'SIGKILL');
      if (child) await ended(child);
      child = null;
    },
    kaigi: (...args) =>
      run({ ...env, KAIGI_SANDBOX_URL: `http://localhost:${sandboxPort}` }, 'teams-app/src/cli/kaigi.ts', args),
    async databaseUrl() {
      const folder = path.join(home, 'postgres');
      const password = (await readFile(path.join(folder, 'data/kaigi-password'), 'utf8')).trim();
      const port = (await readFile(path.join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[3];
      return `postgres://kaigi:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
    },
    async remove() {
      await rm(home, { recursive: true, force: true });
    },
  };
}
