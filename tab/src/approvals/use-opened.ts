import type { CaseView } from '@kaigi/core/contract';
import { useEffect } from 'react';
import { useApi } from '../api/api-context.ts';

/** Says once that somebody who has the case on their desk has it before their eyes; no page waits for it. */
export function useOpened({ id, task, status }: Pick<CaseView, 'id' | 'task' | 'status'>): void {
  const api = useApi();
  const mine = task !== null && (status === 'IN_REVIEW' || status === 'IN_DISPUTE');
  useEffect(() => {
    if (!mine) return;
    api.approvals.opened(id).catch(() => {
      // A receipt that does not arrive is made up for by the next look at the case.
    });
  }, [api, id, mine]);
}
