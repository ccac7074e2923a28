import type { BookingParts } from '../bookings/parts.ts';

export type PapersParts = BookingParts;
