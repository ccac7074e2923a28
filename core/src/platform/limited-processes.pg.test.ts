import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KaigiError } from '../shared/index.ts';
import { limitedProcesses, type ProcessLimits } from './limited-processes.ts';

const refusal = (code: string) => () => new KaigiError('unavailable', code);
const processes = (limits: Partial<ProcessLimits> = {}) =>
  limitedProcesses<string, unknown>({
    module: new URL('../testing/misbehaving-worker.ts', import.meta.url),
    limits: {
      workers: 1,
      waiting: 8,
      deadlineMs: 60_000,
      cpuMs: 60_000,
      heapMb: 128,
      memoryMb: 256,
      idleMs: 60_000,
      ...limits,
    },
    refusals: { tooMuch: refusal('too-much'), busy: refusal('busy'), died: refusal('died') },
  });
const codeOf = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message);

const LEAKED = 'KAIGI_CLIENT_SECRET';
beforeAll(() => {
  process.env[LEAKED] = 'secret';
});
afterAll(() => {
  delete process.env[LEAKED];
});

describe('work apart from the service', () => {
  it('answers, refuses, and goes on in the same process', async () => {
    const run = processes();
    const first = await run('pid');
    expect(await codeOf(run('refuse'))).toBe('records.damaged');
    expect(first).not.toBe(process.pid);
    expect(await run('pid')).toBe(first);
  });

  it('that left much behind is answered, and the next piece has a process with room', async () => {
    const run = processes();
    const pid = await run('keep much');
    expect(await run('pid')).not.toBe(pid);
  });

  it('that throws much away goes on in the same process', async () => {
    const run = processes();
    const pids = new Set<unknown>();
    for (let piece = 0; piece < 24; piece += 1) pids.add(await run('throw away much'));
    expect(pids.size).toBe(1);
  });

  it.each([
    ['memory', 'too-much'],
    ['heap', 'too-much'],
    ['death', 'died'],
  ])('that ends by %s is an error with a code, and the next piece is done', async (misdeed, code) => {
    const run = processes();
    expect(await codeOf(run(misdeed))).toBe(code);
    expect(await run('nothing')).toBe('done');
  });

  it('that keeps a processor busy for too long is ended', async () => {
    expect(await codeOf(processes({ cpuMs: 1_000 })('for ever'))).toBe('too-much');
  });

  it('that never ends is ended, while this process goes on', async () => {
    const run = processes({ deadlineMs: 2_000 });
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 20);
    expect(await codeOf(run('for ever'))).toBe('too-much');
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(20);
  });

  it('killed from outside while it works says so', async () => {
    const run = processes();
    const pid = Number(await run('pid'));
    const working = codeOf(run('for ever'));
    process.kill(pid, 'SIGKILL');
    expect(await working).toBe('died');
    expect(await run('nothing')).toBe('done');
  });

  it('killed while it waits is replaced', async () => {
    const run = processes();
    const pid = Number(await run('pid'));
    process.kill(pid, 'SIGKILL');
    for (let answer = await codeOf(run('pid')); answer === 'died'; answer = await codeOf(run('pid')));
    expect(await run('pid')).not.toBe(pid);
  });

  it('writes nothing and knows no secret', async () => {
    const run = processes();
    expect(await run('write')).toBe('ERR_ACCESS_DENIED');
    expect(process.platform === 'win32' ? [] : await run('secrets')).toEqual([]);
  });

  it('is done by so many at once, and whoever is one too many is told to come again', async () => {
    const run = processes({ waiting: 2 });
    const settled = await Promise.all(Array.from({ length: 5 }, () => codeOf(run('nothing'))));
    expect(settled.toSorted()).toEqual(['busy', 'busy', 'done', 'done', 'done']);
  });
});
