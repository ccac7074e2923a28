import { z } from 'zod';
import { DAY_BEGAN, ORGANISATION_CHANGED } from '../directory/index.ts';
import type { JobSpec, Subscriber, Task } from '../platform/index.ts';
import { CASE_SUBJECT } from './chat.ts';
import type { JobsParts } from './jobs.ts';
import { onDesksAfter } from './queries.ts';

const FOLLOW = 'approvals/follow-posts';
const MOVES_POSTS: readonly string[] = [ORGANISATION_CHANGED, DAY_BEGAN];

const PageSchema = z.object({ municipalityId: z.uuid(), after: z.uuid().nullable() });
type Page = z.infer<typeof PageSchema>;
const PAGE = 200;

const firstPage = (municipalityId: string): JobSpec => ({
  task: FOLLOW,
  payload: { municipalityId, after: null } satisfies Page,
  queue: `follow-posts:${municipalityId}`,
  key: `follow-posts:${municipalityId}`,
});

/**
 * Open work follows its post (design: posts, not people): after an import, and every day for those who begin on it. Only
 * whoever has no card yet is sent one, so that a day makes good what failed on another and nobody is asked twice.
 */
export function followPosts(parts: JobsParts): { tasks: Record<string, Task>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId }) => (MOVES_POSTS.includes(topic) ? [firstPage(municipalityId)] : [])),
    tasks: { [FOLLOW]: (payload) => followPage(parts, PageSchema.parse(payload)) },
  };
}

async function followPage(parts: JobsParts, { municipalityId, after }: Page): Promise<void> {
  const { notifications, enqueue, announce } = parts;
  if (after === null) await parts.release(municipalityId);
  const desks = await desksAfter(parts, { municipalityId, after });
  const unsent = await notifications.withoutCopy(
    municipalityId,
    desks.flatMap(({ subject, holders, activeSince: since }) =>
      holders.map((staffId) => ({ subject, staffId, since })),
    ),
  );
  const fresh = Map.groupBy(unsent, ({ subject }) => subject);
  const freshOf = (subject: string) => (fresh.get(subject) ?? []).map(({ staffId }) => staffId);
  await notifications.show(
    municipalityId,
    desks.map(({ subject, version }) => ({ subject, version, fresh: freshOf(subject) })),
  );
  const told = desks.map(({ caseId, subject, version }) => {
    return { event: { kind: 'case', id: caseId, version } as const, audience: freshOf(subject) };
  });
  await announce(
    municipalityId,
    told.filter(({ audience }) => audience.length > 0),
  );
  const last = desks.at(-1);
  if (last && desks.length >= PAGE) {
    const { queue } = firstPage(municipalityId);
    await enqueue([{ task: FOLLOW, payload: { municipalityId, after: last.caseId }, ...(queue ? { queue } : {}) }]);
  }
}

/** Cases in review with whoever has them today. 起案者 do not act on their own case. */
async function desksAfter({ db, directory }: JobsParts, { municipalityId, after }: Page) {
  return db.inMunicipality(municipalityId, async (tx) => {
    const cases = await onDesksAfter(tx, after, PAGE);
    const posts = await directory.holdersOf(tx, [...new Set(cases.map((one) => one.postId))]);
    return cases.map((one) => ({
      ...one,
      subject: `${CASE_SUBJECT}/${one.caseId}`,
      holders: (posts.get(one.postId)?.holders ?? [])
        .map((person) => person.staffId)
        .filter((staffId) => staffId !== one.drafterStaffId),
    }));
  });
}
