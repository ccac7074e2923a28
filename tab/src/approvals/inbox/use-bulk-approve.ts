import type { BulkApproveAnswer, Summaries } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../../api/action-key.ts';
import { useApi } from '../../api/api-context.ts';

export type Summary = Summaries['items'][number];

/** What is each of these about? Whoever is answered has seen it. */
export function useSummaries(ids: readonly string[]): UseQueryResult<Summaries> {
  const api = useApi();
  return useQuery({
    queryKey: ['summaries', ids],
    queryFn: ({ signal }) => api.approvals.summaries(ids, signal),
    // What is approved is what was shown, not what came in between.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

interface BulkApproval {
  readonly busy: boolean;
  readonly answer: BulkApproveAnswer | null;
  readonly error: unknown;
  approve(summaries: readonly Summary[]): void;
}

/** Approves several minor matters; each is an act of its own, and tells what came of it. */
export function useBulkApprove(): BulkApproval {
  const api = useApi();
  const queries = useQueryClient();
  const actionKey = useRef<ActionKey | null>(null);
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (summaries: readonly Summary[]) => {
      const items = summaries.map(({ caseId, version }) => ({ caseId, version }));
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
    approve: (summaries) => {
      if (!isPending) mutate(summaries);
    },
  };
}
