import type { Cities } from '../city/cities.ts';
import type { Person } from '../city/city.ts';
import type { Calendars } from '../outlook/calendar/calendars.ts';
import { type CalendarEvent, sameAddress } from '../outlook/calendar/event.ts';
import { personOwner } from '../outlook/calendar/owners.ts';

/** The meeting in Teams that an event of the calendar has made. */
export interface Booked {
  readonly organizer: Person;
  readonly people: readonly Person[];
  readonly subject: string;
  readonly start: Date;
  readonly end: Date;
  readonly joinUrl: string;
  readonly threadId: string;
}

/** Those that somebody has called themselves. */
export type BookedMeetings = (organizer: Person) => readonly Booked[];

const AROUND_MS = 60 * 86_400_000;

const threadIn = (joinUrl: string): string => decodeURIComponent(/\/l\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1] ?? '');

/** Looked up when somebody asks: what the calendar no longer has is no meeting any more. */
export function bookedMeetings(cities: Cities, calendars: Calendars, now: () => number): BookedMeetings {
  const peopleOf = ({ attendees }: CalendarEvent, organizer: Person): Person[] => {
    const invited = attendees.flatMap(({ address }) => cities.inTenant(organizer.tenantId, address) ?? []);
    return [organizer, ...invited.filter((person) => person !== organizer)];
  };
  return (organizer) => {
    const owner = personOwner(organizer);
    return calendars.events(owner, { from: now() - AROUND_MS, to: now() + AROUND_MS }).flatMap((event): Booked[] => {
      const { joinUrl, subject, start, end } = event;
      if (joinUrl === null || !sameAddress(event.organizer.address, owner.address)) return [];
      const people = peopleOf(event, organizer);
      const times = { start: new Date(start), end: new Date(end) };
      return [{ organizer, people, subject, ...times, joinUrl, threadId: threadIn(joinUrl) }];
    });
  };
}
