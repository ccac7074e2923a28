import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { endText, periodOf, type TypedPeriod, wholeDay } from './period.ts';

const today = '2026-11-21' as LocalDate;
const now = { today, at: new Date('2026-11-21T10:00:00+09:00') };
const read = (change: Partial<TypedPeriod>) => periodOf({ ...wholeDay(today), ...change }, now);

describe('A-35: a period of absence as it is typed', () => {
  it('begins now and ends with the day, where today is left as it is', () => {
    expect(read({})).toEqual({ ok: true, from: null, until: '2026-11-22T00:00:00+09:00' });
  });

  it('is a whole day for another day without times', () => {
    expect(read({ fromDay: '2026-12-01', untilDay: '2026-12-02' })).toEqual({
      ok: true,
      from: '2026-12-01T00:00:00+09:00',
      until: '2026-12-03T00:00:00+09:00',
    });
  });

  it('is in the time of Japan, wherever the browser is', () => {
    expect(read({ fromTime: '13:00', untilTime: '17:30' })).toEqual({
      ok: true,
      from: '2026-11-21T13:00:00+09:00',
      until: '2026-11-21T17:30:00+09:00',
    });
  });

  it('may have no end', () => {
    expect(read({ open: true, untilDay: '' })).toEqual({ ok: true, from: null, until: null });
  });

  it('ends at 24:00, as people say, not at the midnight of another day', () => {
    expect(endText('2026-11-21T15:00:00Z', 'ja')).toBe('令和8年11月21日 24:00');
    expect(endText('2026-11-21T15:00:00Z', 'en')).toBe('21 Nov 2026, 24:00 JST');
    expect(endText('2026-11-21T08:30:00Z', 'ja')).toBe('令和8年11月21日 17:30');
  });

  it.each([
    [{ fromDay: '' }, 'away.from.missing'],
    [{ fromDay: '2026-02-30' }, 'away.from.missing'],
    [{ untilDay: '' }, 'away.until.missing'],
    [{ untilTime: '09:59' }, 'away.until.before'],
    [{ fromDay: '2026-11-25', untilDay: '2026-11-24' }, 'away.until.before'],
    [{ fromTime: '15:00', untilTime: '15:00' }, 'away.until.before'],
    [{ fromDay: '2026-11-01', untilDay: '2026-11-20' }, 'away.until.before'],
  ] as const)('%j is refused as %s', (change, problem) => {
    expect(read(change)).toEqual({ ok: false, problem });
  });
});
