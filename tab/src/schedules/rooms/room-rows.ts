import type { RoomsView, WeekItem, WeekRow, WeekView } from '@kaigi/core/contract';
import type { Say } from '../../app/locale.ts';
import { timeText } from '../week/columns.ts';
import type { roomsText } from './text.ts';

export type Room = RoomsView['items'][number];
export type SayRooms = Say<typeof roomsText>;

/** What a group of rooms is called, so that a building of nobody's office is not taken for one. */
export const placeName = ({ office, officeKnown }: Pick<Room, 'office' | 'officeKnown'>, t: SayRooms): string =>
  officeKnown ? office.name : t('rooms.building', { name: office.name });

/** 空き（15:00 まで）: of this moment, so only where the day that is shown is today. */
export function occupancyText({ kind, until }: Room['now'], t: SayRooms): string {
  const code = kind === 'FREE' ? 'rooms.free' : 'rooms.taken';
  return until === null ? t(code) : t(`${code}.until`, { time: timeText(until) });
}

function itemsOf({ roomId, times }: Room, t: SayRooms): WeekItem[] {
  return times.map(({ from, to, title, bookingId, tentative }, at) => ({
    ...{ id: bookingId ?? `${roomId} ${at}`, source: 'OUTLOOK', from, to, allDay: false },
    status: tentative ? 'TENTATIVE' : 'BUSY',
    ...{ title: title ?? t('rooms.taken.untitled'), place: null, visibility: 'PUBLIC', online: false },
    ...{ category: null, mayEdit: false, version: null, bookingId, heldFor: null },
  }));
}

function rowOf(room: Room, t: SayRooms, isToday: boolean): WeekRow {
  const { roomId, name, office, floor, capacity, syncedAt, stale, now } = room;
  const seats = capacity === null ? null : t('rooms.capacity', { count: capacity });
  const said = [isToday ? occupancyText(now, t) : floor, seats].filter((one) => one !== null && one !== '');
  return {
    person: { staffId: roomId, name, postTitle: said.join(' '), unitName: placeName(room, t) },
    unitId: office.code ?? 'main',
    synced: { at: syncedAt, stale, problem: null },
    ...{ mayEdit: true, items: itemsOf(room, t) },
  };
}

/** Rooms as the grid shows people: a line for each with its day, office by office. */
export function roomRows(
  { days, items, offices, buildings, from, to }: RoomsView,
  { t, today }: { readonly t: SayRooms; readonly today: string },
): Pick<WeekView, 'days' | 'rows'> {
  const isToday = from === today && to === today;
  const places = [...offices, ...buildings];
  const place = ({ office }: Room): number => places.findIndex(({ code }) => code === office.code);
  const sorted = [...items].sort((a, b) => place(a) - place(b));
  return { days: days.slice(0, 1), rows: sorted.map((room) => rowOf(room, t, isToday)) };
}
