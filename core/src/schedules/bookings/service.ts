import { onlyOnce } from '../../platform/index.ts';
import { type Caller, conflict, type Json, notAllowed, notFound } from '../../shared/index.ts';
import type { Booking } from './booking.ts';
import { changeBooking } from './changing.ts';
import type {
  BookInput,
  BookingsPage,
  BookingsQuery,
  BookingView,
  CancelBookingQuery,
  ChangeBookingInput,
} from './contract.ts';
import { listBookings } from './listing.ts';
import { makeBooking } from './making.ts';
import { cancelBooking } from './moving.ts';
import type { Acting, BookingParts } from './parts.ts';
import { mayCancel } from './policy.ts';
import { bookingView, lookingAt, seen } from './seeing.ts';
import * as store from './store.ts';
import { againIfTaken } from './taking.ts';

export interface Bookings {
  /** @throws conflict `schedules.room_taken`; bad-input `schedules.booking_*`; not-found `schedules.room_not_found` */
  book(caller: Caller, input: BookInput): Promise<BookingView>;
  /** Mine, coming first. @throws bad-input `schedules.bad_cursor` */
  list(caller: Caller, query: BookingsQuery): Promise<BookingsPage>;
  /** @throws not-found `schedules.booking_not_found` */
  read(caller: Caller, bookingId: string): Promise<BookingView>;
  /**
   * @throws not-found `schedules.booking_not_found`; not-allowed `schedules.booking_not_yours`
   * @throws conflict `schedules.booking_stale`, `schedules.booking_cancelled`, `schedules.room_taken`
   */
  change(caller: Caller, bookingId: string, input: ChangeBookingInput): Promise<BookingView>;
  /**
   * Again is harmless.
   * @throws not-found `schedules.booking_not_found`; not-allowed `schedules.booking_not_yours`; conflict `…_stale`
   */
  cancel(caller: Caller, bookingId: string, query: CancelBookingQuery): Promise<BookingView>;
}

async function cancelOnce(
  parts: BookingParts,
  acting: Acting,
  asked: { bookingId: string; query: CancelBookingQuery },
): Promise<BookingView> {
  const { tx, actor } = acting;
  const before = await store.lockBooking(tx, asked.bookingId);
  if (!before) throw notFound('schedules.booking_not_found');
  const present = await seen(parts, acting, before);
  const allowed = async (booking: Booking) => mayCancel(booking, await lookingAt(parts, tx, { booking, actor }));
  if (before.state === 'CANCELLED') return present;
  if (!(await allowed(before))) throw notAllowed('schedules.booking_not_yours');
  if (before.version !== asked.query.version) throw conflict('schedules.booking_stale', {}, present);
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
    list: (caller, query) => listBookings(parts, caller, query),
    read: (caller, bookingId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const [actor, booking] = await Promise.all([directory.actorOf(tx, caller), store.readBooking(tx, bookingId)]);
        const view = booking && (await bookingView(parts, tx, { booking, actor, locale: caller.locale }));
        if (!view) throw notFound('schedules.booking_not_found');
        return view;
      }),
    change: (caller, bookingId, input) =>
      actOnce(parts, { caller, request: { use: 'schedules.change-booking', bookingId, ...input } as Json }, (acting) =>
        changeBooking(parts, acting, { bookingId, input }),
      ),
    cancel: (caller, bookingId, query) =>
      actOnce(parts, { caller, request: { use: 'schedules.cancel-booking', bookingId, ...query } }, (acting) =>
        cancelOnce(parts, acting, { bookingId, query }),
      ),
  };
}
