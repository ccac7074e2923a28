import { GRAPH_RESOURCE } from '../../settings.ts';
import { writeDateTime } from '../date-time.ts';
import {
  type Attendee,
  type CalendarEvent,
  type CalendarOwner,
  type EventPlace,
  eventId,
  type Instance,
  sameAddress,
} from './event.ts';
import { recurrenceShape } from './recurrence-wish.ts';

const NEVER = '0001-01-01T00:00:00Z';
const JAPAN = 'Tokyo Standard Time';
const PREVIEW_LETTERS = 255;

export interface Shown {
  readonly owner: CalendarOwner;
  /** In which the answer's times are. */
  readonly zone: string;
  readonly plainBody?: boolean;
}

/** Times of a whole day are that day's midnight in whatever zone is asked for. */
function time(at: number, { zone }: Shown, allDay: boolean) {
  return allDay ? { ...writeDateTime(new Date(at), JAPAN), timeZone: zone } : writeDateTime(new Date(at), zone);
}

const textOf = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

export const etagOf = ({ version, uid }: CalendarEvent): string =>
  `W/"${Buffer.from(`${uid}:${version}`).toString('base64url')}"`;

const locationOf = ({ name, address }: EventPlace) => ({
  displayName: name,
  locationType: address === null ? 'default' : 'conferenceRoom',
  uniqueId: address ?? name,
  uniqueIdType: address === null ? 'private' : 'directory',
  ...(address === null ? {} : { locationUri: address, locationEmailAddress: address }),
});
const NOWHERE = { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} };

const statusOf = (response: Attendee['response'], at: number | null) => ({
  response,
  time: at === null ? NEVER : new Date(at).toISOString(),
});

const isInstance = (event: CalendarEvent | Instance): event is Instance => 'isException' in event;

/** What kind of thing it is, and which: a single event, a series, or one day of one. */
function kindOf(event: CalendarEvent | Instance, owner: CalendarOwner) {
  const day = isInstance(event) ? event.day : null;
  const isMaster = event.recurrence !== null && day === null;
  const single = isMaster ? 'seriesMaster' : 'singleInstance';
  return {
    id: eventId(owner, event.uid, day),
    type: day === null ? single : isInstance(event) && event.isException ? 'exception' : 'occurrence',
    seriesMasterId: day === null ? null : eventId(owner, event.uid),
    isMaster,
    originalStart: day !== null && isInstance(event) ? new Date(event.originalStart).toISOString() : null,
  };
}

/** What a delta tells of one day of a series: the rest stands in the series. */
export function briefShape(event: Instance, shown: Shown): Record<string, unknown> {
  const { id, type, seriesMasterId } = kindOf(event, shown.owner);
  return {
    ...{ '@odata.type': '#microsoft.graph.event', '@odata.etag': etagOf(event), seriesMasterId, type, id },
    start: time(event.start, shown, event.allDay),
    end: time(event.end, shown, event.allDay),
  };
}

/** An event as Graph v1.0 writes it, with every property. */
export function eventShape(event: CalendarEvent | Instance, shown: Shown): Record<string, unknown> {
  const { id, type, seriesMasterId, isMaster, originalStart } = kindOf(event, shown.owner);
  return {
    '@odata.etag': etagOf(event),
    id,
    ...times(event, shown),
    ...words(event, shown),
    ...people(event, shown.owner),
    ...{ type, seriesMasterId, originalStart },
    recurrence: isMaster && event.recurrence !== null ? recurrenceShape(event.recurrence, event.zone) : null,
  };
}

function times(event: CalendarEvent, shown: Shown) {
  const { zone, allDay, createdAt, changedAt } = event;
  return {
    createdDateTime: new Date(createdAt).toISOString(),
    lastModifiedDateTime: new Date(changedAt).toISOString(),
    changeKey: etagOf(event).slice(3, -1),
    originalStartTimeZone: zone,
    originalEndTimeZone: zone,
    isAllDay: allDay,
    start: time(event.start, shown, allDay),
    end: time(event.end, shown, allDay),
  };
}

function words(event: CalendarEvent, { plainBody = false }: Shown) {
  const { body, place, sensitivity, importance, showAs, categories, reminderMinutes, cancelled, isOnline } = event;
  const text = body.contentType === 'html' ? textOf(body.content) : body.content;
  const content = plainBody ? { contentType: 'text', content: text } : body;
  return {
    ...{ iCalUId: event.uid, transactionId: event.transactionId, subject: event.subject, body: content },
    bodyPreview: text.slice(0, PREVIEW_LETTERS),
    ...{ sensitivity, importance, showAs, categories, isCancelled: cancelled, hasAttachments: false, isDraft: false },
    reminderMinutesBeforeStart: reminderMinutes ?? 0,
    isReminderOn: reminderMinutes !== null,
    location: place === null ? NOWHERE : locationOf(place),
    locations: place === null ? [] : [locationOf(place)],
    ...{ isOnlineMeeting: isOnline, onlineMeetingProvider: isOnline ? 'teamsForBusiness' : 'unknown' },
    ...{ onlineMeetingUrl: null, onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl } },
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.uid)}&path=/calendar/item`,
    ...{ allowNewTimeProposals: true, hideAttendees: false, responseRequested: true },
  };
}

function people(event: CalendarEvent, owner: CalendarOwner) {
  const { organizer, attendees, response, respondedAt } = event;
  return {
    isOrganizer: sameAddress(organizer.address, owner.address),
    organizer: { emailAddress: organizer },
    responseStatus: statusOf(response, respondedAt),
    attendees: attendees.map((one) => ({
      type: one.type,
      status: statusOf(one.response, one.respondedAt),
      emailAddress: { name: one.name, address: one.address },
    })),
  };
}

export const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata`;
