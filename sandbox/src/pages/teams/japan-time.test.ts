import { describe, expect, it } from '@jest/globals';
import { cityClock } from './japan-time.ts';

const clock = cityClock('ja', 'Asia/Tokyo');

describe('times in the chat', () => {
  it('are those of Japan', () => {
    expect(clock.time('2026-11-20T15:05:00.000Z')).toBe('00:05');
    expect(clock.day('2026-11-20T15:05:00.000Z')).toBe('2026-11-21');
  });

  it('name today, yesterday and other days as Japan counts them', () => {
    const now = new Date('2026-11-20T15:30:00.000Z');
    expect(clock.dayName('2026-11-20T15:00:00.000Z', now)).toEqual({ kind: 'today' });
    expect(clock.dayName('2026-11-20T14:59:59.000Z', now)).toEqual({ kind: 'yesterday' });
    expect(clock.dayName('2026-11-18T15:00:00.000Z', now)).toEqual({ kind: 'date', text: '2026年11月19日(木)' });
  });

  it('read as English for an English reader', () => {
    const now = new Date('2026-11-20T15:30:00.000Z');
    expect(cityClock('en', 'Asia/Tokyo').dayName('2026-11-18T15:00:00.000Z', now)).toMatchObject({
      text: expect.stringContaining('November 2026'),
    });
  });
});
