import type { Json, LocalDate } from '../../shared/index.ts';
import type { BookingKind } from '../leave/overlap.ts';
import type { Span } from '../working-time/span.ts';

export type DayState = 'ASKED' | 'APPROVED' | 'CANCELLED' | 'REFUSED';

/**
 * What the kind says of the day. TELEWORK: `kind` (HOME, SATELLITE, MOBILE), `span` (DAY, MORNING …), `place`, `breaks`
 * (spans, where others than the usual ones were approved); LEAVE: `kind` (ANNUAL, or the id of a special leave);
 * OVERTIME: `confirmed`. Nothing that others may not read: no address, no reason.
 */
export type DayDetail = Readonly<Record<string, Json>>;

/** One thing of one day of somebody that was asked for: each is approved, and may be cancelled, by itself. */
export interface DayItem {
  readonly itemId: string;
  readonly applicationId: string;
  readonly staffId: string;
  readonly date: LocalDate;
  readonly kind: BookingKind;
  readonly state: DayState;
  /** Null: all of the day. */
  readonly span: Span | null;
  readonly detail: DayDetail;
}

/** An item that stands: asked for or approved. */
export type BookedDay = DayItem & { readonly state: 'ASKED' | 'APPROVED' };

export const isStanding = (item: DayItem): item is BookedDay => item.state === 'ASKED' || item.state === 'APPROVED';

/** What was still only asked for, and what became of it. */
export const askedAs = <S extends Exclude<DayState, 'ASKED'>>(
  items: readonly DayItem[],
  state: S,
): (DayItem & { readonly state: S })[] =>
  items.filter((item) => item.state === 'ASKED').map((item) => ({ ...item, state }));

export interface DaysAsked {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}
