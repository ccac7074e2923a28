import { describe, expect, it } from '@jest/globals';
import { createLimiter } from './limits.ts';

function limiterAt(perMinute: number) {
  const clock = { now: 0 };
  return { clock, limiter: createLimiter(perMinute, () => clock.now) };
}

describe('a limiter', () => {
  it('lets a burst of one minute through and then fills evenly', () => {
    const { clock, limiter } = limiterAt(60);
    for (let turn = 0; turn < 60; turn += 1) limiter.take('a');
    expect(() => limiter.take('a')).toThrow('http.too_many_requests');
    clock.now += 1_000;
    limiter.take('a');
    expect(() => limiter.take('a')).toThrow('http.too_many_requests');
  });

  it('says after how many seconds it will let the next one through', () => {
    const { clock, limiter } = limiterAt(2);
    limiter.take('a');
    limiter.take('a');
    expect(() => limiter.take('a')).toThrow(expect.objectContaining({ headers: { 'retry-after': '30' } }));
    clock.now += 30_000;
    expect(() => limiter.take('a')).not.toThrow();
  });

  it('counts everybody for themselves, and looking does not count', () => {
    const { limiter } = limiterAt(1);
    limiter.take('a');
    expect([limiter.isSpent('a'), limiter.isSpent('b')]).toEqual([true, false]);
    expect(() => limiter.take('b')).not.toThrow();
  });

  it('does not fill the memory with addresses', () => {
    const { limiter } = limiterAt(1);
    for (let index = 0; index < 250_000; index += 1) limiter.take(`address-${index}`);
    expect(limiter.isSpent('address-249999')).toBe(true);
  });
});
