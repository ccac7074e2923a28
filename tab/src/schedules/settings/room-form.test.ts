import { describe, expect, it } from '@jest/globals';
import { aRoom } from '../../testing/rooms.ts';
import { newRoom, readRoom, readRoomChange, type TypedRoom, typedRoom } from './room-form.ts';

const typed = (change: Partial<TypedRoom> = {}): TypedRoom => ({ ...newRoom(), name: '和室', ...change });

describe('a room that is entered', () => {
  it('needs a name and nothing else', () => {
    expect(readRoom(typed())).toEqual({
      ok: true,
      input: {
        ...{ kind: 'ROOM', name: '和室', office: 'main', floor: '', capacity: null, equipment: [], notes: '' },
        ...{ publicText: '', administrators: [] },
      },
    });
  });

  it('has its equipment one by one, however it is divided', () => {
    const read = readRoom(typed({ equipment: ' 座卓、 座布団,，延長コード\n', capacity: '20' }));
    expect(read).toMatchObject({ input: { equipment: ['座卓', '座布団', '延長コード'], capacity: 20 } });
  });

  it.each([
    [{ name: ' ' }, 'admin.room.name.missing'],
    [{ capacity: '0' }, 'admin.room.capacity.wrong'],
    [{ capacity: '501' }, 'admin.room.capacity.wrong'],
    [{ capacity: '1.5' }, 'admin.room.capacity.wrong'],
    [{ equipment: 'あ'.repeat(51) }, 'admin.room.equipment.wrong'],
    [{ equipment: 'あ、'.repeat(31) }, 'admin.room.equipment.wrong'],
  ] as const)('says what is not right: %j', (change, problem) => {
    expect(readRoom(typed(change))).toEqual({ ok: false, problem });
  });
});

describe('a room that is changed', () => {
  it('says only what was touched, so that Outlook’s own words are never sent', () => {
    const room = aRoom(1, '第1会議室');
    const changed = { ...typedRoom(room), notes: '鍵は守衛室' };
    expect(readRoomChange(changed, room, 3)).toEqual({ ok: true, change: { notes: '鍵は守衛室', version: 3 } });
    expect(readRoomChange(typedRoom(room), room, 1)).toEqual({ ok: false, problem: 'admin.room.nothing' });
  });
});
