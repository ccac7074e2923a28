import { badInput, conflict, notAllowed, notFound } from '../../shared/index.ts';
import { type Booking, wholeSeconds } from './booking.ts';
import type { BookingView, ChangeBookingInput } from './contract.ts';
import { assurePeople, assureTime, follow, onlineOf, roomsFor, settingOf } from './making.ts';
import { type Acting, type BookingParts, outlookOf } from './parts.ts';
import { mayChange } from './policy.ts';
import { lookingAt, seen } from './seeing.ts';
import * as store from './store.ts';
import { assureFree } from './taking.ts';

/** What is missing in the input stays. */
function changed(before: Booking, input: Omit<ChangeBookingInput, 'version' | 'rooms' | 'declined'>): Booking {
  const { online, from, to, ...rest } = input;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
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

interface Wanted {
  readonly rooms: readonly string[];
  /** Of which it stays said that they declined. */
  readonly declined: readonly string[];
}

/**
 * A room that declined is neither asked again nor left out by the way, by a list that somebody filled before they knew.
 * @throws bad-input `schedules.room_not_declined`
 */
function roomsWanted(
  { held, declined }: { readonly held: readonly string[]; readonly declined: readonly string[] },
  { rooms, declined: wishes = [] }: ChangeBookingInput,
): Wanted {
  const wished = new Map(wishes.map((one) => [one.roomId, one.wish]));
  if (wishes.some(({ roomId }) => !declined.includes(roomId))) throw badInput('schedules.room_not_declined');
  const again = declined.filter((roomId) => wished.get(roomId) === 'ASK_AGAIN');
  const kept = (rooms ?? held).filter((roomId) => !declined.includes(roomId));
  return { rooms: [...kept, ...again], declined: declined.filter((roomId) => !wished.has(roomId)) };
}

/** @throws not-found, not-allowed, conflict */
async function changeable(parts: BookingParts, acting: Acting, asked: Changing): Promise<Booking> {
  const { tx, actor } = acting;
  const before = await store.lockBooking(tx, asked.bookingId);
  if (!before) throw notFound('schedules.booking_not_found');
  const present = await seen(parts, acting, before);
  if (!mayChange(before, await lookingAt(parts, tx, { booking: before, actor })))
    throw notAllowed(before.caseId === null ? 'schedules.booking_not_yours' : 'schedules.booking_of_case');
  if (before.state === 'CANCELLED') throw conflict('schedules.booking_cancelled', {}, present);
  if (before.version !== asked.input.version) throw conflict('schedules.booking_stale', {}, present);
  return before;
}

interface Changing {
  readonly bookingId: string;
  readonly input: ChangeBookingInput;
}

/** By whoever booked it, in its transaction. */
export async function changeBooking(parts: BookingParts, acting: Acting, asked: Changing): Promise<BookingView> {
  const { tx, now } = acting;
  const { version: _, rooms: __, declined: ___, ...input } = asked.input;
  const before = await changeable(parts, acting, asked);
  const changing = changed(before, input);
  assureTime(changing, now);
  const wanted = roomsWanted(await store.roomsOf(tx, asked.bookingId), asked.input);
  const rooms = await roomsFor(tx, wanted.rooms);
  const setting = await settingOf(parts, tx, now);
  await assurePeople(parts, tx, { booking: changing, setting, rooms: [...rooms, ...wanted.declined] });
  await assureFree(parts, tx, { rooms, before, from: changing.from, to: changing.to });
  const state = outlookOf(parts, tx.municipalityId) ? ('WAITING' as const) : ('NONE' as const);
  const booking = {
    ...{ ...changing, outlook: { ...before.outlook, code: null, state } },
    online: input.online === null ? onlineOf(changing, null, { setting, rooms }) : changing.online,
  };
  await store.updateBooking(tx, booking);
  await follow(parts, acting, { booking, act: 'CHANGED', rooms, declined: wanted.declined, setting });
  return seen(parts, acting, booking);
}
