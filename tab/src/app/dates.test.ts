import { describe, expect, it } from '@jest/globals';
import { dayText, elapsedText, fiscalYearText, whenText } from './dates.ts';

const NOW = Date.parse('2026-11-21T03:00:00Z');
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

describe('an instant', () => {
  it('is shown as the time in Japan, with 和暦 in Japanese', () => {
    expect(whenText('2026-11-20T15:05:00Z', 'ja')).toBe('令和8年11月21日 00:05');
    expect(whenText('2026-11-20T15:05:00Z', 'en')).toBe('21 Nov 2026, 00:05 JST');
  });

  it('that cannot be read is shown as it came', () => {
    expect(whenText('soon', 'ja')).toBe('soon');
  });
});

describe('a day', () => {
  it('begins its era on the right day', () => {
    expect(dayText('2019-04-30', 'ja')).toBe('平成31年4月30日');
    expect(dayText('2019-05-01', 'ja')).toBe('令和元年5月1日');
    expect(dayText('2026-11-21', 'en')).toBe('21 Nov 2026');
    expect(dayText('2026-02-30', 'ja')).toBe('2026-02-30');
  });

  it('belongs to a fiscal year', () => {
    expect(fiscalYearText(2026, 'ja')).toBe('令和8年度');
    expect(fiscalYearText(2026, 'en')).toBe('Fiscal year 2026');
  });
});

describe('elapsed time', () => {
  it.each([
    [0, '1分未満', 'less than a minute'],
    [5, '5分', '5 min'],
    [60, '1時間', '1 h'],
    [185, '3時間5分', '3 h 5 min'],
    [1440, '1日', '1 d'],
    [1505, '1日1時間', '1 d 1 h'],
    [2 * 1440 + 59, '2日', '2 d'],
  ])('of %i minutes is said in the two largest units', (minutes, ja, en) => {
    expect(elapsedText(ago(minutes), NOW, 'ja')).toBe(ja);
    expect(elapsedText(ago(minutes), NOW, 'en')).toBe(en);
  });

  it('is never negative when the clocks differ', () => {
    expect(elapsedText(ago(-10), NOW, 'ja')).toBe('1分未満');
    expect(elapsedText('nonsense', NOW, 'ja')).toBe('1分未満');
  });
});
