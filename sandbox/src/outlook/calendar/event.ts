import type { BusyStatus } from '../mailboxes.ts';
import type { Recurrence } from './recurrence.ts';

/** Somebody, or a room, who has a calendar. */
export interface CalendarOwner {
  readonly id: string;
  readonly tenantId: string;
  readonly address: string;
  readonly name: string;
  readonly kind: 'person' | 'room';
}

export type Response = 'none' | 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined' | 'notResponded';

export interface Attendee {
  readonly address: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly response: Response;
  readonly respondedAt: number | null;
}

export interface EventPlace {
  readonly name: string;
  /** Of a room. */
  readonly address: string | null;
}

/** What its organizer decides about an event, and may decide anew for one day of a series. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  /** Milliseconds since the epoch; an event of whole days goes from Japanese midnight to Japanese midnight. */
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  /** In which it was written; a series keeps to its clocks. */
  readonly zone: string;
  readonly place: EventPlace | null;
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly importance: 'low' | 'normal' | 'high';
  readonly showAs: BusyStatus;
  readonly categories: readonly string[];
  readonly attendees: readonly Attendee[];
  readonly reminderMinutes: number | null;
  readonly isOnline: boolean;
  readonly cancelled: boolean;
}

/** One event, or a whole series, as it stands in one calendar. */
export interface CalendarEvent extends EventContent {
  /** The same in every calendar that it stands in. */
  readonly uid: string;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly organizer: { readonly name: string; readonly address: string };
  /** Of the calendar's owner. */
  readonly response: Response;
  readonly respondedAt: number | null;
  readonly joinUrl: string | null;
  readonly transactionId: string | null;
  readonly recurrence: Recurrence | null;
  /** By the day of the series (`2026-11-24`): what is different then; null: it does not take place. */
  readonly exceptions: ReadonlyMap<string, Partial<CalendarEvent> | null>;
}

/** What takes place once: an event, or one day of a series. */
export interface Instance extends CalendarEvent {
  /** The day of the series that it is, or was moved from; null: no series. */
  readonly day: string | null;
  readonly isException: boolean;
  readonly originalStart: number;
}

export const sameAddress = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const APART = '\n';
const PREFIX = 'AAMk';

/** An id says in whose calendar the event stands, and which day of a series it is: nothing need be remembered. */
export function eventId(owner: CalendarOwner, uid: string, day: string | null = null): string {
  return PREFIX + Buffer.from([owner.id, uid, ...(day === null ? [] : [day])].join(APART)).toString('base64url');
}

/** null: no id of ours. */
export function readEventId(id: string): { ownerId: string; uid: string; day: string | null } | null {
  if (!id.startsWith(PREFIX)) return null;
  const [ownerId = '', uid = '', day = null, ...more] = Buffer.from(id.slice(PREFIX.length), 'base64url')
    .toString('utf8')
    .split(APART);
  return ownerId === '' || uid === '' || more.length > 0 ? null : { ownerId, uid, day };
}
