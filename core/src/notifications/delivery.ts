import { z } from 'zod';
import { type Clock, type Database, type JobSpec, newId, sha256Hex } from '../platform/index.ts';
import { type ChatMessage, inParts, type Locale } from '../shared/index.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import * as store from './store.ts';

/** One person and one subject. */
export const DeliverSchema = z.object({
  municipalityId: z.uuid(),
  subject: z.string(),
  staffId: z.uuid(),
  fresh: z.number().nullable(),
  /** True when the person asked to see it: sent also where it was sent before. */
  again: z.boolean().default(false),
  urgency: z.enum(['NORMAL', 'URGENT', 'EMERGENCY']).default('NORMAL'),
  /** How often the channel has already asked us to come again. */
  postponed: z.number().int().default(0),
});
export type Deliver = z.infer<typeof DeliverSchema>;

export const deliverJob = (payload: z.input<typeof DeliverSchema>): JobSpec => ({
  task: 'notifications/deliver',
  payload,
  // One person's messages keep their order.
  queue: `chat:${payload.staffId}`,
  key: `deliver:${payload.staffId}:${payload.subject}:${payload.fresh ?? 'follow'}`,
});

export const SeveralSchema = z.object({ deliveries: z.array(DeliverSchema) });

// One job takes so many messages at most, so that a service that stops is not held up by it.
const AT_ONCE = 10;

/** The same for many deliveries: what is for one person goes together, because a job costs more than a message. */
export function deliverJobs(all: readonly z.input<typeof DeliverSchema>[]): JobSpec[] {
  const people = Map.groupBy(all, ({ staffId }) => staffId);
  return [...people].flatMap(([staffId, deliveries]) =>
    inParts(deliveries, AT_ONCE).map((some) => {
      const [only] = some;
      if (only && some.length === 1) return deliverJob(only);
      return { task: SEVERAL, payload: { deliveries: some }, queue: `chat:${staffId}` };
    }),
  );
}
export const SEVERAL = 'notifications/deliver-several';

interface DeliveryParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly messenger: Messenger;
  /** How the subject looks to the person now; null when they may no longer see it. */
  readonly render: (locale: Locale) => Promise<ChatMessage | null>;
}

/**
 * Brings every chat of one person up to date with a subject. Run again after a crash, it does only what is missing.
 * Returns whether they have any chat that could be reached.
 */
export async function deliverTo(parts: DeliveryParts, job: Deliver): Promise<boolean> {
  const { db } = parts;
  const { addresses, copies } = await db.singly(job.municipalityId, async (tx) => {
    const [found, out] = await Promise.all([
      store.addressesOf(tx, job.staffId),
      store.copiesOf(tx, job.subject, job.staffId),
    ]);
    return { addresses: found, copies: out };
  });
  const message = await parts.render(localeIn(addresses));
  if (!message) return true;
  const contentHash = sha256Hex(Buffer.from(JSON.stringify(message)));
  let postponed: DeliveryError | undefined;
  let reached = 0;
  for (const address of addresses) {
    const here = copies.filter((copy) => copy.conversationId === address.conversationId);
    try {
      await deliverHere(parts, { job, message, contentHash, address, here });
      reached += 1;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      // One chat that cannot be reached now must not keep the others waiting.
      if (error.reason === 'try-later') postponed = error;
      else await lose(parts, job, address, error.reason);
    }
  }
  if (postponed) throw postponed;
  return reached > 0;
}

/** The language of the chat that was used last; the city hall's where there is none. */
export const localeIn = (addresses: readonly store.Address[]): Locale => addresses.at(-1)?.locale ?? 'ja';

const lose = ({ db }: DeliveryParts, job: Deliver, address: store.Address, reason: 'blocked' | 'gone') =>
  db.singly(job.municipalityId, (tx) =>
    store.markAddress(tx, job.staffId, {
      conversationId: address.conversationId,
      state: reason === 'blocked' ? 'BLOCKED' : 'GONE',
    }),
  );

interface DeliveryHere {
  readonly job: Deliver;
  readonly message: ChatMessage;
  readonly contentHash: string;
  readonly address: store.Address;
  readonly here: readonly store.Copy[];
}

async function deliverHere({ db, clock, messenger }: DeliveryParts, delivery: DeliveryHere): Promise<void> {
  const { job, message, contentHash, address, here } = delivery;
  const inside = <T>(work: Parameters<typeof db.singly<T>>[1]) => db.singly(job.municipalityId, work);
  for (const copy of here.filter((one) => one.contentHash !== contentHash)) {
    try {
      await messenger.update(address.reference, copy.activityId, message);
      await inside((tx) => store.updateCopy(tx, copy.copyId, contentHash));
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.reason !== 'gone') throw error;
      await inside((tx) => store.forgetCopy(tx, copy.copyId));
    }
  }
  const { fresh } = job;
  if (fresh === null || (!job.again && here.some((copy) => copy.freshVersion >= fresh))) return;
  // Before it leaves: what happens while it is under way is not in it.
  const at = clock.now();
  const { activityId } = await messenger.send(address.reference, message);
  const copy = {
    copyId: newId(clock),
    conversationId: address.conversationId,
    activityId,
    freshVersion: fresh,
    contentHash,
  };
  await inside((tx) => store.addCopy(tx, { ...copy, staffId: job.staffId, subject: job.subject, at }));
}
