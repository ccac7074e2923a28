import { expect, it } from '@jest/globals';
import { sayDay, sayWhen } from './when.ts';

it('an instant and a day are said alike, in Japan’s time', () => {
  expect(sayWhen('2026-11-22T15:30:00.000Z', 'ja')).toBe('令和8年11月23日 00:30');
  expect(sayWhen('2026-11-22T15:30:00.000Z', 'en')).toBe('23 Nov 2026, 00:30');
  const day = { date: '2026-11-23', dateWareki: '令和8年11月23日' };
  expect([sayDay(day, 'ja'), sayDay(day, 'en')]).toEqual(['令和8年11月23日', '23 Nov 2026']);
});
