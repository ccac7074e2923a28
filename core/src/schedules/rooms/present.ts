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

/** 仮押さえ; or the room is asked in Outlook and has not said yes there. */
function isTentative({ tentative, outlook }: Booking, mailbox: string | null, entry: Entry | undefined): boolean {
  if (tentative || mailbox === null) return tentative;
  return entry ? entry.status === 'TENTATIVE' : outlook.state === 'WAITING' || outlook.state === 'REFUSED';
}

function ofBooking(booking: Booking, { actor, sections }: Reader): Omit<RoomTimeView, 'tentative'> {
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
export function presentTimes(
  { roomId, mailbox }: Pick<Room, 'roomId' | 'mailbox'>,
  day: RoomsDay,
  reader: Reader,
): RoomTimeView[] {
  const here = new Set(day.holds.filter((hold) => hold.roomId === roomId).map(({ bookingId }) => bookingId));
  const bookings = day.bookings.filter(({ bookingId }) => here.has(bookingId));
  const known = new Set(bookings.map(keyOf));
  const entries = day.entries.get(roomId) ?? [];
  const inOutlook = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const others = entries.filter((entry) => !known.has(keyOf(entry)));
  return [
    ...bookings.map((booking) => ({
      ...ofBooking(booking, reader),
      tentative: isTentative(booking, mailbox, inOutlook.get(keyOf(booking))),
    })),
    ...others.map(({ from, to, subject, visibility, status }) => ({
      ...{ from: from.toISOString(), to: to.toISOString(), bookingId: null, booker: null },
      ...{ title: visibility === 'PUBLIC' ? subject : null, tentative: status === 'TENTATIVE' },
    })),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
