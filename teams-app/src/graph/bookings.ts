import type {
  Booked,
  BookedEvent,
  BookingChange,
  BookingWish,
  CalendarAnswer,
  EventAnswer,
  RemoteEntry,
} from '@kaigi/core';
import type { Attendee, Event, Location } from '@microsoft/microsoft-graph-types';
import { askedOfCalendar } from './calendar-asked.ts';
import { userPath } from './calendar-changes.ts';
import { entryOf } from './event.ts';
import { type GraphEditor, GraphRefusal } from './graph-client.ts';

const TOKYO = 'Tokyo Standard Time';
const JST_OFFSET_MS = 9 * 3_600_000;

const tokyo = (at: Date) => ({
  dateTime: new Date(at.getTime() + JST_OFFSET_MS).toISOString().slice(0, 19),
  timeZone: TOKYO,
});

const invited = (addresses: readonly string[] | undefined, type: 'required' | 'optional'): Attendee[] =>
  (addresses ?? []).map((address) => ({ type, emailAddress: { address } }));

function attendeesOf({ required, optional, rooms }: BookingChange): Attendee[] {
  const booked = (rooms ?? []).map(({ mailbox, name }): Attendee => {
    return { type: 'resource', emailAddress: { address: mailbox, name } };
  });
  return [...invited(required, 'required'), ...invited(optional, 'optional'), ...booked];
}

function locationsOf({ rooms, place }: BookingChange): Location[] {
  const booked = (rooms ?? []).map(({ mailbox, name }): Location => {
    return { displayName: name, locationEmailAddress: mailbox, locationType: 'conferenceRoom' };
  });
  return place ? [...booked, { displayName: place, locationType: 'default' }] : booked;
}

const OPEN: Readonly<Record<BookingWish['visibility'], string | null>> = {
  PUBLIC: '公開',
  SECTION: null,
  PRIVATE: null,
};

/** Only what is said; the others stay as they are. */
function eventOf(wish: BookingChange): Event {
  const { subject, body, from, to, online, hold, visibility, category } = wish;
  const says = (some: unknown): boolean => some !== undefined;
  const categories = [category, visibility && OPEN[visibility]].flatMap((name) => name ?? []);
  return {
    ...(says(subject) ? { subject: subject ?? '' } : {}),
    ...(says(body) ? { body: { contentType: 'text', content: body ?? '' } } : {}),
    ...(from ? { start: tokyo(from) } : {}),
    ...(to ? { end: tokyo(to) } : {}),
    ...(wish.required || wish.optional || wish.rooms ? { attendees: attendeesOf(wish) } : {}),
    ...(wish.rooms || wish.place ? { locations: locationsOf(wish), location: locationsOf(wish)[0] ?? null } : {}),
    ...(online === undefined
      ? {}
      : { isOnlineMeeting: online, ...(online ? { onlineMeetingProvider: 'teamsForBusiness' } : {}) }),
    ...(hold === undefined ? {} : { showAs: hold ? 'tentative' : 'busy' }),
    ...(visibility ? { sensitivity: visibility === 'PRIVATE' ? 'private' : 'normal' } : {}),
    ...(says(category) || visibility ? { categories } : {}),
  };
}

const onePath = ({ organizer, eventKey }: BookedEvent): string =>
  `${userPath(organizer)}/events/${encodeURIComponent(eventKey)}`;

/**
 * A meeting in the organizer's calendar; however often it is sent, there is one.
 * Permission: Calendars.ReadWrite (application)
 */
export const bookEvent = (graph: GraphEditor, wish: BookingWish): Promise<CalendarAnswer<Booked>> =>
  askedOfCalendar(async () => {
    const event = { ...eventOf(wish), transactionId: wish.bookingId };
    const made = await graph.post<Event>(`${userPath(wish.organizer)}/events`, event);
    if (!made?.id) throw new GraphRefusal(200, 'eventWithoutId');
    return { eventKey: made.id, joinUrl: made.onlineMeeting?.joinUrl ?? null };
  });

/** Permission: Calendars.ReadWrite (application) */
export const changeEvent = (
  graph: GraphEditor,
  event: BookedEvent,
  change: BookingChange,
): Promise<CalendarAnswer<null>> =>
  askedOfCalendar(async () => {
    await graph.patch(onePath(event), eventOf(change));
    return null;
  });

const SAID: Readonly<Record<string, EventAnswer>> = {
  ...{ organizer: 'ACCEPTED', accepted: 'ACCEPTED', tentativelyAccepted: 'TENTATIVE', declined: 'DECLINED' },
};

/**
 * What those invited have answered, by their addresses in small letters.
 * Permission: Calendars.Read (application)
 */
export const answersTo = (
  graph: GraphEditor,
  event: BookedEvent,
): Promise<CalendarAnswer<ReadonlyMap<string, EventAnswer>>> =>
  askedOfCalendar(async () => {
    const { attendees } = await graph.get<Event>(`${onePath(event)}?$select=attendees`);
    return new Map(
      (attendees ?? []).flatMap(({ emailAddress, status }) => {
        const address = emailAddress?.address?.toLowerCase();
        return address ? [[address, SAID[status?.response ?? ''] ?? 'NONE'] as const] : [];
      }),
    );
  });

/**
 * The event as it stands now; null where it was called off.
 * Permission: Calendars.ReadWrite (application)
 */
export const lookAt = (graph: GraphEditor, event: BookedEvent): Promise<CalendarAnswer<RemoteEntry | null>> =>
  askedOfCalendar(async () => {
    const now = await graph.get<Event>(onePath(event), `outlook.timezone="${TOKYO}"`);
    const entry = entryOf(now);
    if (!entry && !now.isCancelled) throw new GraphRefusal(200, 'eventWithoutTimes');
    return entry;
  });

/** Those invited are told. Permission: Calendars.ReadWrite (application) */
export async function cancelEvent(
  graph: GraphEditor,
  event: BookedEvent,
  comment: string | null,
): Promise<CalendarAnswer<null>> {
  const ended = await askedOfCalendar(async () => {
    try {
      await graph.post(`${onePath(event)}/cancel`, { comment: comment ?? '' });
    } catch (error) {
      // To which nobody was invited, there is nobody to tell.
      if (!(error instanceof GraphRefusal) || error.status !== 400) throw error;
      await graph.delete(onePath(event));
    }
    return null;
  });
  const isOver = ended.kind === 'REFUSED' && ended.code === 'schedules.graph_gone';
  return isOver ? { kind: 'OK', value: null } : ended;
}
