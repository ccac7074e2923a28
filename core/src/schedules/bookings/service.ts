import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import { type Caller, conflict, type Json, type Locale, notAllowed, notFound } from '../../shared/index.ts';
import { roomsNamed } from '../rooms/store.ts';
import { type Booking, participantsOf, wholeSeconds } from './booking.ts';
import type { BookInput, BookingView, CancelBookingQuery, ChangeBookingInput } from './contract.ts';
import { assurePeople, assureTime, follow, makeBooking, onlineOf, roomsFor, settingOf, waysFor } from './making.ts';
import { cancelBooking } from './moving.ts';
import { type Acting, type BookingParts, outlookOf } from './parts.ts';
import { type Looking, mayCancel, mayChange, mayRead } from './policy.ts';
import { presentBooking } from './present.ts';
import * as store from './store.ts';
import { againIfTaken, assureFree } from './taking.ts';

export interface Bookings {
  /** @throws conflict `schedules.room_taken`; bad-input `schedules.booking_*`; not-found `schedules.room_not_found` */
  book(caller: Caller, input: BookInput): Promise<BookingView>;
  /** @throws not-found `schedules.booking_not_found` */
  read(caller: Caller, bookingId: string): Promise<BookingView>;
  /**
   * @throws not-found `schedules.booking_not_found`; not-allowed `schedules.booking_not_yours`
   * @throws conflict `schedules.booking_stale`, `schedules.booking_cancelled`, `schedules.room_taken`
   */
  change(caller: Caller, bookingId: string, input: ChangeBookingInput): Promise<BookingView>;
  /** Again is harmless. @throws not-found `schedules.booking_not_found`; not-allowed `schedules.booking_not_yours` */
  cancel(caller: Caller, bookingId: string, query: CancelBookingQuery): Promise<BookingView>;
}

interface Reader {
  readonly actor: Actor;
  readonly locale: Locale;
}

async function lookingAt(
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
  const people = new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
  return presentBooking(booking, looking, {
    ...{ holds, people, locale, texts: parts.texts, rooms: new Map(rooms.map((room) => [room.roomId, room])) },
    ways: booking.state === 'BOOKED' ? waysFor(booking, setting, rooms) : [],
  });
}

async function seen(parts: BookingParts, { tx, actor, caller }: Acting, booking: Booking): Promise<BookingView> {
  const view = await bookingView(parts, tx, { booking, actor, locale: caller.locale });
  if (!view) throw notFound('schedules.booking_not_found');
  return view;
}

/** What is missing in the input stays; the rooms held so far are those of the booking. */
function changed(before: Booking, { version: _, rooms: __, online, from, to, ...input }: ChangeBookingInput): Booking {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const must = [...new Set(input.required ?? before.required)].filter((id) => id !== before.bookedBy);
  return {
    ...{ ...before, ...said, version: before.version + 1, required: must },
    optional: [...new Set(input.optional ?? before.optional)].filter(
      (id) => id !== before.bookedBy && !must.includes(id),
    ),
    from: from === undefined ? before.from : wholeSeconds(from),
    to: to === undefined ? before.to : wholeSeconds(to),
    online: online ?? before.online,
  };
}

async function changeOnce(
  parts: BookingParts,
  acting: Acting,
  asked: { bookingId: string; input: ChangeBookingInput },
): Promise<BookingView> {
  const { tx, actor, now } = acting;
  const { bookingId, input } = asked;
  const before = await store.lockBooking(tx, bookingId);
  if (!before) throw notFound('schedules.booking_not_found');
  const present = await seen(parts, acting, before);
  if (!mayChange(before, await lookingAt(parts, tx, { booking: before, actor })))
    throw notAllowed(before.caseId === null ? 'schedules.booking_not_yours' : 'schedules.booking_of_case');
  if (before.state === 'CANCELLED') throw conflict('schedules.booking_cancelled', {}, present);
  if (before.version !== input.version) throw conflict('schedules.booking_stale', {}, present);
  const wanted = changed(before, input);
  assureTime(wanted, now);
  const held = (await store.holdsOf(tx, [bookingId])).filter(({ state }) => state === 'HELD');
  const rooms = await roomsFor(tx, input.rooms ?? held.map(({ roomId }) => roomId));
  const setting = await settingOf(parts, tx, now);
  await assurePeople(parts, tx, { booking: wanted, setting, rooms });
  await assureFree(parts, tx, { rooms, before, from: wanted.from, to: wanted.to });
  const outlook = {
    ...before.outlook,
    code: null,
    state: outlookOf(parts, tx.municipalityId) ? ('WAITING' as const) : ('NONE' as const),
  };
  const online = input.online === null ? onlineOf(wanted, null, { setting, rooms }) : wanted.online;
  const booking = { ...wanted, outlook, online };
  await store.updateBooking(tx, booking);
  await follow(parts, acting, { booking, act: 'CHANGED', rooms, setting });
  return seen(parts, acting, booking);
}

async function cancelOnce(
  parts: BookingParts,
  acting: Acting,
  asked: { bookingId: string; query: CancelBookingQuery },
): Promise<BookingView> {
  const { tx, actor } = acting;
  const before = await store.lockBooking(tx, asked.bookingId);
  if (!before) throw notFound('schedules.booking_not_found');
  await seen(parts, acting, before);
  const allowed = async (booking: Booking) => mayCancel(booking, await lookingAt(parts, tx, { booking, actor }));
  if (before.state === 'CANCELLED') return seen(parts, acting, before);
  if (!(await allowed(before))) throw notAllowed('schedules.booking_not_yours');
  if (asked.query.scope === 'FOLLOWING' && before.seriesId !== null)
    for (const later of await store.lockSeries(tx, before.seriesId, before.from))
      if (later.bookingId !== before.bookingId && (await allowed(later)))
        await cancelBooking(parts, acting, { before: later, silent: false });
  return seen(parts, acting, await cancelBooking(parts, acting, { before, silent: false }));
}

/** One act of somebody in one transaction: the same call again gets the same answer. */
export async function actOnce<T extends Json>(
  parts: BookingParts,
  { caller, request }: { readonly caller: Caller; readonly request: Json },
  work: (acting: Acting) => Promise<T>,
): Promise<T> {
  const { db, clock, directory, wake } = parts;
  const answer = await againIfTaken(() =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await directory.actorOf(tx, caller);
      const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
      return onlyOnce(tx, call, () => work({ tx, actor, caller, now: clock.now() }));
    }),
  );
  wake();
  return answer;
}

export function createBookings(parts: BookingParts): Bookings {
  const { db, directory } = parts;
  return {
    book: (caller, input) =>
      actOnce(parts, { caller, request: { use: 'schedules.book', ...input } }, async (acting) =>
        seen(parts, acting, await makeBooking(parts, acting, input)),
      ),
    read: (caller, bookingId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const [actor, booking] = await Promise.all([directory.actorOf(tx, caller), store.readBooking(tx, bookingId)]);
        const view = booking && (await bookingView(parts, tx, { booking, actor, locale: caller.locale }));
        if (!view) throw notFound('schedules.booking_not_found');
        return view;
      }),
    change: (caller, bookingId, input) =>
      actOnce(parts, { caller, request: { use: 'schedules.change-booking', bookingId, ...input } as Json }, (acting) =>
        changeOnce(parts, acting, { bookingId, input }),
      ),
    cancel: (caller, bookingId, query) =>
      actOnce(parts, { caller, request: { use: 'schedules.cancel-booking', bookingId, ...query } }, (acting) =>
        cancelOnce(parts, acting, { bookingId, query }),
      ),
  };
}
