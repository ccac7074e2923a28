import type { HistoryEntry } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** What has been done with this case? */
export function useHistory(id: string): UseQueryResult<{ items: HistoryEntry[] }> {
  const api = useApi();
  return useQuery({ queryKey: ['case', id, 'history'], queryFn: ({ signal }) => api.history(id, signal) });
}
