import type { CalendarNotice, Notice } from '@kaigi/core';
import { isUuid } from '@kaigi/core/shared';
import { z } from 'zod';

const KEY = z.string().min(1).max(1_000);
const ItemSchema = z.object({
  subscriptionId: z.string().max(100),
  tenantId: z.guid(),
  clientState: z.string().max(255).nullish(),
  lifecycleEvent: z.enum(['missed', 'subscriptionRemoved', 'reauthorizationRequired']).nullish(),
  changeType: z.string().nullish(),
  resource: z.string().max(3_000).nullish(),
});
const NewsSchema = z.object({ value: z.array(z.unknown()).max(1_000) });

const RESOURCE =
  /(?:^|\/)(?:users(?:\('([^']+)'\)|\/([^/]+))\/|communications\/)onlineMeetings(?:\('([^']+)'\)|\/([^/]+))\/transcripts(?:\('([^']+)'\)|\/([^/]+))$/i;
/** What the key of a meeting is made of: whose it is stands in it. */
const MEETING = /^1\*([0-9a-f-]{36})\*/i;

const EVENTS = { missed: 'MISSED', subscriptionRemoved: 'REMOVED', reauthorizationRequired: 'REAUTHORIZE' } as const;

type Key = Extract<Notice, { kind: 'TRANSCRIPT' }>['key'];

/** null where the news do not say whose meeting it was: it is found by asking then. */
function keyIn(resource: string): Key {
  const [, user1, user2, meeting1, meeting2, transcript1, transcript2] = RESOURCE.exec(resource) ?? [];
  const keys = z.object({ meetingKey: KEY, transcriptKey: KEY });
  const read = keys.safeParse({ meetingKey: meeting1 ?? meeting2, transcriptKey: transcript1 ?? transcript2 });
  if (!read.success) return null;
  const inKey = MEETING.exec(Buffer.from(read.data.meetingKey, 'base64').toString('latin1'))?.[1];
  const organizerOid = (user1 ?? user2 ?? inKey ?? '').toLowerCase();
  return isUuid(organizerOid) ? { organizerOid, ...read.data } : null;
}

const CALENDAR = /(?:^|\/)users(?:\('[^']+'\)|\/[^/]+)\/events(?:\('[^']+'\)|\/[^/]+)?$/i;
/** Whether it is somebody's calendar, in whatever way it is written. */
export const isCalendar = (resource: string): boolean => CALENDAR.test(resource);

const CHANGES: ReadonlySet<unknown> = new Set(['created', 'updated', 'deleted']);

type Item = z.infer<typeof ItemSchema>;

/** Of a calendar it does not matter what happened to which event: the calendar says so itself. */
function calendarIn({ lifecycleEvent, changeType, resource }: Item): CalendarNotice['kind'] | null {
  if (lifecycleEvent) return EVENTS[lifecycleEvent];
  return isCalendar(resource ?? '') && CHANGES.has(changeType) ? 'CHANGED' : null;
}

function transcriptIn({ lifecycleEvent, changeType, resource }: Item) {
  if (lifecycleEvent) return { kind: EVENTS[lifecycleEvent] };
  // Of something else than a new transcript there is nothing to do.
  const isNew = changeType === 'created' && !isCalendar(resource ?? '');
  return isNew ? ({ kind: 'TRANSCRIPT', key: keyIn(resource ?? '') } as const) : null;
}

export interface News {
  /** As news of transcripts. */
  readonly notices: readonly Notice[];
  /** As news of calendars. What became of a subscription is among both: whose it was, its secret says. */
  readonly calendars: readonly CalendarNotice[];
  /** How many were read as something. */
  readonly read: number;
  readonly unread: number;
}

/** What of a body reads as news; null where nothing at all does. Nothing of it is believed yet. */
export function noticesIn(body: unknown): News | null {
  const news = NewsSchema.safeParse(body);
  if (!news.success) return null;
  const calendars: CalendarNotice[] = [];
  const notices: Notice[] = [];
  let count = 0;
  for (const one of news.data.value) {
    const read = ItemSchema.safeParse(one);
    if (!read.success) continue;
    const { subscriptionId, tenantId, clientState } = read.data;
    const from = { municipalityId: tenantId.toLowerCase(), subscriptionId, secret: clientState ?? null };
    const [calendar, transcript] = [calendarIn(read.data), transcriptIn(read.data)];
    if (calendar) calendars.push({ ...from, kind: calendar });
    if (transcript) notices.push({ ...from, ...transcript });
    if (calendar || transcript) count += 1;
  }
  return { notices, calendars, read: count, unread: news.data.value.length - count };
}
