import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { CalendarParts } from './calendar/calendar-call.ts';
import type { Instance } from './calendar/event.ts';
import { dateTimeTimeZone, readDateTime, writeDateTime } from './date-time.ts';
import { WORKING_HOURS } from './working-hours.ts';

const scheduleWish = z.looseObject({
  schedules: z.array(z.string()),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: z.number().int().min(5).max(1_440).default(30),
});

// What the service enforces; the documentation names 20.
const MOST_SCHEDULES = 100;
const LONGEST_MS = 62 * 86_400_000;
/** A view has no sign for working elsewhere: it counts as free. */
const SIGNS = { free: 0, workingElsewhere: 0, tentative: 1, busy: 2, oof: 3 } as const;

/** More entries than that in the asked time are not told. */
const MOST_ENTRIES = 1_000;

interface Asked {
  readonly parts: Pick<CalendarParts, 'calendars' | 'owners' | 'policies'>;
  readonly tenantId: string;
  readonly zone: string;
}

interface Window {
  readonly from: Date;
  readonly to: Date;
  readonly minutes: number;
}

/** `POST …/calendar/getSchedule`. Parameter names come in both spellings (`Schedules`, `schedules`). @throws GraphError 400 */
export function getSchedule(asked: Asked, body: unknown): Record<string, unknown> {
  const read = scheduleWish.safeParse(camelCased(body));
  if (!read.success) throw new GraphError(400, 'ErrorInvalidRequest', z.prettifyError(read.error));
  const { schedules, startTime, endTime, availabilityViewInterval: minutes } = read.data;
  if (schedules.length > MOST_SCHEDULES) {
    const message = `The allowed size = ${MOST_SCHEDULES}; the actual size = ${schedules.length}.`;
    throw new GraphError(400, 'ErrorMailboxDataArrayTooBig', message);
  }
  const window = { from: readDateTime(startTime), to: readDateTime(endTime), minutes };
  if (window.to <= window.from)
    throw new GraphError(400, 'ErrorInvalidTimeInterval', 'The end must be later than the start.');
  if (window.to.getTime() - window.from.getTime() > LONGEST_MS)
    throw new GraphError(
      400,
      'ErrorTimeIntervalTooBig',
      'The requested period is too long. The allowed limit = 62 days.',
    );
  return {
    '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)`,
    value: schedules.map((address) => scheduleOf(asked, address, window)),
  };
}

function camelCased(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [`${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`, value]),
  );
}

/** What is wrong with one mailbox is told in its own item; the call succeeds all the same. */
function scheduleOf({ parts, tenantId, zone }: Asked, address: string, window: Window): Record<string, unknown> {
  const { calendars, owners, policies } = parts;
  const failed = (responseCode: string, message: string) => {
    const error = { message, responseCode };
    return { scheduleId: address, availabilityView: '', scheduleItems: [], error };
  };
  const owner = owners.find(tenantId, address);
  if (owner === null || !policies.hasMailbox(owner))
    return failed('ErrorMailRecipientNotFound', `Unable to resolve '${address}'.`);
  const entries = calendars.instances(owner, { from: window.from.getTime(), to: window.to.getTime() });
  if (entries.length > MOST_ENTRIES)
    return failed('5006', `The result set contains too many calendar entries. The allowed size = ${MOST_ENTRIES}.`);
  const isTold = policies.of(tenantId).sharing === 'subjects';
  return {
    scheduleId: address,
    availabilityView: viewOf(entries, window),
    scheduleItems: entries.map((entry) => itemOf(entry, isTold, zone)),
    workingHours: WORKING_HOURS,
  };
}

/** What it is about is told where sharing allows it, and never of a private entry. */
function itemOf({ start, end, showAs, subject, place, sensitivity }: Instance, isTold: boolean, zone: string) {
  const isPrivate = sensitivity === 'private' || sensitivity === 'confidential';
  return {
    ...(isTold && !isPrivate ? { isPrivate, subject, location: place?.name ?? '' } : {}),
    ...(isTold && isPrivate ? { isPrivate } : {}),
    status: showAs,
    start: writeDateTime(new Date(start), zone),
    end: writeDateTime(new Date(end), zone),
  };
}

function viewOf(entries: readonly Instance[], { from, to, minutes }: Window): string {
  const step = minutes * 60_000;
  const slots = Array.from({ length: Math.ceil((to.getTime() - from.getTime()) / step) }, () => 0);
  for (const { start, end, showAs } of entries) {
    const first = Math.max(0, Math.floor((start - from.getTime()) / step));
    for (let index = first; index < slots.length && from.getTime() + index * step < end; index += 1)
      slots[index] = Math.max(slots[index] ?? 0, SIGNS[showAs]);
  }
  return slots.join('');
}
