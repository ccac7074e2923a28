import { hasRole } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { badInput, type Caller, isUuid } from '../../shared/index.ts';
import { roomsNamed } from '../rooms/store.ts';
import type { Booking } from './booking.ts';
import type { BookingsPage, BookingsQuery } from './contract.ts';
import type { BookingParts } from './parts.ts';
import { type Looking, mayRead } from './policy.ts';
import { presentListed } from './present.ts';
import * as store from './store.ts';

const PAGE = 30;

type Position = NonNullable<store.ListedOf['after']>;

const cursorOf = ({ from, bookingId }: Position): string =>
  Buffer.from(`${from.toISOString()} ${bookingId}`).toString('base64url');

/** @throws bad-input `schedules.bad_cursor` */
function positionOf(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [at = '', bookingId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const from = new Date(at);
  // A year of more than four digits is none of ours, and before 4714 BC PostgreSQL knows no time.
  if (Number.isNaN(from.getTime()) || from.toISOString() !== at || !/^\d{4}-/.test(at) || !isUuid(bookingId))
    throw badInput('schedules.bad_cursor');
  return { from, bookingId };
}

async function around(tx: Tx, bookings: readonly Booking[]) {
  const holds = await store.holdsOf(
    tx,
    bookings.map(({ bookingId }) => bookingId),
  );
  const rooms = await roomsNamed(tx, [...new Set(holds.map(({ roomId }) => roomId))]);
  return {
    holds: Map.groupBy(holds, ({ bookingId }) => bookingId),
    rooms: new Map(rooms.map((room) => [room.roomId, room])),
  };
}

/** 自分の予約: what one booked and what one takes part in. */
export async function listBookings(parts: BookingParts, caller: Caller, query: BookingsQuery): Promise<BookingsPage> {
  const after = positionOf(query.cursor);
  const { db, directory, clock, texts } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const { staffId } = actor;
    const asked = { staffId, role: query.role ?? null, now: clock.now(), after, limit: PAGE + 1 };
    const found = await store.bookingsOf(tx, query.when, asked);
    const page = found.slice(0, PAGE);
    const { holds, rooms } = await around(tx, page);
    const items = page.flatMap((booking) => {
      const held = holds.get(booking.bookingId) ?? [];
      const looking: Looking = {
        ...{ staffId, isAdmin: hasRole(actor, 'ADMIN'), sameSection: false },
        administers: held.some(({ roomId }) => rooms.get(roomId)?.administrators.includes(staffId)),
      };
      if (!mayRead(booking, looking, held.length > 0)) return [];
      return [presentListed(booking, looking, { holds: held, rooms, locale: caller.locale, texts })];
    });
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return { items, nextCursor: last ? cursorOf(last) : null };
  });
}
