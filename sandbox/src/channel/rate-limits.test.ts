import { describe, expect, it } from '@jest/globals';
import { RateLimits, SEND_LIMITS, TENANT_LIMITS } from './rate-limits.ts';

function letThrough(limits: RateLimits, calls: number, now: number, key = 'chat'): number {
  return Array.from({ length: calls }, () => limits.take(key, SEND_LIMITS, now)).filter((wait) => wait === null).length;
}

describe('rate limits', () => {
  it('let 7 calls through in a second, 8 in two, 60 in thirty', () => {
    const limits = new RateLimits();
    expect(letThrough(limits, 10, 0)).toBe(7);
    expect(letThrough(limits, 10, 1_001)).toBe(1);
    let sum = 8;
    for (let second = 3; second < 30; second += 1) sum += letThrough(limits, 10, second * 1_000 + second);
    expect(sum).toBe(60);
  });

  it('let 1,800 calls through in an hour', () => {
    const limits = new RateLimits();
    let sum = 0;
    for (let now = 0; now < 3_600_000; now += 1_900) sum += letThrough(limits, 4, now);
    expect(sum).toBe(1_800);
  });

  it('count each key for itself, and do not count what they refused', () => {
    const limits = new RateLimits();
    letThrough(limits, 100, 0, 'a');
    expect(letThrough(limits, 7, 0, 'b')).toBe(7);
    expect(limits.take('a', SEND_LIMITS, 2_001)).toBeNull();
  });

  it('say how many whole seconds to wait', () => {
    const limits = new RateLimits();
    for (let n = 0; n < 30; n++) limits.take('tenant', TENANT_LIMITS, 0);
    expect(limits.take('tenant', TENANT_LIMITS, 10)).toBe(1);
  });
});
