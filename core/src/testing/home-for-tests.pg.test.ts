import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { homeForTests, sweepHomes } from './home-for-tests.ts';
import { until } from './until.ts';

interface Run {
  readonly home: string;
  readonly process: ChildProcess;
  readonly server: number;
}

let folder: string;
const runs: Run[] = [];

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** As another run of tests, in a process of its own. */
async function started(): Promise<Run> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'run-to-kill.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [home] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const pid = await readFile(path.join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  const run = { home, process: child, server: Number(pid.split('\n')[0]) };
  runs.push(run);
  return run;
}

async function killed(run: Run): Promise<void> {
  const gone = once(run.process, 'exit');
  run.process.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  // Beside the home of this run, which a sweep of its folder must leave alone.
  folder = await mkdtemp(path.join(path.dirname(process.env.KAIGI_TEST_POSTGRES_HOME ?? ''), 'homes-'));
});
afterAll(async () => {
  for (const run of runs) if (isAlive(run.process.pid ?? 0)) await killed(run);
  await sweepHomes([folder]);
  await rm(folder, { recursive: true, force: true });
});

describe('the databases of a test run', () => {
  it('are taken away by a later run after theirs was killed, with their server; those of a living one stay', async () => {
    const [dead, living] = [await started(), await started()];
    const isInMemory = folder.startsWith('/dev/shm/');
    expect((await readdir(path.join(dead.home, 'postgres', 'data', 'pg_dynshmem'))).length > 0).toBe(isInMemory);
    await killed(dead);
    // It outlives its run, as in a killed test.
    expect(isAlive(dead.server)).toBe(true);
    await Promise.all([sweepHomes([folder]), sweepHomes([folder])]);
    await until(() => !isAlive(dead.server));
    await sweepHomes([folder]);
    expect([existsSync(dead.home), existsSync(living.home), isAlive(living.server)]).toEqual([false, true, true]);
    await killed(living);
    process.kill(living.server, 'SIGKILL');
    await until(() => !isAlive(living.server));
    await sweepHomes([folder]);
    expect(existsSync(living.home)).toBe(false);
  });

  it('stay while nobody can say whose they are, and so does whatever else has another name', async () => {
    const making = path.join(folder, 'kaigi-test-making');
    await mkdir(making);
    const other = await homeForTests(folder);
    const renamed = path.join(folder, 'kaigi-other');
    await rename(other, renamed);
    await sweepHomes([folder]);
    expect([existsSync(making), existsSync(renamed)]).toEqual([true, true]);
  });
});
