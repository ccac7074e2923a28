import { type Actor, type Person, personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { addDays, badInput, type Caller, type LocalDate, notFound, startOfDay } from '../../shared/index.ts';
import { severalOffices } from '../bookings/booking.ts';
import { type Setting, settingOf } from '../bookings/making.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { holdsBetween } from '../bookings/store.ts';
import { blocks, type OwnersEntries } from '../calendar/index.ts';
import { calendarSight } from '../calendar/sight.ts';
import { allOffices, isOffice, officeOf, placeOfRoom, travelIn } from '../offices.ts';
import type { Room } from '../rooms/room.ts';
import { allRooms } from '../rooms/store.ts';
import type { SlotsInput, SlotsView } from './contract.ts';
import { hoursOfPeople, placesOf, takenBy, workingDaysOf } from './gather.ts';
import { presentFound } from './present.ts';
import { searchSlots } from './search.ts';
import type { Attendee, SlotWish, Venue } from './wanted.ts';

const MOST_DAYS = 62;

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** @throws bad-input `schedules.slots_period`, `…_past` */
function windowOf({ from, to }: SlotsInput, now: Date): Window {
  const [first, last] = [from as LocalDate, to as LocalDate];
  if (last < first || addDays(first, MOST_DAYS) <= last) throw badInput('schedules.slots_period', { days: MOST_DAYS });
  const [begin, end] = [startOfDay(first), startOfDay(addDays(last, 1))];
  if (end <= now) throw badInput('schedules.slots_past');
  return { from: begin < now ? now : begin, to: end };
}

/** Everybody and everything that is looked at. */
interface Asked {
  readonly actor: Actor;
  readonly setting: Setting;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly people: ReadonlyMap<string, Person>;
  readonly rooms: readonly Room[];
  readonly byRoom: ReadonlyMap<string, Room>;
}

/** @throws bad-input `schedules.booking_unknown_person`, `…_unknown_office`; not-found `schedules.room_not_found` */
async function askedIn(
  { directory, clock, ...parts }: BookingParts,
  tx: Tx,
  asked: { caller: Caller; input: SlotsInput },
): Promise<Asked> {
  const { caller, input } = asked;
  const [actor, setting, rooms] = await Promise.all([
    directory.actorOf(tx, caller),
    settingOf({ directory, clock, ...parts }, tx, clock.now()),
    allRooms(tx),
  ]);
  const required = [...new Set([actor.staffId, ...input.required])];
  const optional = [...new Set(input.optional)].filter((id) => !required.includes(id));
  if (required.length + optional.length === 1 && input.rooms.length === 0) throw badInput('schedules.slots_nobody');
  const actors = await Promise.all([...required, ...optional].map((id) => directory.actorById(tx, id)));
  if (actors.includes(null)) throw badInput('schedules.booking_unknown_person');
  const byRoom = new Map(rooms.map((room) => [room.roomId, room]));
  if (input.rooms.flat().some((id) => !byRoom.has(id))) throw notFound('schedules.room_not_found');
  const { office } = input;
  if (office !== null && !isOffice(setting, office)) throw badInput('schedules.booking_unknown_office', { office });
  const people = new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
  return { actor, setting, required, optional, people, rooms, byRoom };
}

const ownersOf = ({ required, optional, byRoom }: Asked, { rooms }: SlotsInput) => [
  ...[...required, ...optional].map((ownerId) => ({ kind: 'STAFF' as const, ownerId })),
  ...[...new Set(rooms.flat())]
    .filter((id) => byRoom.get(id)?.mailbox)
    .map((ownerId) => ({ kind: 'ROOM' as const, ownerId })),
];

interface Known {
  readonly input: SlotsInput;
  readonly window: Window;
  readonly entries: ReadonlyMap<string, OwnersEntries>;
}

async function attendeesOf(parts: BookingParts, tx: Tx, asked: Asked, { input, entries }: Known): Promise<Attendee[]> {
  const { actor, setting, required, optional, rooms } = asked;
  const days = { from: input.from as LocalDate, to: input.to as LocalDate, breaks: input.breaks };
  const staffIds = [...required, ...optional];
  const hours = await hoursOfPeople(parts, tx, { staffIds, ...days });
  const places = placesOf(rooms, allOffices(setting, 'ja'));
  const sight = calendarSight({ there: setting.there, actor, rules: setting.rules, locale: 'ja' });
  return staffIds.map((staffId) => {
    const theirs = hours.get(staffId);
    return {
      ...{ staffId, required: required.includes(staffId), essential: staffId === actor.staffId },
      office: officeOf(setting, staffId),
      days: theirs ? workingDaysOf(theirs, days) : [],
      taken: takenBy(entries.get(staffId)?.entries ?? [], {
        places,
        mayRead: (entry) => sight.mayRead({ kind: 'STAFF', ownerId: staffId }, entry),
      }),
    };
  });
}

async function venuesOf(tx: Tx, { byRoom }: Asked, { input, window, entries }: Known): Promise<Venue[][]> {
  const held = Map.groupBy(await holdsBetween(tx, [...new Set(input.rooms.flat())], window), ({ roomId }) => roomId);
  const venue = (roomId: string): Venue => {
    const room = byRoom.get(roomId);
    const outlook = (entries.get(roomId)?.entries ?? []).filter(blocks);
    const times = [...(held.get(roomId) ?? []), ...outlook];
    return {
      ...{ roomId, office: room?.kind === 'ROOM' ? placeOfRoom(room) : null },
      taken: times.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() })),
    };
  };
  const place = input.office === null ? [] : [[{ roomId: null, office: input.office, taken: [] }]];
  return [...input.rooms.map((list) => list.map(venue)), ...place];
}

function wishOf({ setting }: Asked, { input, window }: Known, found: Pick<SlotWish, 'attendees' | 'venues'>): SlotWish {
  const { minutes, stepMinutes, bufferBefore, bufferAfter, percent, most } = input;
  const offices = found.venues.flat().flatMap(({ office }) => office ?? []);
  const where = { venues: offices, officeOf: (staffId: string) => officeOf(setting, staffId) };
  const people = found.attendees.map(({ staffId }) => staffId);
  return {
    ...{ from: window.from.getTime(), to: window.to.getTime() },
    ...{ minutes, stepMinutes, bufferBefore, bufferAfter, percent, most, ...found },
    online: input.online ?? severalOffices(where, people),
    travel: travelIn(setting),
  };
}

/**
 * S-03: times at which these people can meet, the best first, each with its reasons; or who stands in the way.
 * @throws bad-input `schedules.slots_*`, `schedules.booking_unknown_*`; not-found `schedules.room_not_found`
 */
export async function findSlots(parts: BookingParts, caller: Caller, input: SlotsInput): Promise<SlotsView> {
  const { db, clock, reading } = parts;
  const { municipalityId } = caller;
  const now = clock.now();
  const window = windowOf(input, now);
  const read = await db.singly(municipalityId, async (tx) => {
    const asked = await askedIn(parts, tx, { caller, input });
    const wanted = { owners: ownersOf(asked, input), ...window };
    return { asked, wanted, known: await reading.entriesOf(tx, wanted) };
  });
  const { asked, wanted } = read;
  const { of: entries } = await reading.awaited(municipalityId, wanted, read.known);
  const known = { input, window, entries };
  const wish = await db.singly(municipalityId, async (tx) => {
    const [attendees, venues] = await Promise.all([attendeesOf(parts, tx, asked, known), venuesOf(tx, asked, known)]);
    return wishOf(asked, known, { attendees, venues });
  });
  const knowledge = wanted.owners.flatMap(({ kind, ownerId }) => {
    const synced = entries.get(ownerId)?.synced;
    return synced
      ? [{ staffId: kind === 'STAFF' ? ownerId : null, roomId: kind === 'ROOM' ? ownerId : null, synced }]
      : [];
  });
  const names = { locale: caller.locale, people: asked.people, rooms: asked.byRoom };
  return presentFound(names, wish, { found: searchSlots(wish), knowledge, now });
}
