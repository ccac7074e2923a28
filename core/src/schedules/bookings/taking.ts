import type { Tx } from '../../platform/index.ts';
import { conflict } from '../../shared/index.ts';
import { blocks } from '../calendar/entry.ts';
import { placeOfRoom } from '../offices.ts';
import { isTaken, nextFree, type Room, type RoomTime } from '../rooms/room.ts';
import { allRooms } from '../rooms/store.ts';
import type { Booking } from './booking.ts';
import type { RoomsTaken } from './contract.ts';
import type { BookingParts } from './parts.ts';
import { holdsBetween } from './store.ts';

type Before = Pick<Booking, 'bookingId' | 'from' | 'to'> | null;

/** By room, what is held here and what its calendar in Outlook says. What stands there for `before` itself is left out. */
export type TakenTimes = ReadonlyMap<string, readonly RoomTime[]>;

interface Asked extends RoomTime {
  readonly rooms: readonly Pick<Room, 'roomId' | 'mailbox'>[];
  readonly before?: Before;
}

const sameTime = (one: RoomTime, other: RoomTime | null | undefined): boolean =>
  other?.from.getTime() === one.from.getTime() && other.to.getTime() === one.to.getTime();

export async function takenTimes(
  { reading }: Pick<BookingParts, 'reading'>,
  tx: Tx,
  { rooms, from, to, before = null }: Asked,
): Promise<TakenTimes> {
  const roomIds = rooms.map(({ roomId }) => roomId);
  const owners = rooms
    .filter(({ mailbox }) => mailbox !== null)
    .map(({ roomId }) => ({ kind: 'ROOM' as const, ownerId: roomId }));
  const [holds, calendars] = await Promise.all([
    holdsBetween(tx, roomIds, { from, to }),
    owners.length === 0 ? null : reading.entriesOf(tx, { owners, from, to }),
  ]);
  const held = Map.groupBy(
    holds.filter(({ bookingId }) => bookingId !== before?.bookingId),
    ({ roomId }) => roomId,
  );
  return new Map(
    roomIds.map((roomId) => {
      const entries = calendars?.of.get(roomId)?.entries ?? [];
      const outlook = entries.filter((entry) => blocks(entry) && !sameTime(entry, before));
      return [roomId, [...(held.get(roomId) ?? []), ...outlook]];
    }),
  );
}

const MINUTE_MS = 60_000;
const OTHERS = 5;

/** Until the end of the Japanese day in which it begins. */
function endOfDay(from: Date): Date {
  const day = 24 * 60 * MINUTE_MS;
  const japan = 9 * 60 * MINUTE_MS;
  return new Date(Math.ceil((from.getTime() + japan + 1) / day) * day - japan);
}

const sizeApart = (room: Room, wanted: Room | undefined): number =>
  Math.abs((room.capacity ?? 0) - (wanted?.capacity ?? 0)) +
  ((room.capacity ?? 0) < (wanted?.capacity ?? 0) ? 1_000 : 0);

const isElsewhere = (room: Room, wanted: Room | undefined): boolean =>
  wanted === undefined || placeOfRoom(room) !== placeOfRoom(wanted);

/** What somebody who came too late may do instead: the same rooms later, and other rooms now. */
async function insteadOf(
  parts: Pick<BookingParts, 'reading'>,
  tx: Tx,
  { taken, times, wanted }: { taken: readonly Room[]; times: TakenTimes; wanted: RoomTime },
): Promise<RoomsTaken> {
  const [first] = taken;
  const around = (await allRooms(tx)).filter(({ kind, roomId }) => kind === first?.kind && !times.has(roomId));
  const free = await takenTimes(parts, tx, { rooms: around, ...wanted });
  const ms = wanted.to.getTime() - wanted.from.getTime();
  const later = (roomId: string) =>
    nextFree(times.get(roomId) ?? [], wanted.from, { ms, until: endOfDay(wanted.from) })?.toISOString() ?? null;
  return {
    taken: taken.map(({ roomId, name }) => ({ roomId, name, nextFree: later(roomId) })),
    others: around
      .filter(({ roomId }) => !isTaken(free.get(roomId) ?? [], wanted))
      .toSorted(
        (a, b) =>
          Number(isElsewhere(a, first)) - Number(isElsewhere(b, first)) || sizeApart(a, first) - sizeApart(b, first),
      )
      .slice(0, OTHERS)
      .map(({ roomId, name, capacity }) => ({ roomId, name, capacity })),
  };
}

/** @throws conflict `schedules.room_taken` with what is free instead */
export async function assureFree(
  parts: Pick<BookingParts, 'reading'>,
  tx: Tx,
  { rooms, before = null, ...wanted }: RoomTime & { readonly rooms: readonly Room[]; readonly before?: Before },
): Promise<void> {
  const times = await takenTimes(parts, tx, { rooms, before, from: wanted.from, to: endOfDay(wanted.to) });
  const taken = rooms.filter(({ roomId }) => isTaken(times.get(roomId) ?? [], wanted));
  if (taken.length === 0) return;
  const present = await insteadOf(parts, tx, { taken, times, wanted });
  throw conflict('schedules.room_taken', { rooms: taken.map(({ name }) => name).join('・') }, present);
}

// exclusion_violation: somebody held the room between our look and our hold.
const EXCLUSION = '23P01';

/** The second look sees what the first one could not, and says it in words. */
export async function againIfTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === EXCLUSION)) throw error;
    return work();
  }
}
