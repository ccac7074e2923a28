import {
  BookInputSchema,
  BookingSchema,
  type BookingView,
  type SlotProposal,
  SlotsInputSchema,
  type SlotsView,
  SlotsViewSchema,
} from '@kaigi/core/contract';
import { aBooking, BOOKING_ID, firstListed, type ListedWorld, ofBooking, ofListed } from './bookings.ts';
import { COLLEAGUE, SECTION_HEAD } from './people.ts';
import { roomIdOf } from './rooms.ts';
import type { Answer } from './stand-in-wire.ts';

const REASONS = [
  { code: 'schedules.why_required_all', text: '必須の2人全員が空き' },
  { code: 'schedules.why_rooms', text: '会議室：第1会議室' },
];

/** On 25 November from this hour on. */
export function aProposal(hour: number, change: Partial<SlotProposal> = {}): SlotProposal {
  const at = (time: number): string => `2026-11-25T${String(time).padStart(2, '0')}:00:00+09:00`;
  return {
    ...{ from: at(hour), to: at(hour + 1), rooms: [{ roomId: roomIdOf(1), name: '第1会議室' }], online: false },
    percent: 100,
    people: [{ person: COLLEAGUE, required: true, state: 'FREE', online: false, travelMinutes: 0 }],
    reasons: REASONS,
    next: { code: 'schedules.next_later', text: '次の候補は同じ条件で、これより後です' },
    ...change,
  };
}

export interface FindingWorld {
  view: SlotsView;
  /** The one that can be looked at by its id. */
  booking: BookingView;
  listed: ListedWorld;
}

export const firstFinding = (): FindingWorld => ({
  view: {
    ...{ at: '2026-11-24T01:30:00Z', online: false, tried: 120, blockers: [] },
    items: [aProposal(10), aProposal(14, { online: true, next: null })],
    unsure: [{ person: COLLEAGUE, room: null, text: '主査 三郎の予定は、最新でない可能性があります。' }],
  },
  booking: aBooking(),
  listed: firstListed(),
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function bookingOf(body: unknown): BookingView {
  const { subject, note, from, to, online, visibility, publicText } = BookInputSchema.parse(body);
  return BookingSchema.parse({
    ...{ bookingId: BOOKING_ID, seriesId: null, version: 1, state: 'BOOKED', subject, note, publicText, from, to },
    ...{ booker: SECTION_HEAD, required: [COLLEAGUE], optional: [], rooms: [], online: online ?? false },
    ...{ tentative: false, joinUrl: null, visibility, travel: [], outlook: { state: 'WRITTEN', sentence: null } },
    may: { change: true, cancel: true },
  });
}

/** The search for a time and booking it, as the service answers them. */
export function ofFinding(world: FindingWorld, asked: Asked): Answer | null {
  const { method, url, body } = asked;
  const path = url.pathname.replace('/api/v1/schedules/', '');
  if (path.startsWith('bookings/')) return ofBooking(world, asked);
  if (path === 'bookings' && method === 'GET') return ofListed(world.listed, url.searchParams);
  if (method !== 'POST') return null;
  if (path === 'bookings') {
    world.booking = bookingOf(body);
    return { status: 201, body: world.booking };
  }
  if (path !== 'slots') return null;
  SlotsInputSchema.parse(body);
  return { body: SlotsViewSchema.parse(world.view) };
}
