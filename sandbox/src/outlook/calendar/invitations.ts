import type { Calendars } from './calendars.ts';
import { calledOff, copyFor, isElsewhen, shownAs, withAnswer, withDay } from './copies.ts';
import { type Attendee, type CalendarEvent, type CalendarOwner, type Response, sameAddress } from './event.ts';
import { instanceOn, instancesOf } from './expand.ts';
import type { Owners } from './owners.ts';
import type { CalendarPolicies } from './policy.ts';

/** How far ahead a room looks before it accepts a series. */
const BOOKING_WINDOW_MS = 180 * 86_400_000;

interface Parts {
  readonly calendars: Calendars;
  readonly owners: Owners;
  readonly policies: CalendarPolicies;
  now(): number;
}

interface Answered {
  readonly owner: CalendarOwner;
  readonly event: CalendarEvent;
  readonly day: string | null;
}

/** Copies of meetings in the calendars of those invited, and their answers; rooms answer by themselves. */
export class Invitations {
  readonly #parts: Parts;
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  send(
    ...[organizer, event, before, day = null]: [CalendarOwner, CalendarEvent, CalendarEvent | null, (string | null)?]
  ): void {
    const { calendars } = this.#parts;
    const invited = this.#invited(organizer, attendeesOf(event, day));
    const movedDay = before !== null && day !== null && isMoved(before, event, day) ? day : null;
    for (const owner of invited) {
      const existing = calendars.find(owner, event.uid);
      const copy = copyFor(owner, event, { existing, movedDay });
      calendars.put(owner, copy, existing === null ? null : day);
      if (owner.kind !== 'room') continue;
      if (copy.response === 'notResponded') this.#settle(owner, event.uid, null);
      else if (movedDay !== null) this.#settle(owner, event.uid, movedDay);
    }
    const earlier = before === null ? [] : this.#invited(organizer, attendeesOf(before, day));
    for (const owner of earlier) if (!invited.some(({ id }) => id === owner.id)) this.#withdraw(owner, event.uid, day);
  }

  callOff(organizer: CalendarOwner, event: CalendarEvent, day: string | null): void {
    for (const owner of this.#invited(organizer, attendeesOf(event, day))) this.#withdraw(owner, event.uid, day);
  }

  /** Who declines has it no longer in their calendar. */
  answer({ owner, event, day }: Answered, response: Response): void {
    const { calendars, now } = this.#parts;
    const at = now();
    const organizer = this.#parts.owners.find(owner.tenantId, event.organizer.address);
    const theirs = organizer && calendars.find(organizer, event.uid);
    const own = { response, respondedAt: at, changedAt: at, showAs: shownAs(response, theirs?.showAs ?? 'busy') };
    if (response === 'declined' && day === null) calendars.remove(owner, event.uid);
    else if (day === null) calendars.put(owner, { ...event, ...own, version: event.version + 1 });
    else calendars.put(owner, withDay(event, day, response === 'declined' ? null : own), day);
    if (!organizer || !theirs) return;
    const attendees = withAnswer(attendeesOf(theirs, day), owner.address, { response, at });
    const version = theirs.version + 1;
    const told = day === null ? { ...theirs, attendees, version } : withDay(theirs, day, { attendees });
    calendars.put(organizer, { ...told, changedAt: at }, day);
  }

  close(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
  }

  #invited(organizer: CalendarOwner, attendees: readonly Attendee[]): CalendarOwner[] {
    return attendees
      .filter(({ address }) => !sameAddress(address, organizer.address))
      .map(({ address }) => this.#parts.owners.find(organizer.tenantId, address))
      .filter((owner) => owner !== null)
      .filter((owner) => this.#parts.policies.hasMailbox(owner));
  }

  #withdraw(owner: CalendarOwner, uid: string, day: string | null): void {
    const { calendars, now } = this.#parts;
    const event = calendars.find(owner, uid);
    if (event === null) return;
    const changedAt = now();
    if (owner.kind === 'room' && day === null) calendars.remove(owner, uid);
    else if (owner.kind === 'room' && day !== null) calendars.put(owner, withDay(event, day, null), day);
    else if (day === null)
      calendars.put(owner, { ...event, ...calledOff(event), changedAt, version: event.version + 1 });
    else {
      const instance = instanceOn(event, day);
      if (instance !== null) calendars.put(owner, { ...withDay(event, day, calledOff(instance)), changedAt }, day);
    }
  }

  /** Accepts when it is free, declines when it is taken; at once, or after the delay. */
  #settle(room: CalendarOwner, uid: string, day: string | null): void {
    const delay = this.#parts.policies.of(room.tenantId).roomDelayMs;
    const decide = () => {
      const event = this.#parts.calendars.find(room, uid);
      if (event === null || (day === null && event.response !== 'notResponded')) return;
      this.answer({ owner: room, event, day }, this.#isTaken(room, event, day) ? 'declined' : 'accepted');
    };
    if (delay === 0) {
      decide();
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      decide();
    }, delay);
    this.#waiting.add(timer);
  }

  #isTaken(room: CalendarOwner, event: CalendarEvent, day: string | null): boolean {
    const from = Math.max(event.start, this.#parts.now());
    const span = { from: event.start, to: from + BOOKING_WINDOW_MS };
    const wanted = instancesOf(event, span).filter((one) => day === null || one.day === day);
    if (wanted.length === 0) return false;
    const others = this.#parts.calendars
      .instances(room, { from: Math.min(...wanted.map(({ start }) => start)), to: span.to })
      .filter(({ uid, showAs, response }) => uid !== event.uid && showAs !== 'free' && response !== 'notResponded');
    return wanted.some(({ start, end }) => others.some((other) => other.start < end && other.end > start));
  }
}

const attendeesOf = (event: CalendarEvent, day: string | null): readonly Attendee[] =>
  (day === null ? null : event.exceptions.get(day)?.attendees) ?? event.attendees;

function isMoved(before: CalendarEvent, after: CalendarEvent, day: string): boolean {
  const [was, is] = [instanceOn(before, day), instanceOn(after, day)];
  return was !== null && is !== null && isElsewhen(was, is);
}
