import { describe, expect, it } from '@jest/globals';
import type { ChangeEvent } from '@kaigi/core/contract';
import { type ChangesFollower, followChanges, reconnectDelay } from './changes.ts';

const textStream = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

interface Watched {
  readonly follower: ChangesFollower;
  readonly log: string[];
  readonly pauses: number[];
}

/** A follower whose connections are given one after the other; it ends when they are used up. */
function watch(connections: readonly (() => ReadableStream<Uint8Array>)[], end: AbortController): Watched {
  const log: string[] = [];
  const pauses: number[] = [];
  let next = 0;
  const follower: ChangesFollower = {
    open: async () => {
      const connection = connections[next];
      next += 1;
      if (!connection) {
        end.abort();
        throw new Error('no more');
      }
      return connection();
    },
    onChange: ({ id, version }: ChangeEvent) => log.push(`${id}@${version}`),
    onConnected: () => log.push('connected'),
    onDisconnected: () => log.push('lost'),
    pause: async (ms) => {
      pauses.push(ms);
    },
    silenceMs: 20,
    random: () => 1,
  };
  return { follower, log, pauses };
}

const refuse = (): never => {
  throw new Error('refused');
};

describe('following changes', () => {
  it('connects again after every end, and asks for everything anew each time', async () => {
    const end = new AbortController();
    const { follower, log } = watch(
      [
        () => textStream('event: change\ndata: {"kind":"case","id":"a","version":1}\n\n'),
        () => textStream(': keep-alive\n\n'),
      ],
      end,
    );
    await followChanges(follower, end.signal);
    expect(log).toEqual(['connected', 'a@1', 'lost', 'connected', 'lost']);
  });

  it('waits longer after each failure and shortly again after a success', async () => {
    const end = new AbortController();
    const { follower, pauses } = watch([refuse, refuse, refuse, () => textStream('')], end);
    await followChanges(follower, end.signal);
    expect(pauses).toEqual([1000, 2000, 4000, 1000]);
  });

  it('gives up a connection on which nothing comes', async () => {
    const end = new AbortController();
    const { follower, log } = watch([() => new ReadableStream<Uint8Array>()], end);
    await followChanges(follower, end.signal);
    expect(log).toEqual(['connected', 'lost']);
  });

  it('never waits longer than half a minute, and never all at once', () => {
    expect(reconnectDelay(50, 1)).toBe(30_000);
    expect(reconnectDelay(50, 0)).toBe(15_000);
  });
});
