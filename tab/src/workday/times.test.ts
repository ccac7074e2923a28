import { expect, it } from '@jest/globals';
import { instantAt, lengthText, monthAfter, shortDayText } from './times.ts';

it('lengths, days, months and instants are said as people read them', () => {
  expect([465, 0, 1505, -20].map(lengthText)).toEqual(['7:45', '0:00', '25:05', '-0:20']);
  expect(shortDayText('2026-11-24', 'ja')).toBe('11月24日（火）');
  expect(shortDayText('2026-11-24', 'en')).toBe('Tue 24 Nov');
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-11', 0)]).toEqual([
    ...['2027-01', '2025-12', '2026-11'],
  ]);
  expect(instantAt('2026-11-30', '01:30', true)).toBe('2026-12-01T01:30:00+09:00');
});
