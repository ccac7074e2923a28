import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '../shared/index.ts';

/** The one place that knows the time and chance; rules get both as arguments. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const RANDOM_BYTES = 10;
// Chance is fetched for many ids at once: each fetch costs more than the id. No byte is used twice.
const pool = new Uint8Array(RANDOM_BYTES * 512);
let used = pool.length;

/** A new sortable id. */
export function newId(clock: Clock = systemClock): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  return uuidV7(clock.now(), random);
}
