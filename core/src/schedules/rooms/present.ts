import type { Actor } from '../../directory/index.ts';
import type { Booking, Hold } from '../bookings/booking.ts';
import { mayReadSubject } from '../bookings/policy.ts';
import type { Entry, Synced } from '../calendar/entry.ts';
import type { RoomTimeView } from './contract.ts';
import type { Room, RoomTime } from './room.ts';

/** What stands in some rooms within a time. */
export interface RoomsDay {
  readonly bookings: readonly Booking[];
  readonly holds: readonly Hold[];
  /** What Outlook says. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Both together, by room. */
  readonly taken: ReadonlyMap<string, readonly RoomTime[]>;
  readonly synced: ReadonlyMap<string, Synced>;
}

interface Reader {
  readonly actor: Actor;
  /** The sections of whoever booked something. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

const keyOf = ({ from, to }: RoomTime): string => `${from.getTime()} ${to.getTime()}`;

function ofBooking(booking: Booking, { actor, sections }: Reader): RoomTimeView {
  const theirs = new Set(sections.get(booking.bookedBy));
  const looking = {
    ...{ staffId: actor.staffId, isAdmin: false, administers: false },
    sameSection: actor.posts.some(({ sectionId }) => theirs.has(sectionId)),
  };
  return {
    ...{ from: booking.from.toISOString(), to: booking.to.toISOString(), bookingId: booking.bookingId },
    title: mayReadSubject(booking, looking) ? booking.subject : null,
    booker: booking.booker,
  };
}

/** A room's times in their order; what was booked here and stands in Outlook as well, once. */
export function presentTimes({ roomId }: Pick<Room, 'roomId'>, day: RoomsDay, reader: Reader): RoomTimeView[] {
  const here = new Set(day.holds.filter((hold) => hold.roomId === roomId).map(({ bookingId }) => bookingId));
  const bookings = day.bookings.filter(({ bookingId }) => here.has(bookingId));
  const known = new Set(bookings.map(keyOf));
  const others = (day.entries.get(roomId) ?? []).filter((entry) => !known.has(keyOf(entry)));
  return [
    ...bookings.map((booking) => ofBooking(booking, reader)),
    ...others.map(({ from, to, subject, visibility }) => ({
      ...{ from: from.toISOString(), to: to.toISOString(), bookingId: null, booker: null },
      title: visibility === 'PUBLIC' ? subject : null,
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
