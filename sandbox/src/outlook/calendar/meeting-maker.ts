import { randomUUID } from 'node:crypto';
import { guidOf } from '../../city/stable-ids.ts';
import { GraphError } from '../../graph/graph-error.ts';
import type { Calendars } from './calendars.ts';
import { isElsewhen, keepAnswers, unanswered, withDay } from './copies.ts';
import { type CalendarEvent, type CalendarOwner, type EventContent, type Response, sameAddress } from './event.ts';
import { instanceOn } from './expand.ts';
import type { Invitations } from './invitations.ts';
import type { Recurrence } from './recurrence.ts';

/** An event in somebody's calendar, or one day of a series. */
export interface Found {
  readonly owner: CalendarOwner;
  readonly event: CalendarEvent;
  readonly day: string | null;
}

export interface EventWish {
  readonly content: EventContent;
  readonly recurrence: Recurrence | null;
  readonly transactionId: string | null;
}

export type EventPatch = Partial<EventContent & { readonly recurrence: Recurrence | null }>;

interface Parts {
  readonly calendars: Calendars;
  readonly invitations: Invitations;
  now(): number;
}

const refused = (message: string) => new GraphError(400, 'ErrorInvalidRequest', message);
const ofEvent = ({ event, day }: Found): CalendarEvent => (day === null ? event : (instanceOn(event, day) ?? event));

/** What people and the app do with events: made, changed, answered, called off. */
export class MeetingMaker {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** As it is before those invited answered. @throws GraphError 409 where the transaction made something else */
  create(owner: CalendarOwner, { content, recurrence, transactionId }: EventWish): CalendarEvent {
    const { calendars, invitations, now } = this.#parts;
    const first = transactionId === null ? null : calendars.byTransaction(owner, transactionId);
    if (first !== null) return sameAs(first, content);
    const uid = `c:${randomUUID()}`;
    const event: CalendarEvent = {
      ...content,
      ...{ uid, version: 1, createdAt: now(), changedAt: now(), recurrence, transactionId },
      organizer: { name: owner.name, address: owner.address },
      ...{ response: 'organizer', respondedAt: null, exceptions: new Map() },
      joinUrl: content.isOnline ? joinUrlOf(owner, uid) : null,
    };
    calendars.put(owner, event);
    invitations.send(owner, event, null);
    return event;
  }

  /** By its organizer for everybody, by others for their own calendar only. */
  change({ owner, event, day }: Found, patch: EventPatch): Found {
    const { calendars, invitations, now } = this.#parts;
    const changed = day === null ? this.#whole(owner, event, patch) : this.#onDay({ owner, event, day }, patch);
    const after = { ...changed, changedAt: now() };
    calendars.put(owner, after, day);
    if (isOrganizer(owner, event)) invitations.send(owner, after, event, day);
    return { owner, event: after, day };
  }

  /** Out of this calendar; when it was its organizer's, everybody invited is told. */
  remove({ owner, event, day }: Found): void {
    const { calendars, invitations, now } = this.#parts;
    if (isOrganizer(owner, event)) invitations.callOff(owner, event, day);
    if (day === null) calendars.remove(owner, event.uid);
    else calendars.put(owner, { ...withDay(event, day, null), changedAt: now() }, day);
  }

  /** @throws GraphError 400 */
  cancel(found: Found): void {
    if (!isOrganizer(found.owner, found.event))
      throw refused("Your request can't be completed. You need to be an organizer to cancel a meeting.");
    this.remove(found);
  }

  /** @throws GraphError 400 */
  respond(found: Found, response: Exclude<Response, 'none' | 'organizer' | 'notResponded'>): void {
    const { owner, event } = found;
    if (isOrganizer(owner, event) || event.attendees.length === 0)
      throw refused(
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    this.#parts.invitations.answer(found, response);
  }

  #whole(owner: CalendarOwner, event: CalendarEvent, patch: EventPatch): CalendarEvent {
    const isOnline = patch.isOnline ?? event.isOnline;
    const merged = {
      ...event,
      ...patch,
      version: event.version + 1,
      joinUrl: isOnline ? (event.joinUrl ?? joinUrlOf(owner, event.uid)) : null,
    };
    const moved = isElsewhen(event, merged);
    const kept = keepAnswers(event.attendees, merged.attendees);
    return {
      ...merged,
      attendees: moved ? unanswered(kept) : kept,
      exceptions: moved ? new Map() : event.exceptions,
    };
  }

  #onDay(found: Found & { day: string }, patch: EventPatch): CalendarEvent {
    if (patch.recurrence) throw refused('An occurrence cannot recur.');
    const { recurrence: _none, ...change } = patch;
    const before = ofEvent(found);
    const moved = isElsewhen(before, { ...before, ...change });
    const kept = keepAnswers(before.attendees, change.attendees ?? before.attendees);
    const attendees = moved ? unanswered(kept) : kept;
    return withDay(found.event, found.day, { ...change, ...(moved || change.attendees ? { attendees } : {}) });
  }
}

export const isOrganizer = (owner: CalendarOwner, { organizer }: CalendarEvent): boolean =>
  sameAddress(owner.address, organizer.address);

/** @throws GraphError 409 */
function sameAs(first: CalendarEvent, { subject, start, end }: EventContent): CalendarEvent {
  if (first.subject === subject && first.start === start && first.end === end) return first;
  throw new GraphError(
    409,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
  );
}

function joinUrlOf({ id, tenantId }: CalendarOwner, uid: string): string {
  const thread = `19:meeting_${Buffer.from(guidOf(`event:${uid}`)).toString('base64url')}@thread.v2`;
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: id }));
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${context}`;
}
