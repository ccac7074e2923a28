import { describe, expect, it } from '@jest/globals';
import { remindedOn } from './reminding.ts';

const at = (moment: string) => new Date(`${moment}:00+09:00`);
const RESULT = { workingDays: 1, remindAt: '15:00' };

describe('T-07: of which days somebody is reminded', () => {
  it('of today, where the report is due on the day, from the time of the rule on', () => {
    expect(remindedOn({ remindAt: '09:00' }, at('2026-11-25T08:59'))).toEqual([]);
    expect(remindedOn({ remindAt: '09:00' }, at('2026-11-25T09:00'))).toEqual(['2026-11-25']);
  });

  it('of the working day before, with the days off between', () => {
    expect(remindedOn(RESULT, at('2026-11-25T14:59'))).toEqual([]);
    expect(remindedOn(RESULT, at('2026-11-25T15:00'))).toEqual(['2026-11-24']);
    // From Friday to 勤労感謝の日 on Monday.
    expect(remindedOn(RESULT, at('2026-11-24T15:00'))).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
    ]);
    expect(remindedOn(RESULT, at('2026-11-22T15:00'))).toEqual([]);
  });

  it('of none where the rules name no time', () => {
    expect(remindedOn({ workingDays: 1 }, at('2026-11-25T18:00'))).toEqual([]);
  });
});
