import { describe, expect, it } from '@jest/globals';
import type { Booking, Hold } from '../../bookings/booking.ts';
import type { Entry } from '../../calendar/entry.ts';
import { lobbyLines } from './board.ts';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+09:00`);
const end = new Date('2026-12-02T00:00:00+09:00');
const rooms = [
  { roomId: 'r1', name: '第1会議室', floor: '3F', publicText: '' },
  { roomId: 'r2', name: '相談室', floor: '', publicText: '相談中' },
];
const hold = (roomId: string, bookingId: string, [from, to]: readonly [Date, Date]): Hold => ({
  ...{ holdId: bookingId, bookingId, roomId, from, to, state: 'HELD' },
});
const booking = (bookingId: string, publicText: string) =>
  ({ bookingId, publicText, subject: '懲戒処分の検討', bookedBy: 'x' }) as Booking;
const entry = (from: Date, to: Date) => ({ from, to, subject: '人事異動の協議', status: 'BUSY' }) as Entry;

describe('S-09: what the display at reception says', () => {
  it('is time, room and the public text, or 「会議」; never a subject', () => {
    const day = {
      holds: [
        hold('r1', 'b1', [at('10:00'), at('11:00')]),
        hold('r1', 'b2', [at('13:00'), at('14:00')]),
        hold('r2', 'b3', [at('10:00'), at('10:30')]),
      ],
      bookings: [booking('b1', ''), booking('b2', '都市計画審議会'), booking('b3', '')],
      entries: new Map([['r1', [entry(at('10:00'), at('11:00')), entry(at('15:00'), at('16:00'))]]]),
    };
    const lines = lobbyLines(rooms, day, { now: at('10:10'), end });
    expect(lines.map(({ from, to, room, text, now }) => [from, to, room, text, now])).toEqual([
      ['10:00', '10:30', '相談室', '相談中', true],
      ['10:00', '11:00', '第1会議室', null, true],
      ['13:00', '14:00', '第1会議室', '都市計画審議会', false],
      ['15:00', '16:00', '第1会議室', null, false],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/懲戒|人事/u);
  });

  it('leaves out what is over, and cuts what lies over midnight', () => {
    const [yesterday, tomorrow] = [new Date('2026-11-30T20:00:00+09:00'), new Date('2026-12-02T09:00:00+09:00')];
    const day = {
      holds: [hold('r1', 'b1', [yesterday, tomorrow]), hold('r2', 'b2', [at('08:00'), at('10:10')])],
      ...{ bookings: [], entries: new Map() },
    };
    expect(lobbyLines(rooms, day, { now: at('10:10'), end })).toEqual([
      { from: '00:00', to: '24:00', room: '第1会議室', floor: '3F', text: null, now: true },
    ]);
  });
});
