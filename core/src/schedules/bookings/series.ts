import { newId } from '../../platform/index.ts';
import {
  addDays,
  badInput,
  conflict,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  localDateOf,
} from '../../shared/index.ts';
import type { BookRoomInput, RoomBooked, SeriesConflict } from '../rooms/contract.ts';
import { type Occurrence, occurrences } from '../rooms/repeat.ts';
import { isTaken, type Room, type RoomTime } from '../rooms/room.ts';
import { type Booking, wholeSeconds } from './booking.ts';
import { assureTime, bookingFrom, follow, makeBooking, roomsFor, settingOf } from './making.ts';
import type { Acting, BookingParts } from './parts.ts';
import { insertBooking } from './store.ts';
import { takenTimes } from './taking.ts';

interface Time extends RoomTime {
  readonly conflict: SeriesConflict | null;
}

const bookInput = (roomId: string, input: BookRoomInput) => {
  const { with: others, repeat: _, take: __, ...said } = input;
  const nobody = { note: '', required: [], optional: [], onlinePeople: [], office: null };
  return { ...said, ...nobody, rooms: [...new Set([roomId, ...others])], online: false, travel: false };
};

/** Japan has no summer time: the same hour of another day is so many whole days later. */
function moved({ from, to }: RoomTime, date: LocalDate): RoomTime {
  const ms = Date.parse(`${date}T00:00:00Z`) - Date.parse(`${localDateOf(from)}T00:00:00Z`);
  return { from: new Date(from.getTime() + ms), to: new Date(to.getTime() + ms) };
}

/** To the end of the next fiscal year: that far is planned. @throws bad-input `schedules.series_far` */
function assureWithin(days: readonly Occurrence[], now: Date): void {
  const until = addDays(fiscalYearStart(fiscalYearOf(localDateOf(now)) + 2), -1);
  const fits = days.filter(({ date }) => date <= until).length;
  if (fits < days.length) throw badInput('schedules.series_far', { until, fits });
}

/** Every time of the series, with what stands in its way. */
async function timesOf(
  parts: BookingParts,
  { tx, now }: Acting,
  asked: { rooms: readonly Room[]; input: BookRoomInput },
): Promise<Time[]> {
  const { rooms, input } = asked;
  const first = { from: wholeSeconds(input.from), to: wholeSeconds(input.to) };
  assureTime(first, now);
  if (input.repeat === null) return [{ ...first, conflict: null }];
  const { municipalityId } = tx;
  await parts.regulations.ready(tx);
  const day = localDateOf(first.from);
  const { closed } = parts.regulations.workingTimeOn({ municipalityId, day });
  const days = occurrences(day, input.repeat, closed);
  assureWithin(days, now);
  const last = moved(first, addDays(days.at(-1)?.date ?? day, 1));
  const taken = await takenTimes(parts, tx, { rooms, from: first.from, to: last.to });
  return days.map(({ date, problem }) => {
    const time = moved(first, date);
    const over = rooms.filter(({ roomId }) => isTaken(taken.get(roomId) ?? [], time));
    const why = problem ?? (over.length > 0 ? 'TAKEN' : null);
    const named = over.map(({ roomId, name }) => ({ roomId, name }));
    const said = { from: time.from.toISOString(), to: time.to.toISOString() };
    return { ...time, conflict: why && { ...said, why, rooms: why === 'TAKEN' ? named : [] } };
  });
}

const booked = ({ bookingId, from, to }: Booking) => ({ bookingId, from: from.toISOString(), to: to.toISOString() });

/**
 * A room, once or as a series (S-08).
 * @throws conflict `schedules.room_taken`, `schedules.series_conflicts`, `schedules.series_nothing_free`
 * @throws bad-input `schedules.series_far`
 */
export async function bookRoom(
  parts: BookingParts,
  acting: Acting,
  { roomId, input }: { readonly roomId: string; readonly input: BookRoomInput },
): Promise<RoomBooked> {
  const wish = bookInput(roomId, input);
  if (input.repeat === null) {
    const one = await makeBooking(parts, acting, wish);
    return { seriesId: null, booked: [booked(one)], left: [] };
  }
  const rooms = await roomsFor(acting.tx, wish.rooms);
  const times = await timesOf(parts, acting, { rooms, input });
  const left = times.flatMap((time) => time.conflict ?? []);
  const free = times.filter((time) => time.conflict === null);
  const present = {
    conflicts: left,
    free: free.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
  };
  if (free.length === 0) throw conflict('schedules.series_nothing_free', {}, present);
  if (left.length > 0 && input.take === 'ALL')
    throw conflict('schedules.series_conflicts', { times: times.length, conflicts: left.length }, present);
  const seriesId = newId(parts.clock);
  const setting = await settingOf(parts, acting.tx, acting.now);
  const made: Booking[] = [];
  for (const { from, to } of free) {
    const again = { ...wish, from: from.toISOString(), to: to.toISOString() };
    const booking = bookingFrom(parts, acting, { input: again, seriesId });
    await insertBooking(acting.tx, booking);
    await follow(parts, acting, { booking, act: 'BOOKED', rooms, setting });
    made.push(booking);
  }
  return { seriesId, booked: made.map(booked), left };
}
