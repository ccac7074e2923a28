import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Database, JobSpec, Subscriber, TakenFact, Task } from '../platform/index.ts';
import { type ChangeEvent, inParts } from '../shared/index.ts';
import { CASE_SUBJECT, type Reached, reachedBy } from './chat.ts';
import type { DeputiesToAsk, Left } from './deputies-to-ask.ts';
import { followAbsences } from './follow-absences.ts';
import { followPosts } from './follow-posts.ts';
import type { PassOver } from './pass-over.ts';
import type { Release } from './release.ts';
import { CASE_CHANGED } from './store.ts';

/** A change and the staff whose pages may show it. */
export interface Told {
  readonly event: ChangeEvent;
  readonly audience: readonly string[];
}

export interface JobsParts {
  readonly db: Database;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly deputiesToAsk: DeputiesToAsk;
  readonly passOver: PassOver;
  readonly release: Release;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Tells the open pages of these staff, in every process, that something they show has changed. */
  readonly announce: (municipalityId: string, told: readonly Told[]) => Promise<void>;
}

const Changed = z.object({ caseId: z.uuid(), version: z.number().int() });
const ChangedCases = z.object({ municipalityId: z.uuid(), changed: z.array(Changed) });
type ChangedCases = z.infer<typeof ChangedCases>;
const TASK = 'approvals/show-cases';
// So many changes are looked at together: enough to be cheap, few enough to be quick.
const AT_ONCE = 100;

export interface ApprovalsJobs {
  readonly tasks: Record<string, Task>;
  readonly subscriber: Subscriber;
}

/** Jobs for the changes of each municipality; of several changes of one case the newest speaks for all. */
function showing(facts: readonly TakenFact[]): JobSpec[] {
  const cities = Map.groupBy(
    facts.filter((fact) => fact.topic === CASE_CHANGED),
    (fact) => fact.municipalityId,
  );
  return [...cities].flatMap(([municipalityId, told]) =>
    inParts(told, AT_ONCE).map((some) => ({
      task: TASK,
      payload: { municipalityId, changed: some.map((fact) => fact.payload) },
    })),
  );
}

/** Who is asked in place of those who are away: their deputies, or nobody where the case goes on without them. */
async function insteadOf(
  { db, deputiesToAsk, passOver }: JobsParts,
  municipalityId: string,
  { cases, away }: Left,
): Promise<(one: Reached) => readonly string[]> {
  if (cases.length === 0) return ({ fresh }) => fresh;
  const passed = await passOver(
    municipalityId,
    cases.map(({ caseId }) => caseId),
  );
  const waiting = cases.filter(({ caseId }) => !passed.has(caseId));
  const deputies = await db.singly(municipalityId, (tx) => deputiesToAsk.ask(tx, waiting));
  return ({ caseId, fresh }) =>
    passed.has(caseId)
      ? fresh.filter((staffId) => !away.has(staffId))
      : [...new Set([...fresh, ...(deputies.get(caseId) ?? [])])];
}

async function show(parts: JobsParts, { municipalityId, changed }: ChangedCases): Promise<void> {
  const { db, directory, notifications, announce, deputiesToAsk } = parts;
  const [reached, left] = await db.singly(municipalityId, async (tx) => {
    const all = await reachedBy(directory, tx, changed);
    const open = all.flatMap(({ asksHolders }) => (asksHolders ? [asksHolders] : []));
    return [all, await deputiesToAsk.left(tx, open)] as const;
  });
  const askedOf = await insteadOf(parts, municipalityId, left);
  await notifications.show(
    municipalityId,
    reached.map((one) => {
      const { caseId, version, urgency } = one;
      return { subject: `${CASE_SUBJECT}/${caseId}`, version, fresh: askedOf(one), urgency };
    }),
  );
  const told = reached.map(({ caseId, version, audience }) => {
    return { event: { kind: 'case', id: caseId, version } as const, audience };
  });
  await announce(municipalityId, told);
}

/** After every change of a case, and of who holds its posts: pages and chats of those concerned follow. */
export function approvalsJobs(parts: JobsParts): ApprovalsJobs {
  const following = followPosts(parts);
  const absences = followAbsences(parts);
  return {
    subscriber: (facts) => [...showing(facts), ...following.subscriber(facts), ...absences.subscriber(facts)],
    tasks: {
      ...following.tasks,
      ...absences.tasks,
      async [TASK](payload) {
        const asked = ChangedCases.parse(payload);
        try {
          await show(parts, asked);
        } catch (error) {
          if (asked.changed.length === 1) throw error;
          // One that cannot be shown must not keep the others: each goes on by itself.
          const { municipalityId } = asked;
          await parts.enqueue(
            asked.changed.map((one) => ({
              task: TASK,
              payload: { municipalityId, changed: [one] } satisfies ChangedCases,
            })),
          );
        }
      },
    },
  };
}
