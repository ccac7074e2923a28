import type { CalendarAnswer, Calendars, RemotePresence } from '@kaigi/core';
import type { Presence } from '@microsoft/microsoft-graph-types';
import { presencesOf } from './asking-many.ts';
import { answersTo, bookEvent, cancelEvent, changeEvent, lookAt } from './bookings.ts';
import { askedOfCalendar } from './calendar-asked.ts';
import { readChanges } from './calendar-changes.ts';
import { createEventSubscriptions } from './event-subscriptions.ts';
import { readFreeBusy } from './free-busy.ts';
import type { GraphClient, GraphEditor } from './graph-client.ts';
import { readRooms } from './places.ts';

function presenceOf({ id, availability, activity, outOfOfficeSettings }: Presence): RemotePresence[] {
  if (!id) return [];
  const outOfOffice = outOfOfficeSettings?.isOutOfOffice === true;
  const said = { availability: availability ?? 'PresenceUnknown', activity: activity ?? 'PresenceUnknown' };
  return [{ entraObjectId: id.toLowerCase(), ...said, outOfOffice }];
}

/** Permission: Presence.Read.All (application) */
const readPresences = (
  graph: GraphClient,
  people: readonly string[],
): Promise<CalendarAnswer<readonly RemotePresence[]>> =>
  askedOfCalendar(async () => (await presencesOf(graph, people)).flatMap(presenceOf));

export interface CalendarsOptions {
  readonly publicUrl: string;
  readonly municipalityIds: readonly string[];
}

/** Microsoft 365's calendars, as the core asks for them. */
export const createCalendars = (
  graphOf: (municipalityId: string) => GraphEditor,
  { publicUrl, municipalityIds }: CalendarsOptions,
): Calendars => ({
  municipalityIds,
  ...createEventSubscriptions(graphOf, publicUrl),
  glance: (municipalityId, asked) => readFreeBusy(graphOf(municipalityId), asked),
  changes: (municipalityId, mailbox, asked) => readChanges(graphOf(municipalityId), mailbox, asked),
  book: (municipalityId, wish) => bookEvent(graphOf(municipalityId), wish),
  change: (municipalityId, event, change) => changeEvent(graphOf(municipalityId), event, change),
  look: (municipalityId, event) => lookAt(graphOf(municipalityId), event),
  answers: (municipalityId, event) => answersTo(graphOf(municipalityId), event),
  cancel: (municipalityId, event, comment) => cancelEvent(graphOf(municipalityId), event, comment),
  presences: (municipalityId, people) => readPresences(graphOf(municipalityId), people),
  rooms: (municipalityId) => readRooms(graphOf(municipalityId)),
});
