import { describe, expect, it } from '@jest/globals';
import { whenOf } from './paper-data.ts';

describe('when a meeting was, on paper', () => {
  it('is a day with its times', () => {
    const when = { heldOn: '2026-11-20', startsAt: '2026-11-20T04:30:00Z', endsAt: '2026-11-20T06:05:00Z' };
    expect(whenOf(when)).toMatchObject({
      ...{ 開催日: '令和8年11月20日（金）', 開催日時: '令和8年11月20日（金）　午後1時30分から午後3時5分まで' },
    });
    expect(whenOf({ ...when, startsAt: null, endsAt: null })).toMatchObject({ 開催日時: '令和8年11月20日（金）' });
  });

  it('is from one day to another where it lasted for days in writing', () => {
    const when = { heldOn: '2026-11-27', startsAt: '2026-11-24T00:00:00Z', endsAt: '2026-11-27T08:00:00Z' };
    expect(whenOf(when)).toEqual({
      ...{ 開催日: '令和8年11月24日（火）から令和8年11月27日（金）まで', 開始時刻: '午前9時', 終了時刻: '午後5時' },
      開催日時: '令和8年11月24日（火）　午前9時から令和8年11月27日（金）　午後5時まで',
    });
  });

  it('is of the day on which it began where it ended after midnight', () => {
    const when = { heldOn: '2026-11-24', startsAt: '2026-11-24T13:00:00Z', endsAt: '2026-11-24T15:30:00Z' };
    expect(whenOf(when)).toMatchObject({
      ...{
        開催日: '令和8年11月24日（火）',
        開催日時: '令和8年11月24日（火）　午後10時から令和8年11月25日（水）　午前0時30分まで',
      },
    });
  });
});
