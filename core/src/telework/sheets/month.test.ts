import { describe, expect, it } from '@jest/globals';
import { monthAsked } from './commands.ts';
import { monthsBefore, sheetIdOf } from './month.ts';
import { instantFrom } from './pc-logs.ts';

describe('months', () => {
  it('that the limits look at are those of the 年度 so far, and five at least', () => {
    expect(monthsBefore('2026-04')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02', '2026-03']);
    expect(monthsBefore('2027-03')).toHaveLength(11);
    expect(monthsBefore('2027-03')[0]).toBe('2026-04');
  });

  it('of a person have one id wherever it is made', () => {
    expect(sheetIdOf('a', '2026-07')).toBe(sheetIdOf('a', '2026-07'));
    expect(sheetIdOf('a', '2026-07')).not.toBe(sheetIdOf('a', '2026-08'));
    expect(sheetIdOf('a', '2026-07')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are understood as people write them, and never lie ahead', () => {
    const asked = (text: string) => monthAsked(text, '2026-08');
    expect(['', '今月', '先月', '７月', '7', '2026年7月', '2025-12', '12月', 'last month'].map(asked)).toEqual([
      ...['2026-08', '2026-08', '2026-07', '2026-07', '2026-07', '2026-07', '2025-12', '2025-12', '2026-07'],
    ]);
    expect([asked('13月'), asked('いつか'), asked('2026-00')]).toEqual([null, null, null]);
  });
});

describe('times of a PC log', () => {
  it('are read as lists have them, in Japan', () => {
    const same = [
      '2026-07-01 08:25',
      '2026/7/1 8:25',
      '2026-07-01T08:25:00',
      '２０２６/７/１ ８:２５',
      '2026-06-30T23:25:00Z',
    ];
    for (const text of same) expect(instantFrom(text)?.toISOString()).toBe('2026-06-30T23:25:00.000Z');
    const none = ['', '2026-07-01', '8:25', '2026-13-01 08:25', 'x', '2026-06-31 08:25', '0000-01-01 08:25'];
    for (const text of none) expect(instantFrom(text)).toBeNull();
  });
});
