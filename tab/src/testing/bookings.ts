import {
  BookingSchema,
  BookingsPageSchema,
  BookingsQuerySchema,
  type BookingView,
  CancelBookingQuerySchema,
  ChangeBookingInputSchema,
  type ListedBooking,
} from '@kaigi/core/contract';
import { COLLEAGUE, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';
import { roomIdOf } from './rooms.ts';
import type { Answer } from './stand-in-wire.ts';

export const BOOKING_ID = '01900000-0000-7000-8000-0000000cc001';

/** Of 25 November from ten to eleven, of the head who looks at it. */
export function aBooking(change: Partial<BookingView> = {}): BookingView {
  const at = (time: string): string => `2026-11-25T${time}:00+09:00`;
  return {
    ...{ bookingId: BOOKING_ID, seriesId: null, version: 2, state: 'BOOKED', subject: '計画の打合せ' },
    ...{ note: '資料は当日配ります。', publicText: '政策課', from: at('10:00'), to: at('11:00') },
    ...{ booker: SECTION_HEAD, required: [COLLEAGUE], optional: [SUBSECTION_HEAD], online: true, tentative: false },
    rooms: [
      {
        roomId: roomIdOf(1),
        name: '第1会議室',
        kind: 'ROOM',
        state: 'HELD',
        from: at('10:00'),
        to: at('11:00'),
        notes: '鍵は総務課',
      },
    ],
    ...{ joinUrl: 'https://teams.example/join', visibility: 'PUBLIC' },
    travel: [
      { person: COLLEAGUE, from: at('09:35'), to: at('10:00'), way: 'THERE' },
      { person: COLLEAGUE, from: at('11:00'), to: at('11:25'), way: 'BACK' },
    ],
    outlook: { state: 'WRITTEN', sentence: null },
    may: { change: true, cancel: true },
    ...change,
  };
}

/** 予約 `n` of those that are listed, a day after the other from 25 November. */
export function aListed(n: number, change: Partial<ListedBooking> = {}): ListedBooking {
  const day = new Date(Date.UTC(2026, 10, 24 + n)).toISOString().slice(0, 10);
  const { seriesId, version, state, booker, online, tentative, visibility, outlook, may } = aBooking();
  return {
    ...{ seriesId, version, state, booker, online, tentative, visibility, outlook, may },
    bookingId: `01900000-0000-7000-8000-0000000cd${String(n).padStart(3, '0')}`,
    ...{ subject: `計画の打合せ${n}`, from: `${day}T10:00:00+09:00`, to: `${day}T11:00:00+09:00` },
    ...{ role: 'ORGANISER', rooms: [{ roomId: roomIdOf(1), name: '第1会議室', state: 'HELD' }] },
    ...change,
  };
}

export interface ListedWorld {
  readonly coming: readonly ListedBooking[];
  readonly past: readonly ListedBooking[];
}

export const firstListed = (): ListedWorld => ({
  coming: [
    aListed(1, { bookingId: BOOKING_ID, subject: '計画の打合せ' }),
    aListed(2, { role: 'PARTICIPANT', booker: SUBSECTION_HEAD, subject: '係の打合せ', online: false, rooms: [] }),
  ],
  past: [aListed(3, { state: 'CANCELLED', subject: 'なくなった会議', rooms: [] })],
});

const LISTED_PAGE = 30;

/** 自分の予約, thirty a page. */
export function ofListed({ coming, past }: ListedWorld, search: URLSearchParams): Answer {
  const { when, role, cursor } = BookingsQuerySchema.parse(Object.fromEntries(search));
  const all = (when === 'COMING' ? coming : past).filter((one) => role === undefined || one.role === role);
  const from = Number(cursor ?? 0);
  const nextCursor = all.length > from + LISTED_PAGE ? String(from + LISTED_PAGE) : null;
  return { body: BookingsPageSchema.parse({ items: all.slice(from, from + LISTED_PAGE), nextCursor }) };
}

function changed(before: BookingView, body: unknown): BookingView {
  const {
    version: _,
    required: __,
    optional: ___,
    rooms: ____,
    declined = [],
    online,
    ...said
  } = ChangeBookingInputSchema.parse(body);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const wish = new Map(declined.map((one) => [one.roomId, one.wish]));
  const rooms = before.rooms
    .filter(({ roomId }) => wish.get(roomId) !== 'DROP')
    .map((room) => (wish.get(room.roomId) === 'ASK_AGAIN' ? { ...room, state: 'HELD' as const } : room));
  const next = { ...before, ...given, rooms, online: online ?? before.online, version: before.version + 1 };
  return BookingSchema.parse(next);
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** One booking as the service answers it; `null`: it is another one. */
export function ofBooking(world: { booking: BookingView }, { method, url, body }: Asked): Answer | null {
  if (!url.pathname.endsWith(`/schedules/bookings/${world.booking.bookingId}`)) return null;
  if (method === 'PATCH') world.booking = changed(world.booking, body);
  if (method === 'DELETE') {
    CancelBookingQuerySchema.parse(Object.fromEntries(url.searchParams));
    const { booking } = world;
    const nothing = { change: false, cancel: false };
    world.booking = { ...booking, state: 'CANCELLED', version: booking.version + 1, may: nothing, travel: [] };
  }
  return { body: BookingSchema.parse(world.booking) };
}
