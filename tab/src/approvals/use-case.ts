import type { CaseView } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** How does this case stand? */
export function useCase(id: string): UseQueryResult<CaseView> {
  const api = useApi();
  return useQuery({ queryKey: ['case', id, 'view'], queryFn: ({ signal }) => api.case(id, signal) });
}
