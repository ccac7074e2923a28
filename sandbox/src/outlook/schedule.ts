import { z } from 'zod';
import { GraphError } from '../graph/graph-error.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import { dateTimeTimeZone, readDateTime, writeDateTime } from './date-time.ts';
import type { Entry, Mailboxes } from './mailboxes.ts';
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

interface Asked {
  readonly mailboxes: Mailboxes;
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

/** A mailbox that nobody knows is told in its own item; the call succeeds all the same. */
function scheduleOf({ mailboxes, tenantId, zone }: Asked, address: string, window: Window): Record<string, unknown> {
  const person = mailboxes.find(tenantId, address);
  if (person === null) {
    const error = { message: `Unable to resolve '${address}'.`, responseCode: 'ErrorMailRecipientNotFound' };
    return { scheduleId: address, availabilityView: '', scheduleItems: [], error };
  }
  const entries = mailboxes.of(person).entries.filter(({ start, end }) => start < window.to && end > window.from);
  return {
    scheduleId: address,
    availabilityView: viewOf(entries, window),
    scheduleItems: entries.map(({ start, end, status, subject }) => ({
      isPrivate: false,
      status,
      subject,
      location: '',
      start: writeDateTime(start, zone),
      end: writeDateTime(end, zone),
    })),
    workingHours: WORKING_HOURS,
  };
}

function viewOf(entries: readonly Entry[], { from, to, minutes }: Window): string {
  const step = minutes * 60_000;
  const slots = Math.ceil((to.getTime() - from.getTime()) / step);
  return Array.from({ length: slots }, (_, index) => {
    const start = from.getTime() + index * step;
    const within = entries.filter((entry) => entry.start.getTime() < start + step && entry.end.getTime() > start);
    return Math.max(0, ...within.map(({ status }) => SIGNS[status]));
  }).join('');
}
