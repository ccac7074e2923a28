import type { Booking } from './booking.ts';

/** Who looks at a booking, or acts on it. */
export interface Looking {
  readonly staffId: string;
  readonly isAdmin: boolean;
  /** Whether they look after one of the rooms booked. */
  readonly administers: boolean;
  /** Whether they work in a section of whoever booked it. */
  readonly sameSection: boolean;
}

type Of = Pick<Booking, 'bookedBy' | 'required' | 'optional' | 'visibility'>;

export const takesPart = ({ bookedBy, required, optional }: Of, staffId: string): boolean =>
  bookedBy === staffId || required.includes(staffId) || optional.includes(staffId);

/** What it is about; whoever takes part always may. */
export function mayReadSubject(booking: Of, { staffId, sameSection }: Looking): boolean {
  if (takesPart(booking, staffId) || booking.visibility === 'PUBLIC') return true;
  return booking.visibility === 'SECTION' && sameSection;
}

/** That a room is booked, when and by whom, everybody may know; a meeting without a room only who may read it. */
export const mayRead = (booking: Of, looking: Looking, hasRooms: boolean): boolean =>
  hasRooms || looking.isAdmin || mayReadSubject(booking, looking);

/** Only whoever booked it: what it says is theirs. Booked for a case, it is changed there. */
export const mayChange = ({ bookedBy, caseId }: Pick<Booking, 'bookedBy' | 'caseId'>, { staffId }: Looking): boolean =>
  bookedBy === staffId && caseId === null;

/** The administrators of a room take it back where something goes before. */
export const mayCancel = (booking: Of, looking: Looking): boolean =>
  booking.bookedBy === looking.staffId || looking.administers || looking.isAdmin;
