import type { Person } from '../../directory/contract.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { Synced } from '../calendar/entry.ts';
import { isKnownPlace, placeOfRoom } from '../offices.ts';
import type { Room } from '../rooms/room.ts';
import type { Blocker } from './blockers.ts';
import type { SlotProposal, SlotReason, SlotsView } from './contract.ts';
import { reasonsFor, type Why, whyAfter } from './explain.ts';
import type { Found } from './search.ts';
import type { Slot } from './slot.ts';
import { slotTexts } from './text.ts';
import type { SlotWish } from './wanted.ts';

export interface Names {
  readonly locale: Locale;
  readonly people: ReadonlyMap<string, Person>;
  readonly rooms: ReadonlyMap<string, Room>;
}

const nobody = (staffId: string): Person => ({ staffId, name: '', postTitle: '', unitName: '' });
const personOf = ({ people }: Names, staffId: string): Person => people.get(staffId) ?? nobody(staffId);
const joined = ({ locale }: Names, names: readonly string[]): string => names.join(locale === 'ja' ? '、' : ', ');
const sentence = (names: Names, code: string, params: Readonly<Record<string, string | number>> = {}): string =>
  say(slotTexts, code, names.locale, params) ?? code;

function inWords(names: Names, { code, params = {}, people = [] }: Why): SlotReason {
  const called = joined(
    names,
    people.map((id) => personOf(names, id).name),
  );
  return { code, text: sentence(names, code, { ...params, names: called }) };
}

const roomsOf = ({ rooms }: Names, slot: Pick<Slot, 'venues'>): Room[] =>
  slot.venues.flatMap((venue) => (venue?.roomId ? (rooms.get(venue.roomId) ?? []) : []));

/** A room in which not everybody finds a seat is proposed all the same, and it is said. */
function roomReasons(names: Names, slot: Slot): SlotReason[] {
  const rooms = roomsOf(names, slot);
  if (rooms.length === 0) return [];
  const small = rooms.flatMap((one): Why[] => {
    const { kind, name: room, capacity } = one;
    const place = placeOfRoom(one);
    const people = slot.standings.filter((of) => of.kind !== 'NO' && !of.online && of.office === place).length;
    if (kind !== 'ROOM' || capacity === null || capacity >= people) return [];
    return [{ code: 'schedules.why_small', params: { room, capacity, people } }];
  });
  const said = {
    code: 'schedules.why_rooms',
    params: {
      rooms: joined(
        names,
        rooms.map(({ name }) => name),
      ),
    },
  };
  const nowhere = rooms.filter((room) => room.kind === 'ROOM' && !isKnownPlace(placeOfRoom(room)));
  const unknown = nowhere.map(({ name }) => ({ code: 'schedules.why_way_unknown', params: { room: name } }));
  return [said, ...unknown, ...small].map((why) => inWords(names, why));
}

interface Shown {
  readonly names: Names;
  readonly wish: SlotWish;
  /** With the one after the last that is shown. */
  readonly slots: readonly Slot[];
}

/** Of those required; rounded down, so that 100 is everybody. */
function percentOf({ attendees }: SlotWish, { figures }: Slot): number {
  const needed = attendees.filter(({ required }) => required).length;
  return Math.floor((figures.required * 50) / Math.max(1, needed));
}

function presentSlot({ names, wish, slots }: Shown, slot: Slot, at: number): SlotProposal {
  const next = slots[at + 1];
  return {
    ...{ from: new Date(slot.from).toISOString(), to: new Date(slot.to).toISOString(), online: wish.online },
    percent: percentOf(wish, slot),
    rooms: roomsOf(names, slot).map(({ roomId, name }) => ({ roomId, name })),
    people: wish.attendees.map(({ staffId, required }, index) => {
      const standing = slot.standings[index] ?? { kind: 'NO', why: 'BUSY' };
      const person = personOf(names, staffId);
      if (standing.kind === 'NO') return { person, required, state: 'NO', online: false, travelMinutes: 0 };
      return { person, required, state: standing.kind, online: standing.online, travelMinutes: standing.travelMinutes };
    }),
    reasons: [...reasonsFor(wish, slot).map((why) => inWords(names, why)), ...roomReasons(names, slot)],
    next: next ? inWords(names, whyAfter(wish, slot, next)) : null,
  };
}

const hasPlace = ({ venues }: SlotWish): boolean => venues.flat().some(({ office }) => office !== null);

/** Wherever ways count, it is said of everybody alike: who has one of which the reader may not know is not found out. */
const hindered = (wish: SlotWish, { why }: Blocker, isRoom: boolean): string =>
  `schedules.block_${why}${why === 'BUSY' && !isRoom && hasPlace(wish) ? '_or_way' : ''}`;

function outOfHours({ minutes, attendees }: SlotWish, longest: number): string {
  if (longest === 0) return 'schedules.block_off';
  if (longest >= minutes) return 'schedules.block_no_start';
  const pauses = attendees.some(({ days }) => days.some(({ breaks }) => breaks.length > 0));
  return pauses ? 'schedules.block_too_long_breaks' : 'schedules.block_too_long';
}

function presentBlocker({ names, wish }: Shown, one: Blocker, tried: number): SlotsView['blockers'][number] {
  const { who, times, alone, longest } = one;
  const venues = 'venue' in who ? (wish.venues[who.venue] ?? []) : [];
  const rooms = venues.flatMap(({ roomId }) => (roomId === null ? [] : (names.rooms.get(roomId) ?? [])));
  const person = 'staffId' in who ? personOf(names, who.staffId) : null;
  const called =
    person?.name ??
    joined(
      names,
      rooms.map(({ name }) => name),
    );
  const said = longest === null ? hindered(wish, one, venues.length > 0) : outOfHours(wish, longest);
  const params = { who: called, tried, times, longest: longest ?? 0, minutes: wish.minutes, step: wish.stepMinutes };
  const text = sentence(names, `schedules.block_${alone > 0 ? 'alone' : 'not_alone'}`, {
    ...{ sentence: sentence(names, said, params), alone },
  });
  return { person, rooms: rooms.map(({ roomId, name }) => ({ roomId, name })), times, alone, text };
}

export type Knowledge = readonly {
  readonly staffId: string | null;
  readonly roomId: string | null;
  readonly synced: Synced;
}[];

function presentUnsure(names: Names, knowledge: Knowledge): SlotsView['unsure'] {
  return knowledge.flatMap(({ staffId, roomId, synced }) => {
    if (!synced.stale && synced.problem === null) return [];
    const person = staffId === null ? null : personOf(names, staffId);
    const found = roomId === null ? null : (names.rooms.get(roomId) ?? null);
    const room = found && { roomId: found.roomId, name: found.name };
    const code = synced.problem === null ? 'schedules.unsure_stale' : 'schedules.unsure_problem';
    return [{ person, room, text: sentence(names, code, { who: person?.name ?? room?.name ?? '' }) }];
  });
}

export function presentFound(
  names: Names,
  wish: SlotWish,
  { found, knowledge, now }: { readonly found: Found; readonly knowledge: Knowledge; readonly now: Date },
): SlotsView {
  const { slots, next, tried, blockers } = found;
  const shown = { names, wish, slots: next ? [...slots, next] : slots };
  return {
    ...{ at: now.toISOString(), online: wish.online, tried },
    items: slots.map((slot, at) => presentSlot(shown, slot, at)),
    blockers: blockers.map((one) => presentBlocker(shown, one, tried)),
    unsure: presentUnsure(names, knowledge),
  };
}
