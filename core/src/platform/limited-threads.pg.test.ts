import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { KaigiError } from '../shared/index.ts';
import { limitedThreads } from './limited-threads.ts';

const refusal = () => new KaigiError('unavailable', 'busy');
const threads = (idleMs: number, workers = 1) =>
  limitedThreads<null, number>({
    module: new URL('../testing/telling-thread.ts', import.meta.url),
    limits: { workers, waiting: 8, deadlineMs: 60_000, heapMb: 64, idleMs },
    refusals: { tooMuch: refusal, busy: refusal },
  });

describe('work in threads', () => {
  it('goes on in the same thread', async () => {
    const run = threads(60_000);
    const first = await run(null);
    expect(await run(null)).toBe(first);
  });

  it('a thread that nobody asked anything for a while gives its memory back, and the next piece has another', async () => {
    const run = threads(100);
    const first = await run(null);
    await after(1_000);
    expect(await run(null)).toBeGreaterThan(first);
  });

  it('what two have done at once is done by one from then on', async () => {
    const run = threads(60_000, 2);
    await Promise.all([run(null), run(null)]);
    const last = await run(null);
    expect([await run(null), await run(null)]).toEqual([last, last]);
  });
});
