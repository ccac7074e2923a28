import { z } from 'zod';
import { GraphError } from '../../graph/graph-error.ts';
import { dateTimeTimeZone, knownZone, readDateTime, readLocal } from '../date-time.ts';
import { fromLocal } from '../time-zones.ts';
import { type Attendee, type EventContent, type EventPlace, sameAddress } from './event.ts';
import type { EventPatch } from './meeting-maker.ts';
import type { Owners } from './owners.ts';
import { readRecurrence, recurrenceWish } from './recurrence-wish.ts';

// Graph takes enumerations in any case.
const word = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => values.find((one) => typeof value === 'string' && one.toLowerCase() === value.toLowerCase()) ?? value,
    z.enum(values),
  );
const placeWish = z.looseObject({
  displayName: z.string().nullish(),
  locationEmailAddress: z.string().nullish(),
  locationUri: z.string().nullish(),
});
const eventWish = z.looseObject({
  subject: z.string().max(255).nullish(),
  body: z.looseObject({ contentType: word(['text', 'html']).optional(), content: z.string().nullish() }).nullish(),
  start: dateTimeTimeZone.optional(),
  end: dateTimeTimeZone.optional(),
  isAllDay: z.boolean().nullish(),
  location: placeWish.nullish(),
  locations: z.array(placeWish).nullish(),
  sensitivity: word(['normal', 'personal', 'private', 'confidential']).optional(),
  importance: word(['low', 'normal', 'high']).optional(),
  showAs: word(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']).optional(),
  categories: z.array(z.string()).optional(),
  attendees: z
    .array(
      z.looseObject({
        emailAddress: z.looseObject({ address: z.string(), name: z.string().nullish() }),
        type: word(['required', 'optional', 'resource']).optional(),
      }),
    )
    .max(500)
    .optional(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().int().nonnegative().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  recurrence: recurrenceWish.nullish(),
  transactionId: z.string().max(255).nullish(),
});
type Wish = z.infer<typeof eventWish>;

const DAY_MS = 86_400_000;
const JAPAN = 'Asia/Tokyo';
const refused = (code: string, message: string) => new GraphError(400, code, message);

export interface WishAsked {
  readonly owners: Owners;
  readonly tenantId: string;
  /** What the event is as long as the wish says nothing about it. */
  readonly allDay?: boolean;
}

/** @throws GraphError 400 */
export function readWish(asked: WishAsked, body: unknown): EventPatch & { transactionId: string | null } {
  const read = eventWish.safeParse(body);
  if (!read.success) throw refused('ErrorInvalidRequest', z.prettifyError(read.error));
  const wish = read.data;
  const attendees = wish.attendees?.map((one) => attendeeOf(asked, one));
  const place = placeOf(wish, attendees ?? []);
  return {
    ...timesOf({ ...wish, isAllDay: wish.isAllDay ?? asked.allDay }),
    ...(wish.subject === undefined ? {} : { subject: wish.subject ?? '' }),
    ...(wish.body ? { body: { contentType: wish.body.contentType ?? 'text', content: wish.body.content ?? '' } } : {}),
    ...(place === undefined ? {} : { place }),
    ...given('sensitivity', wish.sensitivity),
    ...given('importance', wish.importance),
    ...given('showAs', wish.showAs),
    ...given('categories', wish.categories),
    ...given('attendees', attendees),
    ...given('isOnline', wish.isOnlineMeeting ?? undefined),
    ...reminderOf(wish),
    ...(wish.recurrence === undefined ? {} : { recurrence: wish.recurrence && readRecurrence(wish.recurrence) }),
    transactionId: wish.transactionId ?? null,
  };
}

/** A new event, with what its maker left open. @throws GraphError 400 */
export function wholeContent({ recurrence: _own, transactionId: _key, ...wish }: ReturnType<typeof readWish>) {
  const { start, end } = wish;
  if (start === undefined || end === undefined)
    throw refused('ErrorPropertyValidationFailure', 'At least one property failed validation: Start and End.');
  const usual: EventContent = {
    ...{ subject: '', body: { contentType: 'text', content: '' }, start, end, allDay: false, zone: 'UTC' },
    ...{ place: null, sensitivity: 'normal', importance: 'normal', categories: [], attendees: [] },
    showAs: wish.allDay === true ? 'free' : 'busy',
    ...{ reminderMinutes: 15, isOnline: false, cancelled: false },
  };
  return { ...usual, ...wish };
}

/** @throws GraphError 400 */
export function checkTimes({ start, end, allDay }: Pick<EventContent, 'start' | 'end' | 'allDay'>): void {
  if (end < start || (allDay && end === start))
    throw refused('ErrorCalendarEndDateIsEarlierThanStartDate', 'The end date is earlier than the start date.');
}

const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

function timesOf({ start, end, isAllDay }: Wish): EventPatch {
  const zone = start?.timeZone ?? end?.timeZone ?? 'UTC';
  const allDay = given('allDay', isAllDay ?? undefined);
  if (start === undefined && end === undefined) return allDay;
  const at = isAllDay === true ? midnightOf : (one: z.infer<typeof dateTimeTimeZone>) => readDateTime(one).getTime();
  return { ...allDay, ...(start ? { start: at(start), zone: knownZone(zone) } : {}), ...(end ? { end: at(end) } : {}) };
}

/** A whole day belongs to no zone: it is the same date everywhere. */
function midnightOf({ dateTime, timeZone }: z.infer<typeof dateTimeTimeZone>): number {
  knownZone(timeZone ?? 'UTC');
  const { local } = readLocal(dateTime);
  if (local % DAY_MS !== 0)
    throw refused(
      'ErrorPropertyValidationFailure',
      'The Event.Start and Event.End property for an all-day event needs to be set to midnight.',
    );
  return fromLocal(local, JAPAN);
}

function attendeeOf(
  { owners, tenantId }: WishAsked,
  { emailAddress, type = 'required' }: NonNullable<Wish['attendees']>[number],
): Attendee {
  const address = emailAddress.address.trim();
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
    throw refused('ErrorInvalidRecipients', "At least one recipient isn't valid.");
  const name = emailAddress.name ?? owners.find(tenantId, address)?.name ?? address;
  return { address, name, type, response: 'none', respondedAt: null };
}

/** A room that is invited is where it takes place, unless another place is named. */
function placeOf(wish: Wish, attendees: readonly Attendee[]): EventPlace | null | undefined {
  const room = attendees.find(({ type }) => type === 'resource');
  const named = wish.location ?? wish.locations?.[0];
  if (!named) {
    if (room !== undefined) return { name: room.name, address: room.address };
    return wish.location === null || wish.locations?.length === 0 ? null : undefined;
  }
  const address = named.locationEmailAddress ?? named.locationUri ?? null;
  const name = named.displayName ?? room?.name ?? '';
  const isRoom = room !== undefined && (room.name === name || (address !== null && sameAddress(room.address, address)));
  return name === '' && address === null ? null : { name, address: isRoom ? room.address : address };
}

function reminderOf({ isReminderOn, reminderMinutesBeforeStart: minutes }: Wish): EventPatch {
  if (isReminderOn === false) return { reminderMinutes: null };
  return typeof minutes === 'number' ? { reminderMinutes: minutes } : {};
}
