import { z } from 'zod';
import { cityJob, queuedCityJob } from '../../directory/index.ts';
import { KEEP, ROLL_CALL } from './jobs-of.ts';
import { renewAgain, subscribedNow } from './mailbox-store.ts';
import { type CalendarParts, inside, type Reaching, reaching } from './parts.ts';
import type { CalendarSubscription } from './port.ts';
import type { Mailbox } from './rules.ts';

const Payload = z.object({ municipalityId: z.uuid() });

/** So long Microsoft's answer to a beginning may take to be kept here; what is younger may still become known. */
const UNDER_WAY_MS = 10 * 60_000;
/** The others have their turn with the next roll call. */
const MOST_STRAYS = 100;

type Kept = Pick<Mailbox, 'ownerId' | 'subscriptionId' | 'expiresAt'>;

/** Of whom Microsoft knows no subscription that leads here, though it should last. */
export function forgotten(kept: readonly Kept[], listed: readonly CalendarSubscription[], now: Date): string[] {
  const known = new Set(listed.map(({ subscriptionId }) => subscriptionId));
  return kept
    .filter(({ subscriptionId, expiresAt }) => !known.has(subscriptionId ?? '') && (expiresAt ?? now) >= now)
    .map(({ ownerId }) => ownerId);
}

/**
 * Nobody here knows of these: they would tell everything a second time. Each was asked for, or prolonged, for the longest
 * time: its end says when that was.
 */
export function straysAmong(
  listed: readonly CalendarSubscription[],
  kept: readonly Kept[],
  { now, longestMs }: { readonly now: Date; readonly longestMs: number },
): string[] {
  const known = new Set(kept.map(({ subscriptionId }) => subscriptionId));
  const isOld = ({ expiresAt }: CalendarSubscription) => expiresAt.getTime() - longestMs < now.getTime() - UNDER_WAY_MS;
  return listed
    .filter((one) => !known.has(one.subscriptionId) && isOld(one))
    .map(({ subscriptionId }) => subscriptionId);
}

async function end({ port, municipalityId }: Reaching, strays: readonly string[]): Promise<void> {
  for (const subscriptionId of strays.slice(0, MOST_STRAYS)) {
    const ended = await port.unsubscribe(municipalityId, subscriptionId);
    if (ended.kind === 'LATER') return;
  }
}

/**
 * Asks Microsoft which subscriptions it knows. What it forgot without a word is asked for again at once, and not only
 * when the calendar has its turn; what nobody here knows of (a process died before the answer was kept) is ended.
 */
export async function callRoll(parts: CalendarParts, payload: unknown): Promise<void> {
  const { municipalityId } = Payload.parse(payload);
  const at = reaching(parts, municipalityId);
  if (!at) return;
  const asked = await at.port.subscriptions(municipalityId);
  if (asked.kind === 'LATER') return parts.enqueue([{ ...queuedCityJob(ROLL_CALL)(municipalityId), runAt: asked.at }]);
  if (asked.kind === 'REFUSED') return;
  // Read after Microsoft's list: what is in the list and was known before is known here.
  const kept = await inside(at, subscribedNow);
  const lost = forgotten(kept, asked.value, at.now);
  if (lost.length > 0) {
    await inside(at, (tx) => renewAgain(tx, lost, at.now));
    await parts.enqueue([cityJob(KEEP)(municipalityId)]);
  }
  await end(at, straysAmong(asked.value, kept, { now: at.now, longestMs: at.port.longestMs }));
}
