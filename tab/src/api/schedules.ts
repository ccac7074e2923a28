import type {
  AddRoomInput,
  BookInput,
  BookingsPage,
  BookingsQuery,
  BookingView,
  BookRoomInput,
  CancelBookingQuery,
  ChangeBookingInput,
  ChangeRoomInput,
  DisplayMade,
  DisplayView,
  EntryChangeInput,
  EntryInput,
  EntryView,
  MakeDisplayInput,
  RoomBooked,
  RoomsView,
  RoomView,
  SlotsInput,
  SlotsView,
  SyncHealth,
  WeekView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface WeekWish {
  /** `null`: my own section; `all`: the whole city hall. */
  readonly unit: string | null;
  readonly below: boolean;
  readonly from: string;
  readonly days: number;
  /** Instead of a unit; none: the unit. */
  readonly people: readonly string[];
}

export interface EntryChange {
  readonly id: string;
  readonly change: EntryChangeInput;
}

export interface EntryRemoval {
  readonly id: string;
  readonly version: number;
}

export interface RoomChange {
  readonly roomId: string;
  readonly change: ChangeRoomInput;
}

export interface RoomBooking {
  readonly roomId: string;
  readonly input: BookRoomInput;
}

export interface BookingChange {
  readonly bookingId: string;
  readonly change: ChangeBookingInput;
}

export interface BookingCancellation {
  readonly bookingId: string;
  readonly version: number;
  readonly scope: CancelBookingQuery['scope'];
}

/** 予定: the week with one's own entries, rooms, and times at which people can meet. */
export interface SchedulesClient {
  week(wish: WeekWish, signal?: AbortSignal): Promise<WeekView>;
  enter(entry: EntryInput, idempotencyKey: string): Promise<EntryView>;
  change(change: EntryChange, idempotencyKey: string): Promise<EntryView>;
  remove(removal: EntryRemoval): Promise<void>;
  /** Rooms and equipment with what stands in their calendars on a day. */
  rooms(day: string, signal?: AbortSignal): Promise<RoomsView>;
  bookRoom(booking: RoomBooking, idempotencyKey: string): Promise<RoomBooked>;
  addRoom(input: AddRoomInput, idempotencyKey: string): Promise<RoomView>;
  changeRoom(change: RoomChange, idempotencyKey: string): Promise<RoomView>;
  displays(signal?: AbortSignal): Promise<readonly DisplayView[]>;
  /** Tells the key of the display, this once. */
  makeDisplay(input: MakeDisplayInput, idempotencyKey: string): Promise<DisplayMade>;
  revokeDisplay(displayId: string): Promise<DisplayView>;
  health(signal?: AbortSignal): Promise<SyncHealth>;
  slots(input: SlotsInput): Promise<SlotsView>;
  book(input: BookInput, idempotencyKey: string): Promise<BookingView>;
  /** Mine. */
  bookings(query: BookingsQuery, signal?: AbortSignal): Promise<BookingsPage>;
  booking(bookingId: string, signal?: AbortSignal): Promise<BookingView>;
  changeBooking(change: BookingChange, idempotencyKey: string): Promise<BookingView>;
  cancelBooking(cancellation: BookingCancellation, idempotencyKey: string): Promise<BookingView>;
}

const ENTRIES = '/schedules/entries';
const ROOMS = '/schedules/rooms';
const DISPLAYS = '/schedules/displays';
const BOOKINGS = '/schedules/bookings';
const bookingPath = (id: string): string => `${BOOKINGS}/${encodeURIComponent(id)}`;
const entryPath = (id: string): string => `${ENTRIES}/${encodeURIComponent(id)}`;

export function schedulesClient(transport: Transport): SchedulesClient {
  const post = <T>(path: string, body: unknown, idempotencyKey: string): Promise<T> =>
    json(transport({ method: 'POST', path: pathOf(path), body, idempotencyKey }));
  return {
    week: ({ unit, below, from, days, people }, signal) => {
      const whom = people.length > 0 ? { people: people.join() } : { unit, below: String(below) };
      return json(transport({ method: 'GET', path: pathOf('/schedules/week', { ...whom, from, days }), signal }));
    },
    enter: (body, idempotencyKey) => post(ENTRIES, body, idempotencyKey),
    change: ({ id, change }, idempotencyKey) =>
      json(transport({ method: 'PATCH', path: pathOf(entryPath(id)), body: change, idempotencyKey })),
    remove: async ({ id, version }) => {
      await transport({ method: 'DELETE', path: pathOf(entryPath(id), { version }) });
    },
    rooms: (day, signal) => json(transport({ method: 'GET', path: pathOf(ROOMS, { from: day, to: day }), signal })),
    addRoom: (input, idempotencyKey) => post(ROOMS, input, idempotencyKey),
    changeRoom: ({ roomId, change }, idempotencyKey) =>
      json(
        transport({
          ...{ method: 'PATCH', path: pathOf(`${ROOMS}/${encodeURIComponent(roomId)}`) },
          ...{ body: change, idempotencyKey },
        }),
      ),
    displays: async (signal) => {
      const { items } = await json<{ items: DisplayView[] }>(
        transport({ method: 'GET', path: pathOf(DISPLAYS), signal }),
      );
      return items;
    },
    makeDisplay: (body, idempotencyKey) => post(DISPLAYS, body, idempotencyKey),
    revokeDisplay: (id) => json(transport({ method: 'DELETE', path: pathOf(`${DISPLAYS}/${encodeURIComponent(id)}`) })),
    health: (signal) => json(transport({ method: 'GET', path: pathOf('/schedules/health'), signal })),
    slots: (body) => json(transport({ method: 'POST', path: pathOf('/schedules/slots'), body })),
    book: (input, idempotencyKey) => post(BOOKINGS, input, idempotencyKey),
    bookings: (query, signal) => json(transport({ method: 'GET', path: pathOf(BOOKINGS, query), signal })),
    booking: (id, signal) => json(transport({ method: 'GET', path: pathOf(bookingPath(id)), signal })),
    changeBooking: ({ bookingId, change }, idempotencyKey) =>
      json(transport({ method: 'PATCH', path: pathOf(bookingPath(bookingId)), body: change, idempotencyKey })),
    cancelBooking: ({ bookingId, version, scope }, idempotencyKey) =>
      json(transport({ method: 'DELETE', path: pathOf(bookingPath(bookingId), { version, scope }), idempotencyKey })),
    bookRoom: ({ roomId, input }, idempotencyKey) =>
      post(`${ROOMS}/${encodeURIComponent(roomId)}/bookings`, input, idempotencyKey),
  };
}
