import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import { type Clock, type Database, emit, type JobSpec, type Subscriber, type Task } from '../platform/index.ts';
import { type Caller, type ChatMessage, invariant } from '../shared/index.ts';
import { type Deliver, DeliverSchema, deliverTo } from './delivery.ts';
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
  /** Of these people and subjects, those where the person was sent nothing since then. */
  withoutCopy(municipalityId: string, asked: readonly store.Asked[]): Promise<readonly store.Unsent[]>;
  /** Shows each subject, by jobs, to everybody who has a copy of it, and anew to its `fresh`. */
  show(municipalityId: string, shows: readonly Show[]): Promise<void>;
  /** Sends the subjects once more to a person who asked to see them; like every copy, these follow too. */
  showAgain(
    municipalityId: string,
    staffId: string,
    shown: readonly { subject: string; version: number }[],
  ): Promise<void>;
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
  readonly subject: string;
  readonly version: number;
  /** Staff who are asked something new by this version: a new message, not only a changed one. */
  readonly fresh: readonly string[];
}

const ADDRESS_KEPT = 'notifications/address-kept';
const CatchUpSchema = z.object({ municipalityId: z.uuid(), staffId: z.uuid() });

export interface NotificationsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly shown: () => readonly ShownInChat[];
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const deliverJob = (payload: z.input<typeof DeliverSchema>): JobSpec => ({
  task: 'notifications/deliver',
  payload,
  // One person's messages keep their order.
  queue: `chat:${payload.staffId}`,
  key: `deliver:${payload.staffId}:${payload.subject}:${payload.fresh ?? 'follow'}`,
});

interface Delivery extends NotificationsParts {
  /** Until the edge has given its messenger, every delivery waits. */
  messenger: Messenger | null;
}

function staffOf({ db, directory }: NotificationsParts, who: Pick<ChatAddress, 'municipalityId' | 'entraObjectId'>) {
  const caller: Caller = { ...who, via: 'teams', locale: 'ja', idempotencyKey: null };
  return db.inMunicipality(who.municipalityId, (tx) => directory.actorOf(tx, caller));
}

async function deliver(parts: Delivery, payload: unknown): Promise<void> {
  const job = DeliverSchema.parse(payload);
  const { db, clock, messenger } = parts;
  if (!messenger) throw new DeliveryError('try-later');
  const found = parts.shown().find((one) => job.subject.startsWith(`${one.prefix}/`));
  invariant(found, `nobody shows ${job.subject}`);
  const message = await found.render(job.municipalityId, job.staffId, job.subject.slice(found.prefix.length + 1));
  if (!message) return;
  try {
    await deliverTo({ db, clock, messenger }, job, message);
  } catch (error) {
    if (!comesAgain(error, job)) throw error;
    const seconds = Math.min(error.retryAfterSeconds, LONGEST_WAIT_SECONDS);
    const runAt = new Date(clock.now().getTime() + seconds * 1_000);
    await parts.enqueue([{ ...deliverJob({ ...job, postponed: job.postponed + 1 }), runAt }]);
  }
}

const LONGEST_WAIT_SECONDS = 3_600;
const MOST_POSTPONEMENTS = 200;

/** Teams named the time to come again (429): that is no failure, and no attempt is lost by it. */
function comesAgain(error: unknown, job: Deliver): error is DeliveryError & { retryAfterSeconds: number } {
  const named = error instanceof DeliveryError && error.reason === 'try-later' && error.retryAfterSeconds !== undefined;
  return named && job.postponed < MOST_POSTPONEMENTS;
}

/**
 * Whoever has a copy, and whoever is asked anew, each in a job of their own. Whoever cannot be reached now is left out:
 * what waits for them is sent when they can be.
 */
async function show(
  { db, enqueue }: NotificationsParts,
  municipalityId: string,
  shows: readonly Show[],
): Promise<void> {
  const [copies, live] = await db.inMunicipality(municipalityId, (tx) => {
    const fresh = [...new Set(shows.flatMap((one) => one.fresh))];
    return Promise.all([
      store.holdersOfCopies(
        tx,
        shows.map(({ subject }) => subject),
      ),
      fresh.length === 0 ? new Set<string>() : store.reachable(tx, fresh),
    ]);
  });
  const following = Map.groupBy(copies, ({ subject }) => subject);
  const jobs = shows.flatMap(({ subject, version, fresh }) => {
    const asked = fresh.filter((staffId) => live.has(staffId));
    const others = (following.get(subject) ?? []).map(({ staffId }) => staffId).filter((one) => !asked.includes(one));
    return [
      ...asked.map((staffId) => deliverJob({ municipalityId, subject, staffId, fresh: version })),
      ...others.map((staffId) => deliverJob({ municipalityId, subject, staffId, fresh: null })),
    ];
  });
  await enqueue(jobs);
}

/** A chat that has just become reachable gets what waits for its person. */
async function catchUp({ shown, enqueue }: NotificationsParts, payload: unknown): Promise<void> {
  const { municipalityId, staffId } = CatchUpSchema.parse(payload);
  for (const { prefix, waitingFor } of shown()) {
    const waiting = await waitingFor(municipalityId, staffId);
    const jobs = waiting.map(({ id, version }) =>
      deliverJob({ municipalityId, staffId, subject: `${prefix}/${id}`, fresh: version }),
    );
    await enqueue(jobs);
  }
}

export function createNotifications(given: NotificationsParts): Notifications {
  const parts: Delivery = { ...given, messenger: null };
  const { db, clock } = given;
  return {
    useMessenger(messenger) {
      parts.messenger = messenger;
    },
    async keepAddress(address) {
      const { staffId } = await staffOf(given, address);
      await db.inMunicipality(address.municipalityId, async (tx) => {
        const reachable = await store.keepAddress(tx, { ...address, staffId, at: clock.now() });
        if (reachable) await emit(tx, [{ topic: ADDRESS_KEPT, payload: { staffId } }]);
      });
    },
    async dropAddress(address) {
      const { staffId } = await staffOf(given, address);
      const { municipalityId, conversationId } = address;
      await db.inMunicipality(municipalityId, (tx) => store.markAddress(tx, staffId, conversationId, 'GONE'));
    },
    unreachable: (municipalityId, staffIds) =>
      db.inMunicipality(municipalityId, (tx) => store.withoutAddress(tx, staffIds)),
    withoutCopy: (municipalityId, asked) => db.inMunicipality(municipalityId, (tx) => store.withoutCopy(tx, asked)),
    showAgain: (municipalityId, staffId, asked) =>
      given.enqueue(
        asked.map(({ subject, version }) =>
          deliverJob({ municipalityId, staffId, subject, fresh: version, again: true }),
        ),
      ),
    show: (municipalityId, shows) => show(given, municipalityId, shows),
    tasks: {
      'notifications/deliver': (payload) => deliver(parts, payload),
      'notifications/catch-up': (payload) => catchUp(given, payload),
    },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === ADDRESS_KEPT
          ? [{ task: 'notifications/catch-up', payload: { municipalityId, staffId: payload.staffId } }]
          : [],
      ),
  };
}
