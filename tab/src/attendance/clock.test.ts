import { describe, expect, it } from '@jest/globals';
import { clockOf, minuteOfTyped } from './clock.ts';

describe('a time of a working day', () => {
  it('goes on past midnight', () => {
    expect(clockOf('2026-11-03T23:30:00Z', '2026-11-04')).toBe('8:30');
    expect(clockOf('2026-11-04T16:10:00Z', '2026-11-04')).toBe('25:10');
    expect(clockOf('2026-11-03T14:50:00Z', '2026-11-04')).toBe('-0:10');
  });

  it('is read as people type it', () => {
    expect(minuteOfTyped(' １７：１５ ')).toBe(1035);
    expect(minuteOfTyped('26:00')).toBe(1560);
    expect(minuteOfTyped('17時')).toBeNull();
    expect(minuteOfTyped('36:00')).toBeNull();
  });
});
