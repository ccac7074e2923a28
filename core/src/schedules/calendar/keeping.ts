import { z } from 'zod';
import { addDays, localDateOf } from '../../shared/index.ts';
import { unfollow } from './follow.ts';
import { renewJob, syncJob } from './jobs-of.ts';
import { dueMailboxes, forsaken } from './mailbox-store.ts';
import { type CalendarParts, inside, reaching } from './parts.ts';

const Payload = z.object({ municipalityId: z.uuid() });

const MOST = 200;
const MOST_FORSAKEN = 20;
const LOOKED_AT_WITHIN_DAYS = 45;

/** Has everything done whose time has come: subscriptions that end, and calendars that were not read for long. */
export async function keepUp(parts: CalendarParts, payload: unknown): Promise<void> {
  const { municipalityId } = Payload.parse(payload);
  const at = reaching(parts, municipalityId);
  if (!at) return;
  const before = addDays(localDateOf(at.now), -LOOKED_AT_WITHIN_DAYS);
  const [gone, due] = await inside(at, async (tx) => [
    await forsaken(tx, before, MOST_FORSAKEN),
    await dueMailboxes(tx, at.now, MOST),
  ]);
  for (const { ownerId, subscriptionId } of gone) await unfollow(at, ownerId, subscriptionId);
  await parts.enqueue([
    ...due.renew.map((ownerId) => renewJob({ municipalityId, ownerId })),
    ...due.check.map((ownerId) => syncJob({ municipalityId, ownerId })),
  ]);
}
