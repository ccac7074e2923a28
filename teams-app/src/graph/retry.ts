import { KaigiError } from '@kaigi/core/shared';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

const ATTEMPTS = 4;
/** Longer than this is not waited for: the job is put off instead. */
const LONGEST_WAIT_MS = 20_000;
const FIRST_PAUSE_MS = 500;
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/** Whether the same may be asked again. */
export const isPassing = (status: number): boolean => TRY_AGAIN.has(status);

/** Graph says how long to wait in seconds, sometimes with a fraction («2.128»), sometimes as a date (platform.md 1). */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  if (header.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1_000));
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}

/** What a job is told when Graph wants a longer pause than a request may take. */
export function graphBusy(retryAfter: string | null): KaigiError {
  const asked = retryAfterMs(retryAfter, new Date());
  return new KaigiError(
    'unavailable',
    'graph.busy',
    asked === null ? {} : { retryAfterSeconds: Math.ceil(asked / 1_000) },
  );
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Tries again a bounded number of times, for as long as Graph asks and no longer than is sensible; then gives the last answer. */
export class BoundedRetry implements Middleware {
  #next: Middleware | null = null;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#next?.execute(context);
      const response = context.response;
      if (!response || !isPassing(response.status)) return;
      const asked = retryAfterMs(response.headers.get('retry-after'), new Date());
      const wait = asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (1 + Math.random() / 2);
      if (attempt >= ATTEMPTS || wait > LONGEST_WAIT_MS) return;
      await response.body?.cancel();
      await pause(wait);
    }
  }
}
