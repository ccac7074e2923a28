import { localTimeOf } from '../../../shared/index.ts';
import type { RoomsDay } from '../present.ts';
import type { Room, RoomTime } from '../room.ts';

/** One line at reception: never a subject, never a name. */
export interface LobbyLine {
  /** `HH:MM` of the day; what began before it begins with it. */
  readonly from: string;
  readonly to: string;
  readonly room: string;
  readonly floor: string;
  /** What whoever booked it wants to be read; null: 「会議」. */
  readonly text: string | null;
  readonly now: boolean;
}

const keyOf = ({ from, to }: RoomTime): string => `${from.getTime()} ${to.getTime()}`;

/** What is not over yet of a day, the earliest first. */
export function lobbyLines(
  rooms: readonly Pick<Room, 'roomId' | 'name' | 'floor' | 'publicText'>[],
  day: Pick<RoomsDay, 'bookings' | 'holds' | 'entries'>,
  { now, end }: { readonly now: Date; readonly end: Date },
): LobbyLine[] {
  const bookings = new Map(day.bookings.map((booking) => [booking.bookingId, booking]));
  const begin = new Date(end.getTime() - 86_400_000);
  return rooms
    .flatMap((room) => {
      const held = day.holds.filter(({ roomId }) => roomId === room.roomId);
      const known = new Set(held.map(keyOf));
      const others = (day.entries.get(room.roomId) ?? []).filter((entry) => !known.has(keyOf(entry)));
      const here = held.map((hold) => ({ ...hold, text: bookings.get(hold.bookingId)?.publicText || room.publicText }));
      const times = [...here, ...others.map((entry) => ({ ...entry, text: room.publicText }))];
      return times.map(({ from, to, text }) => ({ room, from, to, text }));
    })
    .filter(({ from, to }) => to > now && from < end)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime() || (a.room.name < b.room.name ? -1 : 1))
    .map(({ room, from, to, text }) => ({
      from: localTimeOf(from < begin ? begin : from),
      to: to >= end ? '24:00' : localTimeOf(to),
      ...{ room: room.name, floor: room.floor, text: text === '' ? null : text, now: from <= now },
    }));
}
