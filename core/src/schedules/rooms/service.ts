import { type Actor, hasRole, type Person, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  conflict,
  type Json,
  type LocalDate,
  type Locale,
  localDateOf,
  notAllowed,
  notFound,
  startOfDay,
} from '../../shared/index.ts';
import { type Setting, settingOf } from '../bookings/making.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { headedDays } from '../days.ts';
import { allOffices, isKnownPlace, isOffice, MAIN, officeName, placeOfRoom } from '../offices.ts';
import type { AddRoomInput, ChangeRoomInput, RoomsQuery, RoomsView, RoomView } from './contract.ts';
import { roomsOnFirstLook } from './from-graph.ts';
import { presentTimes, type RoomsDay } from './present.ts';
import { occupancyAt, type Room } from './room.ts';
import { allRooms, lockRooms, saveRoom } from './store.ts';
import { roomTimes } from './times.ts';

export interface Rooms {
  /** @throws bad-input `schedules.rooms_period` */
  list(caller: Caller, query: RoomsQuery): Promise<RoomsView>;
  /** @throws not-allowed `schedules.rooms_not_yours`; bad-input `schedules.booking_unknown_office`, `schedules.room_unknown_person` */
  add(caller: Caller, input: AddRoomInput): Promise<RoomView>;
  /** The same, and not-found `schedules.room_not_found`; conflict `schedules.room_stale`, `schedules.room_of_outlook` */
  change(caller: Caller, roomId: string, input: ChangeRoomInput): Promise<RoomView>;
}

const MOST_DAYS = 35;

interface Reading {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly setting: Setting;
  readonly people: ReadonlyMap<string, Person>;
}

/** Administrators of the system may enter rooms; those of a room may say what is beside it. */
const mayChangeRoom = ({ administrators }: Room, actor: Actor): boolean =>
  hasRole(actor, 'ADMIN') || administrators.includes(actor.staffId);

async function peopleOf(
  { directory }: BookingParts,
  tx: Tx,
  staffIds: readonly string[],
): Promise<Map<string, Person>> {
  const actors = await Promise.all([...new Set(staffIds)].map((id) => directory.actorById(tx, id)));
  return new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : [])));
}

const asCode = (office: string | null): string | null => (office === 'main' ? null : office);

function officeOfRoom(room: Room, { setting, locale }: Pick<Reading, 'setting' | 'locale'>): RoomView['office'] {
  const place = placeOfRoom(room);
  return { code: place === MAIN ? null : place, name: officeName(setting, place, locale) };
}

function buildingsOf(rooms: readonly Room[], setting: Setting): RoomsView['buildings'] {
  const unknown = rooms.map(placeOfRoom).filter((place) => !isKnownPlace(place));
  return [...new Set(unknown)].sort().map((code) => ({ code, name: officeName(setting, code, 'ja') }));
}

function presentRoom(room: Room, { actor, locale, setting, people }: Reading): RoomView {
  const { roomId, kind, source, name, floor, capacity, equipment, notes, publicText, version } = room;
  return {
    ...{ roomId, kind, source, name, floor, capacity, notes, publicText, version, equipment: [...equipment] },
    office: officeOfRoom(room, { setting, locale }),
    officeKnown: isKnownPlace(placeOfRoom(room)),
    inOutlook: room.mailbox !== null,
    administrators: room.administrators.flatMap((id) => people.get(id) ?? []),
    may: { change: mayChangeRoom(room, actor) },
  };
}

async function readingOf(
  parts: BookingParts,
  tx: Tx,
  asked: { caller: Caller; rooms: readonly Room[]; more?: readonly string[] },
): Promise<Reading> {
  const { caller, rooms, more = [] } = asked;
  const [actor, setting, people] = await Promise.all([
    parts.directory.actorOf(tx, caller),
    settingOf(parts, tx, parts.clock.now()),
    peopleOf(parts, tx, [...rooms.flatMap(({ administrators }) => administrators), ...more]),
  ]);
  return { tx, actor, locale: caller.locale, setting, people };
}

function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

interface Listing extends BookingParts {
  readonly looked: (municipalityId: string, known: readonly Room[]) => Promise<void>;
}

async function listNow(parts: Listing, caller: Caller, query: RoomsQuery): Promise<RoomsView> {
  const from = query.from as LocalDate;
  const to = query.to as LocalDate;
  if (to < from || addDays(from, MOST_DAYS) <= to) throw badInput('schedules.rooms_period', { days: MOST_DAYS });
  const now = parts.clock.now();
  const window = { from: startOfDay(from), to: startOfDay(addDays(to, 1)) };
  const known = await parts.db.singly(caller.municipalityId, allRooms);
  await parts.looked(caller.municipalityId, known);
  const rooms = known.filter((room) => query.office === undefined || placeOfRoom(room) === query.office);
  const day = await roomTimes(parts, caller.municipalityId, { rooms, ...window });
  const today = { from: startOfDay(localDateOf(now)), to: startOfDay(addDays(localDateOf(now), 1)) };
  const isInside = window.from <= today.from && today.to <= window.to;
  const current: RoomsDay = isInside ? day : await roomTimes(parts, caller.municipalityId, { rooms, ...today });
  return parts.db.singly(caller.municipalityId, async (tx) => {
    const reading = await readingOf(parts, tx, { caller, rooms, more: day.bookings.map(({ bookedBy }) => bookedBy) });
    const bookers = await Promise.all(day.bookings.map(({ bookedBy }) => parts.directory.actorById(tx, bookedBy)));
    const sections = new Map(
      bookers.flatMap((one) => (one ? [[one.staffId, one.posts.map(({ sectionId }) => sectionId)] as const] : [])),
    );
    const { municipalityId, locale } = caller;
    return {
      ...{ at: now.toISOString(), from, to, offices: allOffices(reading.setting, locale) },
      days: headedDays(parts.regulations, { municipalityId, dates: daysFrom(from, to), locale }),
      buildings: buildingsOf(known, reading.setting),
      items: rooms.map((room) => {
        const times = current.taken.get(room.roomId) ?? [];
        const is = occupancyAt(times, now);
        return {
          ...presentRoom(room, reading),
          now: { kind: is.kind, until: is.until?.toISOString() ?? null },
          times: presentTimes(room, day, { actor: reading.actor, sections }),
          syncedAt: day.synced.get(room.roomId)?.at?.toISOString() ?? null,
          stale: day.synced.get(room.roomId)?.stale ?? false,
        };
      }),
      may: { add: hasRole(reading.actor, 'ADMIN') },
    };
  });
}

/** @throws bad-input `schedules.booking_unknown_office`, `schedules.room_unknown_person` */
function assureKnown(
  { setting, people }: Reading,
  { office, administrators }: Pick<Room, 'office' | 'administrators'>,
): void {
  if (office !== null && !isOffice(setting, office)) throw badInput('schedules.booking_unknown_office', { office });
  if (administrators.some((id) => !people.has(id))) throw badInput('schedules.room_unknown_person');
}

async function addOnce(parts: BookingParts, tx: Tx, asked: { caller: Caller; input: AddRoomInput }): Promise<RoomView> {
  const { caller, input } = asked;
  const room: Room = {
    ...{ ...input, office: asCode(input.office), roomId: newId(parts.clock), source: 'OWN', mailbox: null },
    ...{ version: 1, removedAt: null, building: null, officeSet: false },
  };
  const reading = await readingOf(parts, tx, { caller, rooms: [room] });
  if (!hasRole(reading.actor, 'ADMIN')) throw notAllowed('schedules.rooms_not_yours');
  assureKnown(reading, room);
  await saveRoom(tx, room);
  return presentRoom(room, reading);
}

/** What becomes of what Outlook said of its place, where somebody says its office. */
const SAID = { GRAPH: { building: null, officeSet: true }, OWN: { building: null, officeSet: false } } as const;

const OF_OUTLOOK = ['name', 'floor', 'capacity', 'equipment', 'removed'] as const;

async function changeOnce(
  parts: BookingParts,
  tx: Tx,
  asked: { caller: Caller; roomId: string; input: ChangeRoomInput },
): Promise<RoomView> {
  const { caller, roomId, input } = asked;
  const [before] = await lockRooms(tx, [roomId]);
  if (!before || before.removedAt) throw notFound('schedules.room_not_found');
  const { version, removed, ...said } = input;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const room: Room = {
    ...before,
    ...given,
    version: before.version + 1,
    removedAt: removed ? parts.clock.now() : null,
  };
  const after: Room = {
    ...room,
    office: asCode(room.office),
    ...(input.office === undefined ? {} : SAID[room.source]),
  };
  const reading = await readingOf(parts, tx, { caller, rooms: [before, after] });
  if (!mayChangeRoom(before, reading.actor)) throw notAllowed('schedules.rooms_not_yours');
  if (before.version !== version) throw conflict('schedules.room_stale', {}, presentRoom(before, reading));
  if (before.source === 'GRAPH' && OF_OUTLOOK.some((field) => input[field] !== undefined))
    throw conflict('schedules.room_of_outlook', {}, presentRoom(before, reading));
  assureKnown(reading, after);
  await saveRoom(tx, after);
  return presentRoom(after, reading);
}

export function createRooms(parts: BookingParts): Rooms {
  const once = async (caller: Caller, request: Json, work: (tx: Tx) => Promise<RoomView>): Promise<RoomView> =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => {
      const { staffId } = await parts.directory.actorOf(tx, caller);
      return onlyOnce(tx, { staffId, key: caller.idempotencyKey, request }, () => work(tx));
    });
  const listing = { ...parts, looked: roomsOnFirstLook(parts) };
  return {
    list: (caller, query) => listNow(listing, caller, query),
    add: (caller, input) =>
      once(caller, { use: 'schedules.add-room', ...input }, (tx) => addOnce(parts, tx, { caller, input })),
    change: (caller, roomId, input) =>
      once(caller, { use: 'schedules.change-room', roomId, ...input } as Json, (tx) =>
        changeOnce(parts, tx, { caller, roomId, input }),
      ),
  };
}
