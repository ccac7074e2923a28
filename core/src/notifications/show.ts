import type { Clock, Database, JobSpec } from '../platform/index.ts';
import { deliverJobs } from './delivery.ts';
import { type Held, type Recipient, recipients } from './held-store.ts';
import * as store from './store.ts';
import { dueInChat, dueOtherwise, type Urgency } from './timing.ts';

export interface Show {
  readonly subject: string;
  readonly version: number;
  /** Staff who are asked something new by this version: a new message, not only a changed one. */
  readonly fresh: readonly string[];
  /** How soon they must know; `NORMAL` when not said. */
  readonly urgency?: Urgency;
}

export interface ShowParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly quietByDefault: boolean;
  /** Whether there is another way than the chat. */
  readonly otherwise: (municipalityId: string) => boolean;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Keeps what people are told later. */
  readonly later: (municipalityId: string, held: readonly Held[]) => Promise<void>;
}

/**
 * Whoever has a copy, and whoever is asked anew, each person in a job of their own. Whoever wants to be told later is; whoever
 * cannot be reached now is told by another way, if there is any, and what waits for them is sent when they can be.
 */
export async function showToAll(parts: ShowParts, municipalityId: string, shows: readonly Show[]): Promise<void> {
  const { db, enqueue, later, quietByDefault } = parts;
  const fresh = [...new Set(shows.flatMap((one) => one.fresh))];
  const subjects = shows.map(({ subject }) => subject);
  const [copies, people] = await db.singly(municipalityId, (tx) =>
    Promise.all([
      store.holdersOfCopies(tx, subjects),
      fresh.length === 0 ? new Map<string, Recipient>() : recipients(tx, fresh, quietByDefault),
    ]),
  );
  const following = Map.groupBy(copies, ({ subject }) => subject);
  const otherwise = parts.otherwise(municipalityId);
  const at = parts.clock.now();
  const sorted = shows.map((show) => ({ ...show, ...whenToldOf(show, people, { at, otherwise }) }));
  const deliveries = sorted.flatMap(({ subject, version, urgency, now }) => {
    const others = (following.get(subject) ?? []).map(({ staffId }) => staffId).filter((id) => !now.includes(id));
    return [
      ...now.map((staffId) => ({ municipalityId, subject, staffId, fresh: version, urgency })),
      ...others.map((staffId) => ({ municipalityId, subject, staffId, fresh: null })),
    ];
  });
  await enqueue(deliverJobs(deliveries));
  await later(
    municipalityId,
    sorted.flatMap(({ held }) => held),
  );
}

/** Of those who are asked anew: who is told now, and who later. */
function whenToldOf(
  { subject, version, fresh, urgency = 'NORMAL' }: Show,
  people: ReadonlyMap<string, Recipient>,
  { at, otherwise }: { readonly at: Date; readonly otherwise: boolean },
): { now: string[]; held: Held[] } {
  const now: string[] = [];
  const held: Held[] = [];
  for (const staffId of fresh) {
    const person = people.get(staffId);
    if (!person || !(person.live || otherwise)) continue;
    const dueAt = person.live ? dueInChat(urgency, person, at) : dueOtherwise(urgency, person, at);
    if (dueAt) held.push({ staffId, subject, version, dueAt });
    else now.push(staffId);
  }
  return { now, held };
}
