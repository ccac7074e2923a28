import type { Tx } from '../../platform/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { bookingsNamed, holdsBetween } from '../bookings/store.ts';
import { blocks } from '../calendar/index.ts';
import type { RoomsDay } from './present.ts';
import type { Room, RoomTime } from './room.ts';

type Asked = RoomTime & { readonly rooms: readonly Pick<Room, 'roomId' | 'mailbox'>[] };

const ownersOf = ({ rooms }: Asked) =>
  rooms.flatMap(({ roomId, mailbox }) => (mailbox === null ? [] : [{ kind: 'ROOM' as const, ownerId: roomId }]));

/** Everything that stands in these rooms within a time: what is held here, and what Outlook says, asked for where it is old. */
export async function roomTimes(
  parts: Pick<BookingParts, 'db' | 'reading'>,
  municipalityId: string,
  asked: Asked,
): Promise<RoomsDay> {
  const { from, to } = asked;
  const owners = ownersOf(asked);
  const wanted = { owners, from, to };
  const known = await parts.db.singly(municipalityId, (tx: Tx) => parts.reading.entriesOf(tx, wanted));
  const { of } = owners.length === 0 ? known : await parts.reading.awaited(municipalityId, wanted, known);
  const roomIds = asked.rooms.map(({ roomId }) => roomId);
  const { holds, bookings } = await parts.db.singly(municipalityId, async (tx) => {
    const held = await holdsBetween(tx, roomIds, { from, to });
    return { holds: held, bookings: await bookingsNamed(tx, [...new Set(held.map(({ bookingId }) => bookingId))]) };
  });
  const heldIn = Map.groupBy(holds, ({ roomId }) => roomId);
  const entriesIn = (roomId: string) => (of.get(roomId)?.entries ?? []).filter(blocks);
  return {
    ...{ bookings, holds },
    entries: new Map(roomIds.map((roomId) => [roomId, entriesIn(roomId)])),
    taken: new Map(roomIds.map((roomId) => [roomId, [...(heldIn.get(roomId) ?? []), ...entriesIn(roomId)]])),
    synced: new Map([...of].map(([roomId, { synced }]) => [roomId, synced])),
  };
}
