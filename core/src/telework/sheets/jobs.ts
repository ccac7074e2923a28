import { z } from 'zod';
import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import type { ClosingService } from './closing.ts';
import { runClosing } from './closing-job.ts';
import type { Month } from './month.ts';
import type { SheetParts } from './parts.ts';

const CLOSE = 'telework/close-month';
const REFRESH = 'telework/review-month';

const ToClose = z.object({ municipalityId: z.uuid(), closingId: z.uuid() });
const ToRefresh = z.object({ municipalityId: z.uuid(), month: z.string() });

/** Many who look at the same month at once ask for one look. */
export const refreshJob = (municipalityId: string, month: Month): JobSpec => ({
  task: REFRESH,
  payload: { municipalityId, month },
  key: `${REFRESH}/${municipalityId}/${month}`,
});

/** A closing that began is worked out, again after whatever stopped it. */
export function sheetJobs(parts: SheetParts, closings: Pick<ClosingService, 'refresh'>) {
  const subscriber: Subscriber = (facts) =>
    facts.flatMap(({ topic, municipalityId, payload }) =>
      topic === TELEWORK_CHANGED && payload.kind === 'closing' && payload.act === 'BEGUN'
        ? [{ task: CLOSE, payload: { municipalityId, closingId: payload.id } }]
        : [],
    );
  const tasks: Record<string, Task> = {
    [CLOSE]: (payload) => runClosing(parts, ToClose.parse(payload)),
    async [REFRESH](payload) {
      const { municipalityId, month } = ToRefresh.parse(payload);
      await closings.refresh(municipalityId, month);
    },
  };
  return { subscriber, tasks };
}
