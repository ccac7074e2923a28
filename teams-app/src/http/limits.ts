import { HttpRefusal } from './problem.ts';

/** Counts what one person or address asks for in a minute. */
export interface Limiter {
  /** @throws 429 with `Retry-After` */
  take(key: string): void;
  /** Whether the key has used up its share, without counting. */
  isSpent(key: string): boolean;
}

const MINUTE_MS = 60_000;
const MAX_KEYS = 100_000;

/**
 * A bucket that fills evenly: no bursts at the full minute, and a page that asks for ten things at once is not punished.
 * Each process counts for itself; several processes together allow so many times more, which is meant.
 */
export function createLimiter(perMinute: number, now: () => number = Date.now): Limiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const present = (key: string) => {
    const time = now();
    const bucket = buckets.get(key) ?? { left: perMinute, at: time };
    bucket.left = Math.min(perMinute, bucket.left + ((time - bucket.at) * perMinute) / MINUTE_MS);
    bucket.at = time;
    return bucket;
  };
  const forget = () => {
    for (const [key, bucket] of buckets) if (now() - bucket.at > MINUTE_MS) buckets.delete(key);
    // All fresh: an attack from very many addresses. Counting starts anew rather than filling the memory.
    if (buckets.size >= MAX_KEYS) buckets.clear();
  };
  return {
    take(key) {
      const bucket = present(key);
      if (buckets.size >= MAX_KEYS) forget();
      buckets.set(key, bucket);
      if (bucket.left < 1) throw tooMany(Math.ceil(((1 - bucket.left) * 60) / perMinute));
      bucket.left -= 1;
    },
    isSpent: (key) => present(key).left < 1,
  };
}

export function tooMany(seconds: number): HttpRefusal {
  const wait = Math.max(1, seconds);
  return new HttpRefusal(429, 'http.too_many_requests', {
    params: { seconds: wait },
    headers: { 'retry-after': String(wait) },
  });
}
