import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../shared/index.ts';

/** The one place that knows the time and chance; rules get both as arguments. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A new sortable id. */
export function newId(clock: Clock = systemClock): string {
  return uuidV7(clock.now(), randomBytes(10));
}
