import {
  BookingSchema,
  type BookingView,
  CancelBookingQuerySchema,
  ChangeBookingInputSchema,
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
    ...{ booker: SECTION_HEAD, required: [COLLEAGUE], optional: [SUBSECTION_HEAD], online: true },
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

function changed(before: BookingView, body: unknown): BookingView {
  const {
    version: _,
    required: __,
    optional: ___,
    rooms: ____,
    online,
    ...said
  } = ChangeBookingInputSchema.parse(body);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const next = { ...before, ...given, online: online ?? before.online, version: before.version + 1 };
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
