import type { CalendarEvent, CalendarOwner } from '../calendar/event.ts';
import type { Recurrence } from '../calendar/recurrence.ts';
import type { BusyStatus } from '../mailboxes.ts';
import type { Room } from '../rooms/rooms.ts';

/** A meeting or an entry as somebody once wrote it down. */
export interface Planned {
  readonly uid: string;
  readonly subject: string;
  readonly start: number;
  readonly end: number;
  /** The first is its organizer. */
  readonly people: readonly CalendarOwner[];
  readonly room: Room | null;
  /** Where no room is. */
  readonly place: string | null;
  readonly category: string;
  readonly showAs?: BusyStatus;
  readonly isPrivate?: boolean;
  readonly isOnline?: boolean;
  readonly allDay?: boolean;
  readonly recurrence?: Recurrence;
}

const WEEK_MS = 7 * 86_400_000;

const joinUrlOf = (uid: string): string =>
  `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(`19:meeting_${Buffer.from(uid).toString('base64url')}@thread.v2`)}/0`;

/** As it stands in the calendar of one of those who take part, or of its room. */
export function eventFor(planned: Planned, owner: CalendarOwner): CalendarEvent {
  const { uid, subject, start, end, people, room, place, category, isOnline = false } = planned;
  const [organizer = owner, ...others] = people;
  const answered = { response: 'accepted', respondedAt: start - WEEK_MS / 2 } as const;
  const attendees = others.map(({ address, name }) => ({ address, name, type: 'required' as const, ...answered }));
  const seat =
    room === null ? [] : [{ address: room.address, name: room.name, type: 'resource' as const, ...answered }];
  const isRoom = owner.kind === 'room';
  return {
    ...{ uid, version: 1, start, end, createdAt: start - WEEK_MS, changedAt: start - WEEK_MS },
    subject: isRoom ? organizer.name : subject,
    body: { contentType: 'text', content: '' },
    ...{ allDay: planned.allDay ?? false, zone: 'Tokyo Standard Time' },
    place:
      room === null
        ? place === null
          ? null
          : { name: place, address: null }
        : { name: room.name, address: room.address },
    sensitivity: planned.isPrivate === true ? 'private' : 'normal',
    ...{ importance: 'normal', showAs: planned.showAs ?? 'busy', categories: isRoom ? [] : [category] },
    attendees: [...attendees, ...seat],
    ...{ reminderMinutes: 15, isOnline, cancelled: false },
    organizer: { name: organizer.name, address: organizer.address },
    ...(organizer.id === owner.id ? { response: 'organizer', respondedAt: null } : answered),
    joinUrl: isOnline ? joinUrlOf(uid) : null,
    ...{ transactionId: null, recurrence: planned.recurrence ?? null, exceptions: new Map() },
  };
}

/** In whose calendars it stands. */
export const whose = ({ people, room }: Planned): readonly { readonly id: string }[] =>
  room === null ? people : [...people, room];
