import type { BulkApproveAnswer, CaseView } from '@kaigi/core/contract';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../../api/action-key.ts';
import { useApi } from '../../api/api-context.ts';

export interface Summary {
  readonly id: string;
  readonly view: CaseView | null;
  readonly failed: boolean;
}

/** The cases as they are now: each is shown before it is approved, so each counts as opened. */
export function useSummaries(ids: readonly string[]): readonly Summary[] {
  const api = useApi();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['case', id, 'view'],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const view = await api.case(id, signal);
        await api.approvals.opened(id);
        return view;
      },
    })),
    combine: (results) =>
      results.map(({ data, isError }, index) => ({ id: ids[index] ?? '', view: data ?? null, failed: isError })),
  });
}

interface BulkApproval {
  readonly busy: boolean;
  readonly answer: BulkApproveAnswer | null;
  readonly error: unknown;
  approve(views: readonly CaseView[]): void;
}

/** Approves several minor matters; each is an act of its own, and tells what came of it. */
export function useBulkApprove(): BulkApproval {
  const api = useApi();
  const queries = useQueryClient();
  const actionKey = useRef<ActionKey | null>(null);
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (views: readonly CaseView[]) => {
      const items = views.map(({ id, version }) => ({ caseId: id, version }));
      actionKey.current = actionKeyFor(actionKey.current, items, () => crypto.randomUUID());
      return api.approvals.bulkApprove({ items }, actionKey.current.key);
    },
    onSuccess: () => {
      actionKey.current = null;
      for (const key of ['case', 'cases', 'stats', 'register']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return {
    busy: isPending,
    answer: data ?? null,
    error,
    approve: (views) => {
      if (!isPending) mutate(views);
    },
  };
}
