import { z } from 'zod';
import { ABSENCE_CHANGED } from '../directory/index.ts';
import type { Subscriber, Task } from '../platform/index.ts';
import { CASE_SUBJECT } from './chat.ts';
import type { JobsParts } from './jobs.ts';
import { casesOnDesksOf } from './list-queries.ts';

const TASK = 'approvals/ask-deputies';
const Changed = z.object({ staffIds: z.array(z.uuid()) });
const Asked = Changed.extend({ municipalityId: z.uuid() });
const MOST = 100;

/** Somebody is away from now: what is urgent on their desk reaches the deputy; the rest is there under 代理. */
export function followAbsences(parts: JobsParts): { tasks: Record<string, Task>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === ABSENCE_CHANGED ? [{ task: TASK, payload: { municipalityId, ...Changed.parse(payload) } }] : [],
      ),
    tasks: { [TASK]: (payload) => askDeputies(parts, Asked.parse(payload)) },
  };
}

async function askDeputies(
  { db, directory, notifications, deputiesToAsk }: JobsParts,
  { municipalityId, staffIds }: z.infer<typeof Asked>,
): Promise<void> {
  const [cases, deputies] = await db.singly(municipalityId, async (tx) => {
    const people = await Promise.all(staffIds.map((staffId) => directory.actorById(tx, staffId)));
    const posts = people.flatMap((actor) => actor?.posts.map(({ postId }) => postId) ?? []);
    const lying = await casesOnDesksOf(tx, [...new Set(posts)], MOST);
    const urgent = lying.filter(({ details }) => details.urgency !== 'NORMAL');
    return [urgent, await deputiesToAsk(tx, urgent)] as const;
  });
  await notifications.show(
    municipalityId,
    cases.flatMap(({ caseId, version, details: { urgency } }) => {
      const fresh = deputies.get(caseId) ?? [];
      return fresh.length > 0 ? [{ subject: `${CASE_SUBJECT}/${caseId}`, version, fresh, urgency }] : [];
    }),
  );
}
