import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Locale, notFound } from '../../shared/index.ts';
import { roomsNamed } from '../rooms/store.ts';
import { type Booking, participantsOf } from './booking.ts';
import type { BookingView } from './contract.ts';
import { settingOf, waysFor } from './making.ts';
import type { Acting, BookingParts } from './parts.ts';
import { type Looking, mayRead } from './policy.ts';
import { presentBooking } from './present.ts';
import * as store from './store.ts';

interface Reader {
  readonly actor: Actor;
  readonly locale: Locale;
}

export async function lookingAt(
  { directory }: BookingParts,
  tx: Tx,
  { booking, actor }: { booking: Booking; actor: Actor },
): Promise<Looking> {
  const holds = await store.holdsOf(tx, [booking.bookingId]);
  const [rooms, booker] = await Promise.all([
    roomsNamed(
      tx,
      holds.map(({ roomId }) => roomId),
    ),
    directory.actorById(tx, booking.bookedBy),
  ]);
  const sections = new Set(booker?.posts.map(({ sectionId }) => sectionId));
  const { staffId } = actor;
  return {
    ...{ staffId, isAdmin: hasRole(actor, 'ADMIN') },
    administers: rooms.some(({ administrators }) => administrators.includes(staffId)),
    sameSection: actor.posts.some(({ sectionId }) => sections.has(sectionId)),
  };
}

/** The booking as this reader sees it; null where they may not know of it. */
export async function bookingView(
  parts: BookingParts,
  tx: Tx,
  { booking, actor, locale }: Reader & { booking: Booking },
): Promise<BookingView | null> {
  const holds = await store.holdsOf(tx, [booking.bookingId]);
  const [looking, rooms, actors, setting] = await Promise.all([
    lookingAt(parts, tx, { booking, actor }),
    roomsNamed(
      tx,
      holds.map(({ roomId }) => roomId),
    ),
    Promise.all(participantsOf(booking).map((staffId) => parts.directory.actorById(tx, staffId))),
    settingOf(parts, tx, booking.from),
  ]);
  if (!mayRead(booking, looking, rooms.length > 0)) return null;
  const held = new Set(holds.flatMap(({ roomId, state }) => (state === 'DECLINED' ? [] : [roomId])));
  const venues = rooms.filter(({ roomId }) => held.has(roomId));
  const people = new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
  return presentBooking(booking, looking, {
    ...{ holds, people, locale, texts: parts.texts, rooms: new Map(rooms.map((room) => [room.roomId, room])) },
    ways: booking.state === 'BOOKED' ? waysFor(booking, setting, venues) : [],
  });
}

/** @throws not-found `schedules.booking_not_found` */
export async function seen(parts: BookingParts, { tx, actor, caller }: Acting, booking: Booking): Promise<BookingView> {
  const view = await bookingView(parts, tx, { booking, actor, locale: caller.locale });
  if (!view) throw notFound('schedules.booking_not_found');
  return view;
}
