import { describe, expect, it } from '@jest/globals';
import { within } from './deadline.ts';

describe('work with a deadline', () => {
  it('gives its value when it is in time, even when no time is left', async () => {
    expect(await within(Promise.resolve(7), 0)).toEqual({ value: 7 });
    expect(await within(Promise.resolve(7), -5)).toEqual({ value: 7 });
  });

  it('is late otherwise, and may still end', async () => {
    let finish = (_value: number): void => undefined;
    const work = new Promise<number>((resolve) => {
      finish = resolve;
    });
    expect(await within(work, 1)).toBe('late');
    finish(7);
    expect(await work).toBe(7);
  });

  it('fails as the work fails', async () => {
    await expect(within(Promise.reject(new RangeError('x')), 1000)).rejects.toThrow(RangeError);
  });
});
