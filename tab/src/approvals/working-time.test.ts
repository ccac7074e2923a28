import { describe, expect, it } from '@jest/globals';
import { fill } from '@kaigi/core/shared';
import { approvalsText } from './text.ts';
import { workingMinutesSince, workingText } from './working-time.ts';

const ja = (minutes: number) => workingText(minutes, (code, params) => fill(approvalsText[code].ja, params));

describe('A-22: the clock of a step', () => {
  it('says time in days of work', () => {
    expect([0, 5, 60, 245, 465, 470, 465 * 2 + 180].map(ja)).toEqual([
      '1分未満',
      '5分',
      '1時間',
      '4時間 5分',
      '1日',
      '1日',
      '2日 3時間',
    ]);
  });

  it('does not run on a weekend', () => {
    // From Friday 17:00 to Sunday, in Japan.
    expect(workingMinutesSince('2026-11-20T08:00:00Z', Date.parse('2026-11-22T23:45:00Z'))).toBe(15);
  });

  it('does not run on a holiday either', () => {
    // Monday, 23 November is 勤労感謝の日.
    expect(workingMinutesSince('2026-11-22T23:00:00Z', Date.parse('2026-11-23T09:00:00Z'))).toBe(0);
  });

  it('is still where a time cannot be read', () => {
    expect(workingMinutesSince('?', Date.now())).toBe(0);
  });
});
