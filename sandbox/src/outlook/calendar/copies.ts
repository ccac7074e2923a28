import {
  type Attendee,
  type CalendarEvent,
  type CalendarOwner,
  type EventContent,
  type Response,
  sameAddress,
} from './event.ts';

const CANCELLED = 'キャンセル済み: ';
const NOT_OWN = ['showAs', 'categories', 'reminderMinutes'] as const satisfies readonly (keyof EventContent)[];

/** Whether what those invited agreed to is no longer what was asked of them. */
export const isElsewhen = (before: CalendarEvent, after: CalendarEvent): boolean =>
  before.start !== after.start ||
  before.end !== after.end ||
  JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence);

export function shownAs(response: Response, organizers: CalendarEvent['showAs']): CalendarEvent['showAs'] {
  if (response === 'accepted' || organizers === 'free') return organizers;
  return 'tentative';
}

/** The organizer's event as it comes to stand in the calendar of somebody invited. */
export function copyFor(
  owner: CalendarOwner,
  event: CalendarEvent,
  { existing, movedDay }: { existing: CalendarEvent | null; movedDay: string | null },
): CalendarEvent {
  const isNew = existing === null || isElsewhen(existing, event);
  const response = isNew ? 'notResponded' : existing.response;
  const own = Object.fromEntries(NOT_OWN.map((name) => [name, existing?.[name] ?? event[name]]));
  const isRoom = owner.kind === 'room';
  return {
    ...event,
    ...own,
    ...(isRoom ? { subject: event.organizer.name, body: { contentType: 'text', content: '' } } : {}),
    ...(existing === null ? { categories: [] } : {}),
    showAs: shownAs(response, event.showAs),
    ...{ response, respondedAt: isNew ? null : existing.respondedAt, transactionId: null },
    version: (existing?.version ?? 0) + 1,
    createdAt: existing?.createdAt ?? event.changedAt,
    exceptions: answeredDays(isRoom ? withoutWords(event) : event.exceptions, isNew ? null : existing, movedDay),
  };
}

type Days = CalendarEvent['exceptions'];

/** The organizer's days with the answers that the reader gave to them; a day that was moved is asked anew. */
function answeredDays(organizers: Days, existing: CalendarEvent | null, movedDay: string | null): Days {
  const days = new Map(organizers);
  for (const [day, own] of existing?.exceptions ?? []) {
    const theirs = days.get(day);
    if (own === null || own.cancelled === true) days.set(day, own);
    else if (theirs !== null && own.response !== undefined && own.showAs !== undefined)
      days.set(day, { ...theirs, response: own.response, showAs: own.showAs });
  }
  const moved = movedDay === null ? null : days.get(movedDay);
  if (movedDay !== null && moved)
    days.set(movedDay, { ...moved, response: 'notResponded', respondedAt: null, showAs: 'tentative' });
  return days;
}

/** A room shows nobody what its meetings are about. */
function withoutWords({ exceptions }: CalendarEvent): Days {
  const plain = [...exceptions].map(([day, change]) => {
    if (change === null) return [day, null] as const;
    const { subject: _subject, body: _body, ...rest } = change;
    return [day, rest] as const;
  });
  return new Map(plain);
}

/** What is left of a meeting that its organizer called off, until its reader puts it away. */
export function calledOff(event: Pick<CalendarEvent, 'subject'>): Partial<CalendarEvent> {
  const subject = event.subject.startsWith(CANCELLED) ? event.subject : `${CANCELLED}${event.subject}`;
  return { cancelled: true, subject, showAs: 'free' };
}

/** With one day of the series other than the rest; null: none. */
export function withDay(event: CalendarEvent, day: string, change: Partial<CalendarEvent> | null): CalendarEvent {
  const before = event.exceptions.get(day) ?? {};
  return {
    ...event,
    version: event.version + 1,
    exceptions: new Map(event.exceptions).set(day, change === null ? null : { ...before, ...change }),
  };
}

export function withAnswer(
  attendees: readonly Attendee[],
  address: string,
  answer: { response: Response; at: number },
): Attendee[] {
  return attendees.map((one) =>
    sameAddress(one.address, address) ? { ...one, response: answer.response, respondedAt: answer.at } : one,
  );
}

/** Those who were asked before keep their answers, as long as the time is the same. */
export function keepAnswers(before: readonly Attendee[], after: readonly Attendee[]): Attendee[] {
  return after.map((one) => {
    const known = before.find(({ address }) => sameAddress(address, one.address));
    return known === undefined ? one : { ...one, response: known.response, respondedAt: known.respondedAt };
  });
}

export const unanswered = (attendees: readonly Attendee[]): Attendee[] =>
  attendees.map((one) => ({ ...one, response: 'none', respondedAt: null }));
