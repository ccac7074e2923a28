import { z } from 'zod';
import type { Database, Subscriber, Task } from '../../platform/index.ts';
import { changedCases } from '../changed-cases.ts';
import { readCases } from '../queries.ts';
import { endedAmong, firstSubmissions } from './queries.ts';
import { endedOf } from './rules.ts';
import { noteEnded } from './store.ts';

const NOTE = 'approvals/note-ended';
const ToNote = z.object({ municipalityId: z.uuid(), caseIds: z.array(z.uuid()) });
const AT_ONCE = 500;

/** Keeps the figures up: after every change it is asked whether the case has ended, and what ended is noted once. */
export function statisticsJobs({ db }: { readonly db: Database }): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    subscriber: (facts) => changedCases(facts, AT_ONCE).map((payload) => ({ task: NOTE, payload })),
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
