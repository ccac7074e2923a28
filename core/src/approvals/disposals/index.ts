import { z } from 'zod';
import type { Blobs, Clock, JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { CONTENT_REMOVED, DISPOSAL_PROPOSED, type NamesOf } from '../../records/index.ts';
import { removeAttachments } from './attachments-gone.ts';
import { type DraftingParts, draftDisposalCase } from './draft-case.ts';

export { attachmentNames } from './attachments-gone.ts';

const DRAFT = 'approvals/draft-disposal-case';
const REMOVE = 'approvals/remove-attachments';
const AGAIN_MS = 65 * 60_000;

const Proposed = z.object({ municipalityId: z.uuid(), listId: z.uuid(), round: z.int() });
const Gone = z.object({ municipalityId: z.uuid(), recordId: z.uuid(), caseId: z.uuid() });

export interface DisposalsParts extends DraftingParts {
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly names: () => readonly NamesOf[];
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const jobsOf: Subscriber = (facts) =>
  facts.flatMap(({ topic, municipalityId, payload: { kind, id, caseId, listId, round } }): JobSpec[] => {
    if (topic === DISPOSAL_PROPOSED) return [{ task: DRAFT, payload: { municipalityId, listId, round } }];
    if (topic !== CONTENT_REMOVED || kind !== 'RECORD' || caseId === undefined) return [];
    return [{ task: REMOVE, payload: { municipalityId, recordId: id, caseId } }];
  });

/** What the cases do for the end of documents: they decide upon it, and let go of what was attached. */
export const disposalCases = (parts: DisposalsParts): { tasks: Record<string, Task>; subscriber: Subscriber } => ({
  tasks: {
    [DRAFT]: (payload) => draftDisposalCase(parts, Proposed.parse(payload)),
    [REMOVE]: async (payload) => {
      const gone = Gone.parse(payload);
      if (await removeAttachments(parts, gone))
        await parts.enqueue([{ task: REMOVE, payload: gone, runAt: new Date(parts.clock.now().getTime() + AGAIN_MS) }]);
    },
  },
  subscriber: jobsOf,
});
