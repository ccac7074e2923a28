import type { ReadingAnswer } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';

/** What is there to read in this version of the case? */
export function useReadingPack(id: string, version: number): UseQueryResult<ReadingAnswer> {
  const api = useApi();
  return useQuery({
    queryKey: ['reading', id, version],
    queryFn: ({ signal }) => api.approvals.readingPack(id, signal),
    staleTime: 600_000,
  });
}
