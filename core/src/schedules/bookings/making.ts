import { type OrganisationSnapshot, personOf } from '../../directory/index.ts';
import { emit, newId, type Tx } from '../../platform/index.ts';
import type { ScheduleRules } from '../../regulations/index.ts';
import { badInput, localDateOf, notFound, say } from '../../shared/index.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import { addFact } from '../calendar/history.ts';
import { isOffice, officeName, officeOf, placeOfRoom, placesToGo, travelIn } from '../offices.ts';
import type { Room } from '../rooms/room.ts';
import { lockRooms } from '../rooms/store.ts';
import { type Booking, participantsOf, severalOffices, type Way, waysOf, wholeSeconds } from './booking.ts';
import type { BookInput } from './contract.ts';
import { type Acting, type BookingParts, outlookOf } from './parts.ts';
import * as store from './store.ts';
import { assureFree } from './taking.ts';
import { bookingTexts } from './text.ts';

export const BOOKING = 'booking';
/** Payload: `bookingId`, `bookedBy`, `by`: who did it; `silent`: 1 where those who take part are told by somebody else. */
export const BOOKING_CHANGED = 'schedules/booking-changed';

const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 24 * 7;
const FARTHEST_DAYS = 800;

/** Where everybody and everything is on the day. */
export interface Setting {
  readonly there: OrganisationSnapshot;
  readonly rules: ScheduleRules;
}

export async function settingOf({ directory, regulations }: BookingParts, tx: Tx, day: Date): Promise<Setting> {
  const [there] = await Promise.all([directory.organisation(tx), regulations.ready(tx)]);
  return { there, rules: regulations.schedulesOn({ municipalityId: tx.municipalityId, day: localDateOf(day) }) };
}

/** @throws bad-input `schedules.booking_time`, `…_past`, `…_far` */
export function assureTime({ from, to }: Pick<Booking, 'from' | 'to'>, now: Date): void {
  const ms = to.getTime() - from.getTime();
  if (ms <= 0 || ms > LONGEST_HOURS * HOUR_MS) throw badInput('schedules.booking_time', { hours: LONGEST_HOURS });
  if (to <= now) throw badInput('schedules.booking_past');
  const farthest = now.getTime() + FARTHEST_DAYS * 24 * HOUR_MS;
  if (from.getTime() > farthest) throw badInput('schedules.booking_far', { days: FARTHEST_DAYS });
}

/** The rooms, locked. @throws not-found `schedules.room_not_found` */
export async function roomsFor(tx: Tx, roomIds: readonly string[]): Promise<Room[]> {
  const wanted = new Set(roomIds);
  const rooms = wanted.size === 0 ? [] : await lockRooms(tx, [...wanted]);
  if (rooms.length < wanted.size || rooms.some(({ removedAt }) => removedAt))
    throw notFound('schedules.room_not_found');
  return rooms;
}

/** @throws bad-input `schedules.booking_unknown_person`, `…_unknown_office`, `…_nothing` */
async function assurePeople(
  { directory }: BookingParts,
  tx: Tx,
  asked: { booking: Booking; setting: Setting; rooms: readonly unknown[] },
) {
  const { booking, setting, rooms } = asked;
  const people = participantsOf(booking);
  const known = await Promise.all(people.map((staffId) => directory.actorById(tx, staffId)));
  if (known.includes(null)) throw badInput('schedules.booking_unknown_person');
  const { office } = booking;
  if (office !== null && !isOffice(setting, office)) throw badInput('schedules.booking_unknown_office', { office });
  if (rooms.length === 0 && people.length === 1) throw badInput('schedules.booking_nothing');
}

export const venuesOf = ({ office }: Pick<Booking, 'office'>, rooms: readonly Room[]): string[] => [
  ...new Set([
    ...rooms.flatMap((room) => (room.kind === 'ROOM' ? [placeOfRoom(room)] : [])),
    ...(office === null ? [] : [office]),
  ]),
];

export function waysFor(booking: Booking, setting: Setting, rooms: readonly Room[]): Way[] {
  const venues = placesToGo(venuesOf(booking, rooms));
  const where = { venues, officeOf: (staffId: string) => officeOf(setting, staffId) };
  return waysOf(booking, { ...where, travel: travelIn(setting) });
}

const dateAndTimes = ({ from, to }: Pick<Booking, 'from' | 'to'>) => ({ from, to });

/** What stands in the calendars of those who take part: the meeting, and their ways. */
function entriesFor(booking: Booking, setting: Setting, rooms: readonly Room[]): Omit<store.BookedEntry, 'entryId'>[] {
  const place = rooms.map(({ name }) => name).join('・');
  const { subject, online, optional, tentative } = booking;
  const status = (staffId: string) =>
    tentative || optional.includes(staffId) ? ('TENTATIVE' as const) : ('BUSY' as const);
  return [
    ...participantsOf(booking).map((staffId) => ({
      ...{ ...dateAndTimes(booking), staffId, status: status(staffId), subject, place, online },
    })),
    ...waysFor(booking, setting, rooms).map(({ staffId, office, ...way }) => ({
      ...{ ...dateAndTimes(way), staffId, status: status(staffId), place: '', online: false },
      subject: say(bookingTexts, 'schedules.travel_subject', 'ja', { office: officeName(setting, office, 'ja') }) ?? '',
    })),
  ];
}

/** A room by itself, for nobody but who booked it, is no meeting: it takes nobody's time. */
const takesTime = (booking: Booking): boolean => booking.required.length + booking.optional.length > 0;

type Act = 'BOOKED' | 'CHANGED' | 'CANCELLED';

interface Followed {
  readonly booking: Booking;
  readonly act: Act;
  readonly rooms: readonly Room[];
  /** Rooms of which it stays said that they declined. */
  readonly declined?: readonly string[];
  readonly setting: Setting;
  /** Somebody else tells those who take part. */
  readonly silent?: boolean;
}

/** Holds, entries, history and the fact that jobs follow: with the row all of one transaction. */
export async function follow(
  { clock }: BookingParts,
  { tx, actor, caller, now }: Acting,
  { booking, act, rooms, declined = [], setting, silent = false }: Followed,
): Promise<void> {
  const { bookingId, from, to, version, bookedBy } = booking;
  const stands = booking.state === 'BOOKED';
  if (act !== 'BOOKED') await store.releaseHolds(tx, bookingId, declined);
  if (stands && rooms.length > 0)
    await store.insertHolds(
      tx,
      rooms.map(({ roomId }) => ({ holdId: newId(clock), bookingId, roomId, from, to, state: 'HELD' })),
    );
  const entries = stands && takesTime(booking) ? entriesFor(booking, setting, rooms) : [];
  await store.replaceEntries(tx, booking, {
    entries: entries.map((entry) => ({ ...entry, entryId: newId(clock) })),
    at: now,
  });
  const fact = { from: from.toISOString(), to: to.toISOString(), rooms: rooms.map(({ roomId }) => roomId) };
  await addFact(tx, {
    ...{ subject: { kind: BOOKING, id: bookingId }, seq: version, at: now, act, staffId: bookedBy },
    ...{ actor: personOf(actor), fact, via: caller.via, leafId: newId(clock) },
  });
  await emit(tx, [
    { topic: BOOKING_CHANGED, payload: { bookingId, bookedBy, by: actor.staffId, silent: silent ? 1 : 0 } },
    { topic: CALENDAR_CHANGED, payload: { ownerId: bookedBy } },
  ]);
}

const NOT_YET = { code: null, sentVersion: null, writtenVersion: null, eventKey: null, joinUrl: null } as const;

/** What people book, and what is booked for them in another matter. */
export type BookingWanted = BookInput & Partial<Pick<Booking, 'tentative' | 'caseId'>>;

export function bookingFrom(
  parts: BookingParts,
  { tx, actor, now }: Acting,
  { input, seriesId = null }: { input: BookingWanted; seriesId?: string | null },
): Booking {
  const { rooms: _, online, from, to, required, optional, tentative = false, caseId = null, ...said } = input;
  const { staffId } = actor;
  const must = [...new Set(required)].filter((id) => id !== staffId);
  return {
    ...{ ...said, bookingId: newId(parts.clock), seriesId, bookedBy: staffId, booker: personOf(actor) },
    ...{ from: wholeSeconds(from), to: wholeSeconds(to), required: must, online: online ?? false },
    ...{ tentative, caseId },
    optional: [...new Set(optional)].filter((id) => id !== staffId && !must.includes(id)),
    ...{ state: 'BOOKED', version: 1, bookedAt: now },
    outlook: { ...NOT_YET, state: outlookOf(parts, tx.municipalityId) ? 'WAITING' : 'NONE' },
  };
}

/** Online where it is wished, or where nobody said and more than one office takes part. */
export function onlineOf(
  booking: Booking,
  wish: boolean | null,
  at: { setting: Setting; rooms: readonly Room[] },
): boolean {
  if (wish !== null) return wish;
  const where = { venues: venuesOf(booking, at.rooms), officeOf: (staffId: string) => officeOf(at.setting, staffId) };
  return takesTime(booking) && severalOffices(where, participantsOf(booking));
}

/**
 * One booking, in its transaction.
 * @throws conflict `schedules.room_taken`; bad-input `schedules.booking_*`; not-found `schedules.room_not_found`
 */
export async function makeBooking(parts: BookingParts, acting: Acting, input: BookingWanted): Promise<Booking> {
  const { tx, now } = acting;
  const wanted = bookingFrom(parts, acting, { input });
  assureTime(wanted, now);
  const rooms = await roomsFor(tx, input.rooms);
  const setting = await settingOf(parts, tx, now);
  await assurePeople(parts, tx, { booking: wanted, setting, rooms });
  await assureFree(parts, tx, { rooms, from: wanted.from, to: wanted.to });
  const booking = { ...wanted, online: onlineOf(wanted, input.online, { setting, rooms }) };
  await store.insertBooking(tx, booking);
  await follow(parts, acting, { booking, act: 'BOOKED', rooms, setting });
  return booking;
}

export { assurePeople };
