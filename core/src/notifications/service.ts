import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../platform/index.ts';
import { type Caller, type ChatMessage, invariant, type Locale } from '../shared/index.ts';
import type { ReachPage, ReachQuery } from './contract.ts';
import { type Deliver, DeliverSchema, deliverJob, deliverTo, SEVERAL, SeveralSchema } from './delivery.ts';
import { DIGEST_TASK, type DigestParts, keepForLater, tellTogether } from './digest.ts';
import { recipients } from './held-store.ts';
import { ADDRESS_KEPT, callerAs, keepAddress } from './keep-address.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import { type OtherWay, waysIn } from './other-way.ts';
import { comesAgainAt } from './postpone.ts';
import { readReach } from './reach.ts';
import { type Show, showToAll } from './show.ts';
import type { ShownInChat } from './shown.ts';
import * as store from './store.ts';
import { dueOtherwise } from './timing.ts';
import { createWishes, type Wishes } from './wishes.ts';

export interface Notifications {
  useMessenger(messenger: Messenger): void;
  /** From then on, whoever the bot cannot reach is told by the first of these that takes it. */
  useOtherWays(ways: readonly OtherWay[]): void;
  /** When each person wants to be told. */
  readonly wishes: Wishes;
  /** Who cannot be reached by the bot. @throws not-allowed `notifications.may_not_see_reach` */
  reach(caller: Caller, query: ReachQuery): Promise<ReachPage>;
  /** Keeps where a person can be reached; from verified activities only. */
  keepAddress(address: ChatAddress): Promise<void>;
  dropAddress(address: Omit<ChatAddress, 'reference' | 'locale'>): Promise<void>;
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
  /** The language in which the person uses this chat; the city hall's when not said. */
  readonly locale?: Locale;
}

const CatchUpSchema = z.object({ municipalityId: z.uuid(), staffId: z.uuid() });

export interface NotificationsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly shown: () => readonly ShownInChat[];
  /** Where the tab shows what waits; null: messages have no button to it. */
  readonly inboxUrl?: string | undefined;
  /** Whether nobody is told outside working hours who has not chosen otherwise. */
  readonly quietByDefault?: boolean | undefined;
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

interface Delivery extends NotificationsParts {
  /** Until the edge has given its messenger, every delivery waits. */
  messenger: Messenger | null;
  ways: readonly OtherWay[];
}

/** Returns whether the person has a chat that could be reached. */
async function deliver(parts: Delivery, job: Deliver): Promise<boolean> {
  const { db, clock, messenger } = parts;
  if (!messenger) throw new DeliveryError('try-later');
  return deliverTo({ db, clock, messenger, render: (locale) => render(parts, { ...job, locale }) }, job);
}

async function deliverOrComeAgain(parts: Delivery, payload: unknown): Promise<void> {
  const job = DeliverSchema.parse(payload);
  try {
    if (!(await deliver(parts, job))) await tellOtherwise(parts, job);
  } catch (error) {
    const runAt = comesAgainAt(error, job.postponed, parts.clock.now());
    if (!runAt) throw error;
    await parts.enqueue([{ ...deliverJob({ ...job, postponed: job.postponed + 1 }), runAt }]);
  }
}

/** One that fails must not keep the others: it goes on as a job of its own, with the attempts of one. */
async function deliverSeveral(parts: Delivery, payload: unknown): Promise<void> {
  for (const one of SeveralSchema.parse(payload).deliveries) {
    try {
      await deliverOrComeAgain(parts, one);
    } catch {
      await parts.enqueue([deliverJob(one)]);
    }
  }
}

/** The chat was lost after it had been chosen: what was asked there is told by another way, if there is any. */
async function tellOtherwise(parts: Delivery, { municipalityId, staffId, subject, fresh, urgency }: Deliver) {
  const { db, clock, quietByDefault = false } = parts;
  if (fresh === null || waysIn(parts.ways, municipalityId).length === 0) return;
  const people = await db.inMunicipality(municipalityId, (tx) => recipients(tx, [staffId], quietByDefault));
  const wish = people.get(staffId);
  if (!wish) return;
  const dueAt = dueOtherwise(urgency, wish, clock.now());
  await keepForLater(digestParts(parts), municipalityId, [{ staffId, subject, version: fresh, dueAt }]);
}

function render(
  parts: NotificationsParts,
  { municipalityId, staffId, subject, locale }: Looked,
): Promise<ChatMessage | null> {
  const found = parts.shown().find((one) => subject.startsWith(`${one.prefix}/`));
  invariant(found, `nobody shows ${subject}`);
  return found.render({ municipalityId, staffId, locale }, subject.slice(found.prefix.length + 1));
}

type Looked = Pick<Deliver, 'municipalityId' | 'staffId' | 'subject'> & { readonly locale: Locale };

function digestParts(parts: Delivery): DigestParts {
  const { db, clock, directory, enqueue, inboxUrl = null } = parts;
  return {
    db,
    clock,
    directory,
    enqueue,
    inboxUrl,
    render: (looked) => render(parts, looked),
    deliver: (told) => deliver(parts, DeliverSchema.parse(told)),
    messenger: () => parts.messenger,
    ways: (municipalityId) => waysIn(parts.ways, municipalityId),
  };
}

/**
 * A chat that has just become reachable gets what waits for its person. The same message may be on its way already, and
 * then this job takes the place of that one: so it is as urgent.
 */
async function catchUp({ shown, enqueue }: NotificationsParts, payload: unknown): Promise<void> {
  const { municipalityId, staffId } = CatchUpSchema.parse(payload);
  for (const { prefix, waitingFor } of shown()) {
    const waiting = await waitingFor(municipalityId, staffId);
    const jobs = waiting.map(({ id, version, urgency }) =>
      deliverJob({ municipalityId, staffId, subject: `${prefix}/${id}`, fresh: version, urgency }),
    );
    await enqueue(jobs);
  }
}

export function createNotifications(given: NotificationsParts): Notifications {
  const parts: Delivery = { ...given, messenger: null, ways: [] };
  const { db, clock, directory, shown, quietByDefault = false } = given;
  const ways = (municipalityId: string) => waysIn(parts.ways, municipalityId);
  return {
    useMessenger(messenger) {
      parts.messenger = messenger;
    },
    useOtherWays(ways) {
      parts.ways = ways;
    },
    wishes: createWishes({ db, clock, directory, quietByDefault }),
    reach: (caller, query) => readReach({ db, directory, shown, ways }, caller, query),
    keepAddress: (address) => keepAddress(given, address),
    async dropAddress(address) {
      const { staffId } = await db.singly(address.municipalityId, (tx) => directory.actorOf(tx, callerAs(address)));
      const { municipalityId, conversationId } = address;
      await db.inMunicipality(municipalityId, (tx) =>
        store.markAddress(tx, staffId, { conversationId, state: 'GONE' }),
      );
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
    show: (municipalityId, shows) =>
      showToAll(
        {
          ...given,
          quietByDefault,
          otherwise: (city) => ways(city).length > 0,
          later: (city, held) => keepForLater(digestParts(parts), city, held),
        },
        municipalityId,
        shows,
      ),
    tasks: {
      'notifications/deliver': (payload) => deliverOrComeAgain(parts, payload),
      [SEVERAL]: (payload) => deliverSeveral(parts, payload),
      'notifications/catch-up': (payload) => catchUp(given, payload),
      [DIGEST_TASK]: (payload) => tellTogether(digestParts(parts), payload),
    },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === ADDRESS_KEPT
          ? [{ task: 'notifications/catch-up', payload: { municipalityId, staffId: payload.staffId } }]
          : [],
      ),
  };
}
