import { z } from 'zod';
import { changedCases } from '../../approvals/index.ts';
import { cityJob, type Directory, everywhere } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import type { Clock, Database, JobSpec, Subscriber, TakenFact, Task } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { factsOf, TELEWORK_CHANGED } from '../history/store.ts';
import { bossesOf } from '../people/people.ts';
import { APPLICATION } from './acts.ts';
import type { Applications } from './service.ts';
import { readApplication, toFile } from './store.ts';
import { takeOutsDue } from './take-outs.ts';

export const APPLICATION_SUBJECT = 'telework/application';
/** 返却の確認. */
export const RETURN_SUBJECT = 'telework/take-out';

const FOLLOW = 'telework/follow-cases';
const CHANGED = 'telework/application-changed';
const LEFT_EVERYWHERE = 'telework/file-left-everywhere';
const LEFT = 'telework/file-left';
const DUE_EVERYWHERE = 'telework/take-outs-due-everywhere';
const DUE = 'telework/take-outs-due';

export interface JobParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly applications: Applications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const Cases = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const Changed = z.object({ municipalityId: z.uuid(), id: z.uuid(), seq: z.number().int(), act: z.string() });
const City = z.object({ municipalityId: z.uuid() });

// So many are looked at together: enough to be cheap, few enough to be quick.
const AT_ONCE = 100;
// Whoever makes an application files it in the same breath; what is older was left by a standstill.
const LEFT_AFTER_MS = 120_000;
const MOST_LEFT = 500;

const following = (facts: readonly TakenFact[]): JobSpec[] =>
  changedCases(facts, AT_ONCE).map((payload) => ({ task: FOLLOW, payload }));

const changes = (facts: readonly TakenFact[]): JobSpec[] =>
  facts.flatMap(({ topic, municipalityId, payload }) =>
    topic === TELEWORK_CHANGED && payload.kind === APPLICATION
      ? [{ task: CHANGED, payload: { municipalityId, id: payload.id, seq: payload.seq, act: payload.act } }]
      : [],
  );

/** After these a case may be left with nothing to decide, or with nothing to do. */
const TIDIED = ['APPROVED', 'WITHDRAWN', 'REFUSED', 'DAY_CANCELLED', 'REPLACED', 'RETURNED', 'CANCELLED', 'CORRECTED'];

/**
 * Whom an act is news for that nobody else tells: the bosses of an approved day that was cancelled, and the applicant whose
 * approved days have changed meanwhile. That it was decided is told with the case.
 */
async function freshFor({ db, directory }: JobParts, { municipalityId, id, seq }: z.infer<typeof Changed>) {
  return db.singly(municipalityId, async (tx) => {
    const [application, facts] = [await readApplication(tx, id), await factsOf(tx, { kind: APPLICATION, id })];
    const line = facts.find((fact) => fact.seq === seq);
    if (!application || !line) return [];
    if (line.act === 'DAY_CANCELLED' && line.fact.was === 'APPROVED')
      return bossesOf(await directory.organisation(tx), application.staffId).map(({ staffId }) => staffId);
    const notes = line.act === 'APPROVED' && Array.isArray(line.fact.notes) && line.fact.notes.length > 0;
    // What a superior refused is told with the case; what the rules found is not.
    const byRules = line.act === 'REFUSED' && typeof line.fact.code === 'string';
    return notes || byRules || line.act === 'NOT_FILED' ? [application.staffId] : [];
  });
}

async function changed(parts: JobParts, one: z.infer<typeof Changed>): Promise<void> {
  const { municipalityId, id, seq, act } = one;
  if (TIDIED.includes(act)) await parts.applications.tidy(municipalityId, id);
  const fresh = await freshFor(parts, one);
  await parts.notifications.show(municipalityId, [
    { subject: `${APPLICATION_SUBJECT}/${id}`, version: seq, fresh },
    { subject: `${RETURN_SUBJECT}/${id}`, version: seq, fresh: [] },
  ]);
}

/** On the morning of the day at the office whoever took something out is asked once whether it is back. */
async function askForReturns({ db, clock, notifications }: JobParts, municipalityId: string): Promise<void> {
  const today = localDateOf(clock.now());
  const due = await db.singly(municipalityId, (tx) => takeOutsDue(tx, today));
  const fresh = due.filter(({ dueOn }) => dueOn === today);
  const shows = fresh.map(({ applicationId, staffId }) => {
    return { subject: `${RETURN_SUBJECT}/${applicationId}`, version: dayNumber(today), fresh: [staffId] };
  });
  await notifications.show(municipalityId, [...new Map(shows.map((one) => [one.subject, one])).values()]);
}

/** Another one each day, so that the question of each day is a new one. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** Applications follow their cases, their cards follow them, and what a standstill left half done goes on. */
export function applicationJobs(parts: JobParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscriber: Subscriber;
} {
  const { db, clock, applications } = parts;
  return {
    subscriber: (facts) => [...following(facts), ...changes(facts)],
    tasks: {
      async [FOLLOW](payload) {
        const { municipalityId, caseIds } = Cases.parse(payload);
        await applications.followCases(municipalityId, caseIds);
      },
      [CHANGED]: (payload) => changed(parts, Changed.parse(payload)),
      [LEFT_EVERYWHERE]: () => everywhere(parts, cityJob(LEFT)),
      [DUE_EVERYWHERE]: () => everywhere(parts, cityJob(DUE)),
      [DUE]: (payload) => askForReturns(parts, City.parse(payload).municipalityId),
      async [LEFT](payload) {
        const { municipalityId } = City.parse(payload);
        const before = new Date(clock.now().getTime() - LEFT_AFTER_MS);
        const ids = await db.singly(municipalityId, (tx) => toFile(tx, before, MOST_LEFT));
        for (const id of ids) await applications.resume(municipalityId, id);
      },
    },
    // 23:40 UTC is twenty to nine in Japan.
    cron: { [LEFT_EVERYWHERE]: '*/5 * * * *', [DUE_EVERYWHERE]: '40 23 * * * ?fill=8h' },
  };
}
