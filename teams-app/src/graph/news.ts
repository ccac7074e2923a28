import type { Notice } from '@kaigi/core';
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

/** What of a body reads as news; null where nothing at all does. Nothing of it is believed yet. */
export function noticesIn(body: unknown): { readonly notices: Notice[]; readonly unread: number } | null {
  const news = NewsSchema.safeParse(body);
  if (!news.success) return null;
  const notices = news.data.value.flatMap((item): Notice[] => {
    const read = ItemSchema.safeParse(item);
    if (!read.success) return [];
    const { subscriptionId, tenantId, clientState, lifecycleEvent, changeType, resource } = read.data;
    const from = { municipalityId: tenantId.toLowerCase(), subscriptionId, secret: clientState ?? null };
    if (lifecycleEvent) return [{ ...from, kind: EVENTS[lifecycleEvent] }];
    // Of something else than a new transcript there is nothing to do.
    return changeType === 'created' ? [{ ...from, kind: 'TRANSCRIPT', key: keyIn(resource ?? '') }] : [];
  });
  return { notices, unread: news.data.value.length - notices.length };
}
