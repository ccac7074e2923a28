import type { LocalDate } from '../../shared/index.ts';
import { common, type Span } from '../working-time/span.ts';

export type BookingKind = 'TELEWORK' | 'LEAVE' | 'TRIP' | 'OVERTIME';

/** Something asked for or approved about a day of somebody; no span means all of it. */
export interface Booking {
  readonly bookingId: string;
  readonly kind: BookingKind;
  readonly date: LocalDate;
  readonly span: Span | null;
}

export interface Overlap {
  readonly code:
    | 'telework.overlaps_telework'
    | 'telework.overlaps_leave'
    | 'telework.overlaps_trip'
    | 'telework.overlaps_overtime';
  readonly bookingId: string;
  readonly date: LocalDate;
}

const CODES = {
  TELEWORK: 'telework.overlaps_telework',
  LEAVE: 'telework.overlaps_leave',
  TRIP: 'telework.overlaps_trip',
  OVERTIME: 'telework.overlaps_overtime',
} as const;

/** Overtime is worked wherever one is; two orders for the same time, or one during leave, are a mistake. */
const mayMeet = (one: BookingKind, other: BookingKind): boolean =>
  (one === 'OVERTIME' || other === 'OVERTIME') && one !== other && one !== 'LEAVE' && other !== 'LEAVE';

/** What is booked already where something is asked for. Parts of a day beside each other (半日, 時間) do not meet. */
export function overlapsOf(asked: readonly Booking[], booked: readonly Booking[]): Overlap[] {
  return asked.flatMap((wish) =>
    booked
      .filter(({ bookingId, date }) => date === wish.date && bookingId !== wish.bookingId)
      .filter(({ kind }) => !mayMeet(wish.kind, kind))
      .filter(({ span }) => !span || !wish.span || common([span], [wish.span]).length > 0)
      .map(({ bookingId, kind, date }) => ({ code: CODES[kind], bookingId, date })),
  );
}
