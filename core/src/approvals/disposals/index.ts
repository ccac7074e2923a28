import { z } from 'zod';
import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { DISPOSAL_PROPOSED } from '../../records/index.ts';
import { type DraftingParts, draftDisposalCase } from './draft-case.ts';
import { type TakingBackParts, takingBack } from './take-back.ts';

export { attachmentNames, forgetAttachments } from './attachments-gone.ts';
export { forgetCaseWords } from './words-gone.ts';

const DRAFT = 'approvals/draft-disposal-case';

const Proposed = z.object({ municipalityId: z.uuid(), listId: z.uuid(), round: z.int() });

const jobsOf: Subscriber = (facts) =>
  facts.flatMap(({ topic, municipalityId, payload: { listId, round } }): JobSpec[] =>
    topic === DISPOSAL_PROPOSED ? [{ task: DRAFT, payload: { municipalityId, listId, round } }] : [],
  );

/** What the cases do for the end of documents: they decide upon it, and let go of what is theirs. */
export function disposalCases(parts: DraftingParts & TakingBackParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscriber: Subscriber;
} {
  const { tasks, cron } = takingBack(parts);
  return {
    tasks: { ...tasks, [DRAFT]: (payload) => draftDisposalCase(parts, Proposed.parse(payload)) },
    cron,
    subscriber: jobsOf,
  };
}
