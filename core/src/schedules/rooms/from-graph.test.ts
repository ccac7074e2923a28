import { describe, expect, it } from '@jest/globals';
import type { RemoteRoom } from '../calendar/port.ts';
import { placeAmong, roomsToSave } from './from-graph.ts';

const offices = {
  units: [
    { code: 'hama', name: '浜支所' },
    { code: 'kita-hama', name: '北浜支所' },
  ],
  main: ['中央庁舎', 'Main office'],
};
const place = (building: string | null, ...lists: readonly string[]) => placeAmong(offices, { building, lists });
const MAIN = { office: null, building: null };

describe('S-08: in whose office a room of Outlook is', () => {
  it('is the office after which its building or a list is called, the longest name first', () => {
    expect(place('浜支所 別館')).toEqual({ office: 'hama', building: null });
    expect(place('北浜支所')).toEqual({ office: 'kita-hama', building: null });
    expect(place('別館', '浜支所の会議室')).toEqual({ office: 'hama', building: null });
  });

  it.each(['本庁舎', '役場', 'みなと市役所', '大和町役場庁舎', '中央庁舎 3階', 'Main office'])(
    '%s is 本庁',
    (building) => {
      expect(place(building)).toEqual(MAIN);
    },
  );

  it('is 本庁 where Outlook says nothing at all', () => {
    expect(place(null)).toEqual(MAIN);
    expect(place(' ')).toEqual(MAIN);
  });

  it.each(['丘出張所', '旧役場', '市役所第二庁舎', '市民会館'])('%s is nobody’s office, and not 本庁', (building) => {
    expect(place(building)).toEqual({ office: null, building });
  });

  it('is unknown too where only a list says something', () => {
    expect(place(null, '丘出張所')).toEqual({ office: null, building: '丘出張所' });
    expect([...(place('丘'.repeat(300)).building ?? '')]).toHaveLength(80);
  });

  it('stays what an administrator said, though Outlook says something else', () => {
    const options = { offices, newRoomId: () => 'r1', now: new Date(0) };
    const remote: RemoteRoom = {
      ...{ mailbox: 'oka@minato.example', name: '丘', building: '丘出張所', floor: null, capacity: 9 },
      ...{ equipment: [], lists: [] },
    };
    const [first] = roomsToSave([], [remote], options);
    expect(first).toMatchObject({ office: null, building: '丘出張所', officeSet: false });
    if (!first) throw new Error('no room');
    const said = { ...first, office: 'hama', building: null, officeSet: true };
    expect(roomsToSave([said], [remote], options)).toEqual([]);
    expect(roomsToSave([said], [{ ...remote, building: '北浜支所', capacity: 8 }], options)).toMatchObject([
      { office: 'hama', building: null, capacity: 8 },
    ]);
  });
});
