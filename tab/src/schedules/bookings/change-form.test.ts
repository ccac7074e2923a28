import { describe, expect, it } from '@jest/globals';
import { aBooking } from '../../testing/bookings.ts';
import { COLLEAGUE } from '../../testing/people.ts';
import { roomIdOf } from '../../testing/rooms.ts';
import { readChange, type TypedChange, typedOf } from './change-form.ts';

const BOOKED = aBooking();
const typed = (change: Partial<TypedChange>): TypedChange => ({ ...typedOf(BOOKED), ...change });
const changeOf = (change: Partial<TypedChange>) => {
  const read = readChange(typed(change), BOOKED, BOOKED);
  if (!read.ok) throw new Error(read.problem);
  return read.change;
};
const { version } = BOOKED;

describe('a change of a booking', () => {
  it('says what was touched and nothing else', () => {
    expect(changeOf({ subject: ' 予算の打合せ ' })).toEqual({ subject: '予算の打合せ', version });
    expect(changeOf({ visibility: 'PRIVATE', publicText: '' })).toEqual({
      ...{ visibility: 'PRIVATE', publicText: '', version },
    });
    expect(changeOf({ from: '13:00', to: '14:30' })).toEqual({
      ...{ from: '2026-11-25T13:00:00+09:00', to: '2026-11-25T14:30:00+09:00', version },
    });
    expect(changeOf({ required: [] })).toEqual({ required: [], version });
  });

  it('moves somebody from one list to the other', () => {
    expect(changeOf({ required: [], optional: typedOf(BOOKED).required })).toEqual({
      ...{ required: [], optional: [COLLEAGUE.staffId], version },
    });
  });

  it('keeps the rooms that hold it, and does not ask again for one that declined', () => {
    const declined = aBooking({ rooms: BOOKED.rooms.map((room) => ({ ...room, state: 'DECLINED' as const })) });
    expect(typedOf(BOOKED).rooms).toEqual([roomIdOf(1)]);
    expect(typedOf(declined).rooms).toEqual([]);
    expect(readChange({ ...typedOf(declined), rooms: [roomIdOf(2)] }, declined, declined)).toEqual({
      ...{ ok: true, change: { rooms: [roomIdOf(2)], version } },
    });
  });

  it('asks a room that declined once more, or does without it, only where that was chosen', () => {
    const declined = aBooking({ rooms: BOOKED.rooms.map((room) => ({ ...room, state: 'DECLINED' as const })) });
    const read = (wish: 'KEEP' | 'ASK_AGAIN' | 'DROP', present = declined) =>
      readChange({ ...typedOf(declined), note: '', declined: { [roomIdOf(1)]: wish } }, declined, present);
    const change = { note: '', version };
    expect(read('KEEP')).toEqual({ ok: true, change });
    for (const wish of ['ASK_AGAIN', 'DROP'] as const)
      expect(read(wish)).toEqual({ ok: true, change: { ...change, declined: [{ roomId: roomIdOf(1), wish }] } });
    expect(read('DROP', aBooking({ version: 7 }))).toEqual({ ok: true, change: { ...change, version: 7 } });
  });

  it('leaves the time of what lasts over midnight alone where nobody touches it', () => {
    const long = aBooking({ to: '2026-11-26T08:00:00+09:00' });
    expect(readChange({ ...typedOf(long), note: '宿直' }, long, long)).toEqual({
      ...{ ok: true, change: { note: '宿直', version } },
    });
  });

  it.each([
    [{ subject: ' ' }, 'bookings.subject.missing'],
    [{ day: '' }, 'bookings.time.missing'],
    [{ to: '09:00' }, 'bookings.time.order'],
    [{}, 'bookings.nothing'],
  ] as const)('says what is not right: %j', (change, problem) => {
    expect(readChange(typed(change), BOOKED, BOOKED)).toEqual({ ok: false, problem });
  });
});
