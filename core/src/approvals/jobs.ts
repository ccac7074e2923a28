import { z } from 'zod';
import type { Directory } from '../directory/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Database, JobSpec, Subscriber, Task } from '../platform/index.ts';
import type { ChangeEvent } from '../shared/index.ts';
import { CASE_SUBJECT, reachedBy } from './chat.ts';
import { followPosts } from './follow-posts.ts';
import { CASE_CHANGED } from './store.ts';

export interface JobsParts {
  readonly db: Database;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Tells the open pages of these staff, in every process, that something they show has changed. */
  readonly announce: (municipalityId: string, event: ChangeEvent, audience: readonly string[]) => Promise<void>;
}

const Changed = z.object({ municipalityId: z.uuid(), caseId: z.uuid(), version: z.number().int() });
const TASK = 'approvals/show-case';

export interface ApprovalsJobs {
  readonly tasks: Record<string, Task>;
  readonly cron: Record<string, string>;
  readonly subscriber: Subscriber;
}

/** After every change of a case, and of who holds its posts: pages and chats of those concerned follow. */
export function approvalsJobs(parts: JobsParts): ApprovalsJobs {
  const { db, directory, notifications, enqueue, announce } = parts;
  const following = followPosts(parts);
  return {
    subscriber: (fact) =>
      fact.topic === CASE_CHANGED
        ? [{ task: TASK, payload: { municipalityId: fact.municipalityId, ...fact.payload } }]
        : following.subscriber(fact),
    cron: following.cron,
    tasks: {
      ...following.tasks,
      async [TASK](payload) {
        const { municipalityId, caseId, version } = Changed.parse(payload);
        const reached = await db.inMunicipality(municipalityId, (tx) => reachedBy(directory, tx, { caseId, version }));
        if (!reached) return;
        const subject = `${CASE_SUBJECT}/${caseId}`;
        await enqueue([notifications.showJob({ municipalityId, subject, version, fresh: reached.fresh })]);
        await announce(municipalityId, { kind: 'case', id: caseId, version }, reached.audience);
      },
    },
  };
}
