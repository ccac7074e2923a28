import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import { type Clock, type Database, emit, type JobSpec, newId, sha256Hex, type Subscriber, type Task } from '../platform/index.ts';
import { type Caller, type ChatMessage, invariant } from '../shared/index.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import * as store from './store.ts';

/** What a capability shows in chats: how a subject looks to one person now, and what waits for that person. */
export interface ShownInChat {
  /** First part of its subjects, for example `approvals/case`. */
  readonly prefix: string;
  /** As this person sees it now; null when they may no longer see it. */
  readonly render: (municipalityId: string, staffId: string, id: string) => Promise<ChatMessage | null>;
  /** What waits for this person now: sent anew to a chat that has just become reachable. */
  readonly waitingFor: (municipalityId: string, staffId: string) => Promise<readonly { id: string; version: number }[]>;
}

export interface Notifications {
  useMessenger(messenger: Messenger): void;
  /** Keeps where a person can be reached; from verified activities only. */
  keepAddress(address: ChatAddress): Promise<void>;
  dropAddress(address: Omit<ChatAddress, 'reference'>): Promise<void>;
  /** Staff among these for whom no conversation was ever kept. */
  unreachable(municipalityId: string, staffIds: readonly string[]): Promise<string[]>;
  /** A job that shows the subject to everybody who has a copy, and anew to `fresh`. */
  showJob(show: Show): JobSpec;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
}

export interface ChatAddress {
  readonly municipalityId: string;
  readonly entraObjectId: string;
  readonly conversationId: string;
  readonly reference: unknown;
}

export interface Show {
  readonly municipalityId: string;
  readonly subject: string;
  readonly version: number;
  /** Staff who are asked something new by this version: a new message, not only a changed one. */
  readonly fresh: readonly string[];
}

const ShowSchema = z.object({
  municipalityId: z.uuid(),
  subject: z.string(),
  version: z.number(),
  fresh: z.array(z.uuid()),
});
const DeliverSchema = z.object({
  municipalityId: z.uuid(),
  subject: z.string(),
  staffId: z.uuid(),
  fresh: z.number().nullable(),
});
type Deliver = z.infer<typeof DeliverSchema>;
const CatchUpSchema = z.object({ municipalityId: z.uuid(), staffId: z.uuid() });

export interface NotificationsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly shown: () => readonly ShownInChat[];
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const deliverJob = (payload: Deliver): JobSpec => ({
  task: 'notifications/deliver',
  payload,
  // One person's messages keep their order.
  queue: `chat:${payload.staffId}`,
  key: `deliver:${payload.staffId}:${payload.subject}:${payload.fresh ?? 'follow'}`,
});

export function createNotifications(parts: NotificationsParts): Notifications {
  const { db, clock, directory, shown, enqueue } = parts;
  let messenger: Messenger | null = null;
  const staffOf = async ({ municipalityId, entraObjectId }: Pick<ChatAddress, 'municipalityId' | 'entraObjectId'>) => {
    const caller: Caller = { municipalityId, entraObjectId, via: 'teams', locale: 'ja', idempotencyKey: null };
    return db.inMunicipality(municipalityId, (tx) => directory.actorOf(tx, caller));
  };
  const shownAs = (subject: string) => {
    const found = shown().find((one) => subject.startsWith(`${one.prefix}/`));
    invariant(found, `nobody shows ${subject}`);
    return { render: found.render, id: subject.slice(found.prefix.length + 1) };
  };

  const deliver = async (payload: unknown) => {
    const job = DeliverSchema.parse(payload);
    if (!messenger) throw new DeliveryError('try-later');
    const { render, id } = shownAs(job.subject);
    const message = await render(job.municipalityId, job.staffId, id);
    if (!message) return;
    await deliverTo({ db, clock, messenger }, job, message);
  };
  const show = async (payload: unknown) => {
    const job = ShowSchema.parse(payload);
    const following = await db.inMunicipality(job.municipalityId, (tx) => store.holdersOfCopies(tx, job.subject));
    const staff = [...new Set([...job.fresh, ...following])];
    await enqueue(
      staff.map((staffId) =>
        deliverJob({
          municipalityId: job.municipalityId,
          subject: job.subject,
          staffId,
          fresh: job.fresh.includes(staffId) ? job.version : null,
        }),
      ),
    );
  };
  const catchUp = async (payload: unknown) => {
    const { municipalityId, staffId } = CatchUpSchema.parse(payload);
    for (const { prefix, waitingFor } of shown()) {
      const waiting = await waitingFor(municipalityId, staffId);
      await enqueue(
        waiting.map(({ id, version }) => deliverJob({ municipalityId, staffId, subject: `${prefix}/${id}`, fresh: version })),
      );
    }
  };

  return {
    useMessenger(used) {
      messenger = used;
    },
    async keepAddress(address) {
      const { staffId } = await staffOf(address);
      await db.inMunicipality(address.municipalityId, async (tx) => {
        const reachable = await store.keepAddress(tx, { ...address, staffId, at: clock.now() });
        if (reachable) await emit(tx, [{ topic: 'notifications/address-kept', payload: { staffId } }]);
      });
    },
    async dropAddress(address) {
      const { staffId } = await staffOf(address);
      await db.inMunicipality(address.municipalityId, (tx) => store.markAddress(tx, staffId, address.conversationId, 'GONE'));
    },
    unreachable: (municipalityId, staffIds) => db.inMunicipality(municipalityId, (tx) => store.withoutAddress(tx, staffIds)),
    showJob: (payload) => ({ task: 'notifications/show', payload }),
    tasks: { 'notifications/deliver': deliver, 'notifications/show': show, 'notifications/catch-up': catchUp },
    subscriber: (fact) =>
      fact.topic === 'notifications/address-kept'
        ? [{ task: 'notifications/catch-up', payload: { municipalityId: fact.municipalityId, staffId: fact.payload.staffId } }]
        : [],
  };
}

interface DeliveryParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly messenger: Messenger;
}

/** Brings every chat of one person up to date with a subject. Run again after a crash, it does only what is missing. */
async function deliverTo(parts: DeliveryParts, job: Deliver, message: ChatMessage): Promise<void> {
  const { db } = parts;
  const contentHash = sha256Hex(Buffer.from(JSON.stringify(message)));
  const { addresses, copies } = await db.inMunicipality(job.municipalityId, async (tx) => {
    const [found, out] = await Promise.all([store.addressesOf(tx, job.staffId), store.copiesOf(tx, job.subject, job.staffId)]);
    return { addresses: found, copies: out };
  });
  let postponed: DeliveryError | undefined;
  for (const address of addresses) {
    const here = copies.filter((copy) => copy.conversationId === address.conversationId);
    try {
      await deliverHere(parts, { job, message, contentHash, address, here });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      // One chat that cannot be reached now must not keep the others waiting.
      if (error.reason === 'try-later') postponed = error;
      else await lose(parts, job, address, error.reason);
    }
  }
  if (postponed) throw postponed;
}

const lose = ({ db }: DeliveryParts, job: Deliver, address: store.Address, reason: 'blocked' | 'gone') =>
  db.inMunicipality(job.municipalityId, (tx) =>
    store.markAddress(tx, job.staffId, address.conversationId, reason === 'blocked' ? 'BLOCKED' : 'GONE'),
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
  const inside = <T>(work: Parameters<typeof db.inMunicipality<T>>[1]) => db.inMunicipality(job.municipalityId, work);
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
  if (fresh === null || here.some((copy) => copy.freshVersion >= fresh)) return;
  const { activityId } = await messenger.send(address.reference, message);
  const copy = { copyId: newId(clock), conversationId: address.conversationId, activityId, freshVersion: fresh, contentHash };
  await inside((tx) => store.addCopy(tx, { ...copy, staffId: job.staffId, subject: job.subject, at: clock.now() }));
}
