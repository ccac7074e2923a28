import { describe, expect, it } from '@jest/globals';
import { AddRoomInputSchema } from './contract.ts';

const takes = (room: object) => AddRoomInputSchema.safeParse({ name: '第1会議室', ...room }).success;

describe('S-08: what an administrator says of a room', () => {
  it('a floor is one line to be read, or nothing: it stands at reception for everybody', () => {
    expect(['', '2階', '西館 B1'].map((floor) => takes({ floor }))).toEqual([true, true, true]);
    expect(['2階\u202eテスト', '2階\n3階', '\u200b', '\u0007'].map((floor) => takes({ floor }))).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
