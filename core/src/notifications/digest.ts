import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import type { Clock, Database, JobSpec } from '../platform/index.ts';
import type { ChatMessage, Locale } from '../shared/index.ts';
import { digestCard, digestNote } from './cards.ts';
import { localeIn } from './delivery.ts';
import { type Due, dueFor, type Held, hold, markTold } from './held-store.ts';
import { DeliveryError, type Messenger } from './messenger.ts';
import type { OtherWay } from './other-way.ts';
import { comesAgainAt } from './postpone.ts';
import * as store from './store.ts';

export interface DigestParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorById'>;
  /** How the subject looks to the person now; null when they may no longer see it. */
  readonly render: (looked: {
    municipalityId: string;
    staffId: string;
    subject: string;
    locale: Locale;
  }) => Promise<ChatMessage | null>;
  /** Sends the card of one thing by itself; false where no chat could be reached. */
  readonly deliver: (told: {
    municipalityId: string;
    staffId: string;
    subject: string;
    fresh: number;
  }) => Promise<boolean>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly inboxUrl: string | null;
  readonly messenger: () => Messenger | null;
  readonly ways: (municipalityId: string) => readonly OtherWay[];
}

const DigestSchema = z.object({
  municipalityId: z.uuid(),
  staffId: z.uuid(),
  /** How often Teams or Graph has already asked us to come again. */
  postponed: z.number().int().default(0),
});
type DigestJob = z.infer<typeof DigestSchema>;
export const DIGEST_TASK = 'notifications/digest';
// The queue goes by the clock of the database, which may be a little ahead of ours.
const CLOCKS_DIFFER_MS = 60_000;

/** Keeps what people are told later, with one job for each person and time. */
export async function keepForLater(
  { db, clock, enqueue }: DigestParts,
  municipalityId: string,
  held: readonly Held[],
): Promise<void> {
  if (held.length === 0) return;
  await db.inMunicipality(municipalityId, (tx) => hold(tx, held, clock.now()));
  const jobs = held.map(({ staffId, dueAt }) => digestJob({ municipalityId, staffId, postponed: 0 }, dueAt));
  await enqueue([...new Map(jobs.map((job) => [job.key, job])).values()]);
}

const digestJob = (payload: DigestJob, runAt: Date) => ({
  task: DIGEST_TASK,
  payload,
  key: `digest:${payload.municipalityId}:${payload.staffId}:${runAt.toISOString()}`,
  runAt,
  queue: `chat:${payload.staffId}`,
});

/** Tells one person together what is due, or comes again when that was asked for. */
export async function tellTogether(parts: DigestParts, payload: unknown): Promise<void> {
  const job = DigestSchema.parse(payload);
  try {
    await tell(parts, job);
  } catch (error) {
    const runAt = comesAgainAt(error, job.postponed, parts.clock.now());
    if (!runAt) throw error;
    await parts.enqueue([digestJob({ ...job, postponed: job.postponed + 1 }, runAt)]);
  }
}

/** In the chat, by another way where the bot cannot reach them, else not at all. */
async function tell(parts: DigestParts, job: DigestJob): Promise<void> {
  const { db, clock } = parts;
  const at = clock.now();
  const inside = <T>(work: Parameters<typeof db.inMunicipality<T>>[1]) => db.inMunicipality(job.municipalityId, work);
  const { due, addresses } = await inside(async (tx) => {
    const [waiting, live] = await Promise.all([
      dueFor(tx, job.staffId, new Date(at.getTime() + CLOCKS_DIFFER_MS)),
      store.addressesOf(tx, job.staffId),
    ]);
    return { due: waiting, addresses: live };
  });
  if (due.length === 0) return;
  const locale = localeIn(addresses);
  const told = (by: 'CHAT' | OtherWay['by'] | null) =>
    inside((tx) => markTold(tx, job.staffId, { subjects: due, by, at }));
  const unseen = due.filter(({ shown }) => !shown);
  const lines = await linesOf(parts, { ...job, locale }, unseen);
  if (lines.length === 0) return void (await told(null));
  const reached = addresses.length > 0 && (await inChat(parts, job, { due: unseen, lines, addresses }));
  await told(reached ? 'CHAT' : await otherwise(parts, job, lines));
}

/** What each thing says now: a request that is over by then says so, and what may not be seen any more says nothing. */
async function linesOf(
  { render }: DigestParts,
  { municipalityId, staffId, locale }: DigestJob & { readonly locale: Locale },
  due: readonly Due[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { subject } of due) {
    const message = await render({ municipalityId, staffId, subject, locale });
    if (message) lines.push(message.kind === 'card' ? message.summary : message.text);
  }
  return lines;
}

interface InChat {
  readonly due: readonly Due[];
  readonly lines: readonly string[];
  readonly addresses: readonly store.Address[];
}

/** Returns whether any chat could be reached; one that got it is enough. */
async function inChat(parts: DigestParts, job: DigestJob, { due, lines, addresses }: InChat): Promise<boolean> {
  const { municipalityId, staffId } = job;
  const [only] = due;
  if (only && due.length === 1)
    return parts.deliver({ municipalityId, staffId, subject: only.subject, fresh: only.version });
  const messenger = parts.messenger();
  if (!messenger) throw new DeliveryError('try-later');
  const message = digestCard({ inboxUrl: parts.inboxUrl, lines, locale: localeIn(addresses) });
  const failed: DeliveryError[] = [];
  for (const { conversationId, reference } of addresses) {
    try {
      await messenger.send(reference, message);
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      failed.push(error);
      const { reason } = error;
      if (reason !== 'try-later')
        await parts.db.inMunicipality(municipalityId, (tx) =>
          store.markAddress(tx, staffId, { conversationId, state: reason === 'blocked' ? 'BLOCKED' : 'GONE' }),
        );
    }
  }
  const busy = failed.find(({ reason }) => reason === 'try-later');
  if (busy && failed.length === addresses.length) throw busy;
  return failed.length < addresses.length;
}

/** Returns by which way it went; null where none took it. A way that refuses the person is not asked again. */
async function otherwise(
  parts: DigestParts,
  { municipalityId, staffId }: DigestJob,
  lines: readonly string[],
): Promise<OtherWay['by'] | null> {
  const actor = await parts.db.inMunicipality(municipalityId, (tx) => parts.directory.actorById(tx, staffId));
  if (!actor) return null;
  for (const way of parts.ways(municipalityId)) {
    const note = digestNote({ inboxUrl: way.inboxUrl ?? parts.inboxUrl, lines, locale: 'ja' });
    try {
      await way.send({ municipalityId, to: actor.signInName, ...note });
      return way.by;
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.reason === 'try-later') throw error;
    }
  }
  return null;
}
