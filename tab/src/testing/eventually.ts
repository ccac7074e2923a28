import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';

const PATIENCE_MS = 45_000;
const AGAIN_MS = 50;

/** Expects it to be so in the end: for what no element to wait for tells, such as a call or a number of rows. */
export async function eventually<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const is = await read();
    try {
      expect(is).toEqual(expected);
      return;
    } catch (trouble) {
      if (performance.now() > end) throw trouble;
    }
    await pause(AGAIN_MS);
  }
}
