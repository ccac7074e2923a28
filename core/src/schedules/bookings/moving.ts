import type { Booking } from './booking.ts';
import { assureTime, follow, roomsFor, settingOf } from './making.ts';
import { type Acting, type BookingParts, outlookOf } from './parts.ts';
import * as store from './store.ts';
import { assureFree } from './taking.ts';

type Altered = Partial<Pick<Booking, 'from' | 'to' | 'tentative' | 'subject' | 'visibility'>>;

interface Alteration {
  readonly before: Booking;
  readonly altered: Altered;
  /** Whoever alters it tells of it in words of their own. */
  readonly silent: boolean;
}

/**
 * The same meeting at another time, or confirmed; whether somebody may, is for the caller to say.
 * @throws bad-input `schedules.booking_past`, `…_far`; conflict `schedules.room_taken`
 */
export async function alterBooking(
  parts: BookingParts,
  acting: Acting,
  { before, altered, silent }: Alteration,
): Promise<Booking> {
  const { tx, now } = acting;
  const state = outlookOf(parts, tx.municipalityId) ? ('WAITING' as const) : ('NONE' as const);
  const booking: Booking = {
    ...{ ...before, ...altered, version: before.version + 1 },
    outlook: { ...before.outlook, code: null, state },
  };
  assureTime(booking, now);
  const { held, declined } = await store.roomsOf(tx, booking.bookingId);
  const rooms = await roomsFor(tx, held);
  await assureFree(parts, tx, { rooms, before, from: booking.from, to: booking.to });
  await store.updateBooking(tx, booking);
  const setting = await settingOf(parts, tx, now);
  await follow(parts, acting, { booking, act: 'CHANGED', rooms, declined, setting, silent });
  return booking;
}

/** Whether somebody may, is for the caller to say. */
export async function cancelBooking(
  parts: BookingParts,
  acting: Acting,
  { before, silent }: { readonly before: Booking; readonly silent: boolean },
): Promise<Booking> {
  const { tx, now } = acting;
  const booking: Booking = { ...before, state: 'CANCELLED', version: before.version + 1 };
  await store.updateBooking(tx, booking);
  const setting = await settingOf(parts, tx, now);
  await follow(parts, acting, { booking, act: 'CANCELLED', rooms: [], setting, silent });
  return booking;
}
