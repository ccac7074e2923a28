import { z } from 'zod';
import type { Database, JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { readCases } from '../queries.ts';
import { CASE_CHANGED } from '../store.ts';
import { endedAmong, firstSubmissions } from './queries.ts';
import { endedOf } from './rules.ts';
import { noteEnded } from './store.ts';

const NOTE = 'approvals/note-ended';
const ToNote = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const AT_ONCE = 500;

const noting = (municipalityId: string, caseIds: string[]): JobSpec => ({
  task: NOTE,
  payload: { municipalityId, caseIds } satisfies z.infer<typeof ToNote>,
});

/** Keeps the figures up: after every change it is asked whether the case has ended, and what ended is noted once. */
export function statisticsJobs({ db }: { readonly db: Database }): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    subscriber(facts) {
      const cities = Map.groupBy(
        facts.filter(({ topic }) => topic === CASE_CHANGED),
        ({ municipalityId }) => municipalityId,
      );
      return [...cities].flatMap(([municipalityId, told]) => {
        const caseIds = [...new Set(told.map(({ payload }) => String(payload.caseId)))];
        return Array.from({ length: Math.ceil(caseIds.length / AT_ONCE) }, (_, at) =>
          noting(municipalityId, caseIds.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
        );
      });
    },
    tasks: {
      async [NOTE](payload) {
        const { municipalityId, caseIds } = ToNote.parse(payload);
        await db.inMunicipality(municipalityId, async (tx) => {
          const ended = await endedAmong(tx, caseIds);
          if (ended.length === 0) return;
          const [cases, submitted] = await Promise.all([readCases(tx, ended), firstSubmissions(tx, ended)]);
          await noteEnded(
            tx,
            cases.flatMap((one) => endedOf(one, submitted.get(one.caseId) ?? null) ?? []),
          );
        });
      },
    },
  };
}
