import { z } from 'zod';
import { ABSENCE_CHANGED } from '../directory/index.ts';
import type { Subscriber, Task } from '../platform/index.ts';
import type { ApprovalCase } from './case.ts';
import { CASE_SUBJECT } from './chat.ts';
import type { JobsParts } from './jobs.ts';
import { casesOnDesksOf } from './list-queries.ts';

const TASK = 'approvals/ask-deputies';
const Changed = z.object({ staffIds: z.array(z.uuid()) });
const Asked = Changed.extend({ municipalityId: z.uuid(), after: z.uuid().nullable().default(null) });
type Asked = z.infer<typeof Asked>;
const MOST = 100;

/**
 * Somebody is away from now: what the regulations let go on without them goes on; of the rest what is urgent reaches the
 * deputy, and what is not is there under 代理.
 */
export function followAbsences(parts: JobsParts): { tasks: Record<string, Task>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === ABSENCE_CHANGED ? [{ task: TASK, payload: { municipalityId, ...Changed.parse(payload) } }] : [],
      ),
    tasks: { [TASK]: (payload) => followPage(parts, Asked.parse(payload)) },
  };
}

/** One page of what lies on their desks, with those of it whose holders are all away. */
async function leftOnDesks({ db, directory, deputiesToAsk }: JobsParts, { municipalityId, staffIds, after }: Asked) {
  return db.singly(municipalityId, async (tx) => {
    const people = await Promise.all(staffIds.map((staffId) => directory.actorById(tx, staffId)));
    const posts = people.flatMap((actor) => actor?.posts.map(({ postId }) => postId) ?? []);
    const lying = await casesOnDesksOf(tx, { postIds: [...new Set(posts)], staffIds }, { after, limit: MOST });
    return { lying, left: (await deputiesToAsk.left(tx, lying)).cases };
  });
}

async function followPage(parts: JobsParts, asked: Asked): Promise<void> {
  const { municipalityId } = asked;
  const { lying, left } = await leftOnDesks(parts, asked);
  const passed = await parts.passOver(
    municipalityId,
    left.map(({ caseId }) => caseId),
  );
  const urgent = left.filter(({ caseId, details }) => details.urgency !== 'NORMAL' && !passed.has(caseId));
  await askDeputies(parts, municipalityId, urgent);
  const last = lying.at(-1);
  if (last && lying.length === MOST)
    await parts.enqueue([{ task: TASK, payload: { ...asked, after: last.caseId } satisfies Asked }]);
}

async function askDeputies(
  { db, notifications, deputiesToAsk }: JobsParts,
  municipalityId: string,
  urgent: readonly ApprovalCase[],
): Promise<void> {
  const deputies = await db.singly(municipalityId, (tx) => deputiesToAsk.ask(tx, urgent));
  await notifications.show(
    municipalityId,
    urgent.flatMap(({ caseId, version, details: { urgency } }) => {
      const fresh = deputies.get(caseId) ?? [];
      return fresh.length > 0 ? [{ subject: `${CASE_SUBJECT}/${caseId}`, version, fresh, urgency }] : [];
    }),
  );
}
