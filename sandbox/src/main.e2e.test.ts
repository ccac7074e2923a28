import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startSandbox } from './testing/tenant.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

function start(env: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'kaigi-home-'));
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, KAIGI_HOME: home, ...env } });
  let output = '';
  const ready = new Promise<void>((done) => {
    const collect = (part: Buffer) => {
      output += part.toString('utf8');
      if (output.includes('。') || output.includes('http')) done();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
  });
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  return { child, ready, exit, output: () => output };
}

describe('the sandbox as a process', () => {
  it('says where it is, and ends cleanly on SIGTERM', async () => {
    const sandbox = start({ KAIGI_SANDBOX_PORT: '0' });
    await sandbox.ready;
    const url = /http:\/\/localhost:\d+/.exec(sandbox.output())?.[0] ?? '';
    expect((await fetch(`${url}/sandbox/config`)).status).toBe(200);
    sandbox.child.kill('SIGTERM');
    expect(await sandbox.exit).toBe(0);
  });

  it('says so when the port is taken', async () => {
    const other = await startSandbox();
    const sandbox = start({ KAIGI_SANDBOX_PORT: new URL(other.url).port });
    expect(await sandbox.exit).toBe(1);
    expect(sandbox.output()).toContain('そのポートは使われています');
    await other.close();
  });

  it('says what is wrong with its settings', async () => {
    const sandbox = start({ KAIGI_SANDBOX_PORT: 'many' });
    expect(await sandbox.exit).toBe(1);
    expect(sandbox.output()).toContain('KAIGI_SANDBOX_PORT は');
  });
});
