import type { CalendarAnswer, Calendars, RemotePresence } from '@kaigi/core';
import type { Presence } from '@microsoft/microsoft-graph-types';
import { answersTo, bookEvent, cancelEvent, changeEvent } from './bookings.ts';
import { askedOfCalendar } from './calendar-asked.ts';
import { readChanges } from './calendar-changes.ts';
import { createEventSubscriptions } from './event-subscriptions.ts';
import { readFreeBusy } from './free-busy.ts';
import type { GraphClient, GraphEditor } from './graph-client.ts';
import { readRooms } from './places.ts';

const PRESENCES = 650;

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
  askedOfCalendar(async () => {
    const found: RemotePresence[] = [];
    for (let at = 0; at < people.length; at += PRESENCES) {
      const body = { ids: people.slice(at, at + PRESENCES) };
      const answer = await graph.post<{ value: Presence[] }>('/communications/getPresencesByUserId', body);
      found.push(...(answer?.value ?? []).flatMap(presenceOf));
    }
    return found;
  });

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
  answers: (municipalityId, event) => answersTo(graphOf(municipalityId), event),
  cancel: (municipalityId, event, comment) => cancelEvent(graphOf(municipalityId), event, comment),
  presences: (municipalityId, people) => readPresences(graphOf(municipalityId), people),
  rooms: (municipalityId) => readRooms(graphOf(municipalityId)),
});
