import type { ChangeEvent } from '@kaigi/core/contract';
import { changeOf, readEvents } from './event-stream.ts';

export interface ChangesFollower {
  open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  onChange(change: ChangeEvent): void;
  /** Called at every connection: what happened meanwhile is not told again, so ask for everything anew. */
  onConnected(): void;
  onDisconnected(): void;
  /** Resolves after the time, or earlier when there is a reason to hope (network back, page shown). */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** A connection on which not even a keep-alive comes for this long is dead. */
  readonly silenceMs: number;
  random(): number;
}

/** 1 s, 2 s, 4 s … up to 30 s, spread so that a whole city hall does not come back in the same second. */
export function reconnectDelay(attempt: number, random: number): number {
  const base = Math.min(1000 * 2 ** Math.min(attempt, 5), 30_000);
  return Math.round(base * (0.5 + random / 2));
}

async function readAll(stream: ReadableStream<Uint8Array>, follower: ChangesFollower): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { promise: silence, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => reject(new Error('silent')), follower.silenceMs);
      const { done, value } = await Promise.race([reader.read(), silence]).finally(() => clearTimeout(timer));
      if (done) return;
      const read = readEvents(rest, decoder.decode(value, { stream: true }));
      rest = read.rest;
      for (const event of read.events) {
        const change = changeOf(event);
        if (change) follower.onChange(change);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Follows the service's changes until the signal ends it; connects again after every loss. */
export async function followChanges(follower: ChangesFollower, signal: AbortSignal): Promise<void> {
  let attempt = 0;
  while (!signal.aborted) {
    const connection = new AbortController();
    const stop = (): void => connection.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const stream = await follower.open(connection.signal);
      attempt = 0;
      follower.onConnected();
      await readAll(stream, follower);
    } catch {
      // Every loss is answered alike: wait, then connect again.
    } finally {
      connection.abort();
      signal.removeEventListener('abort', stop);
    }
    if (signal.aborted) return;
    follower.onDisconnected();
    await follower.pause(reconnectDelay(attempt, follower.random()), signal);
    attempt += 1;
  }
}
