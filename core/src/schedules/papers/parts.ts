import type { BookingParts } from '../bookings/parts.ts';
import type { ReadPages } from './reading/reader.ts';

export interface PapersParts extends BookingParts {
  /** PDFs page by page. */
  readonly readPages: ReadPages;
}
