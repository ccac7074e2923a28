import type { Person } from '../../directory/contract.ts';
import type { Visibility } from '../calendar/entry.ts';

/** 予約 */
export interface Booking {
  readonly bookingId: string;
  readonly seriesId: string | null;
  readonly bookedBy: string;
  /** As they were called on that day. */
  readonly booker: Person;
  readonly subject: string;
  readonly note: string;
  readonly from: Date;
  readonly to: Date;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Of all of them, who take part online. */
  readonly onlinePeople: readonly string[];
  /** Where people meet without a room; null: no place, or that of the rooms. */
  readonly office: string | null;
  /** Whether the way to another office is kept free. */
  readonly travel: boolean;
  readonly online: boolean;
  /** 仮: until somebody confirms it. */
  readonly tentative: boolean;
  /** Booked for a case, at which it is changed. */
  readonly caseId: string | null;
  readonly visibility: Visibility;
  readonly publicText: string;
  readonly state: 'BOOKED' | 'CANCELLED';
  readonly version: number;
  readonly outlook: OutlookState;
  readonly bookedAt: Date;
}

/** What became of it in Outlook. */
export interface OutlookState {
  readonly state: 'NONE' | 'WAITING' | 'WRITTEN' | 'REFUSED';
  /** Why it was refused. */
  readonly code: string | null;
  /** The version with which the event was first asked for: it may be there though nobody heard of it. */
  readonly sentVersion: number | null;
  readonly writtenVersion: number | null;
  readonly eventKey: string | null;
  readonly joinUrl: string | null;
}

export interface Hold {
  readonly holdId: string;
  readonly bookingId: string;
  readonly roomId: string;
  readonly from: Date;
  readonly to: Date;
  readonly state: 'HELD' | 'RELEASED' | 'DECLINED';
}

export const participantsOf = ({
  bookedBy,
  required,
  optional,
}: Pick<Booking, 'bookedBy' | 'required' | 'optional'>) => [...new Set([bookedBy, ...required, ...optional])];

/** S-04: somebody's way to the meeting, or back. */
export interface Way {
  readonly staffId: string;
  readonly way: 'THERE' | 'BACK';
  readonly from: Date;
  readonly to: Date;
  readonly office: string;
}

interface Offices {
  /** Those of the rooms, and that of the meeting itself. */
  readonly venues: readonly string[];
  readonly officeOf: (staffId: string) => string;
  readonly travel: (from: string, to: string) => number;
}

/** Outlook keeps whole seconds: what was booked with more would not be known again there. */
export const wholeSeconds = (instant: string): Date => new Date(Math.floor(Date.parse(instant) / 1_000) * 1_000);

const MINUTE_MS = 60_000;

/** The ways of everybody who goes to another office; none to a meeting without a place. */
export function waysOf(
  booking: Pick<Booking, 'bookedBy' | 'required' | 'optional' | 'onlinePeople' | 'from' | 'to' | 'travel'>,
  { venues, officeOf, travel }: Offices,
): Way[] {
  if (!booking.travel || venues.length === 0) return [];
  return participantsOf(booking)
    .filter((staffId) => !booking.onlinePeople.includes(staffId))
    .flatMap((staffId) => {
      const own = officeOf(staffId);
      const [nearest] = venues
        .map((office) => ({ office, ms: travel(own, office) * MINUTE_MS }))
        .toSorted((a, b) => a.ms - b.ms);
      if (!nearest || nearest.ms === 0) return [];
      const { from, to } = booking;
      const { office, ms } = nearest;
      return [
        { staffId, way: 'THERE' as const, from: new Date(from.getTime() - ms), to: from, office },
        { staffId, way: 'BACK' as const, from: to, to: new Date(to.getTime() + ms), office },
      ];
    });
}

/** Online by itself where more than one office takes part. */
export const severalOffices = ({ venues, officeOf }: Omit<Offices, 'travel'>, people: readonly string[]): boolean =>
  new Set([...venues, ...people.map(officeOf)]).size > 1;
