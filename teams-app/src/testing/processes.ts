import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@kaigi/core/free-port';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const OF_THIS_MACHINE = Object.fromEntries(
  ['PATH', 'HOME', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** A part of the product as it really runs: its own process. */
export interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export function launch(file: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [path.join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...OF_THIS_MACHINE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { process: child, output: () => output, ended };
}

/** Asks until it answers well, or the process has ended. */
export async function ready(running: Running, url: string): Promise<void> {
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    if (over) throw new RangeError(`it ended: ${running.output().slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface SandboxProcess extends Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** The make-believe tenant, started as anybody outside would. */
export async function startSandbox(serviceUrl: string): Promise<SandboxProcess> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const running = launch('sandbox/src/main.ts', {
    KAIGI_SANDBOX_PORT: String(port),
    KAIGI_SERVICE_URL: serviceUrl,
    KAIGI_SANDBOX_STATE: 'memory',
  });
  await ready(running, `${url}/sandbox/config`);
  return {
    ...running,
    url,
    async stop() {
      running.process.kill('SIGTERM');
      await running.ended;
    },
  };
}
