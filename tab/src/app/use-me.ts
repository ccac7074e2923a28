import type { Me } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** Who am I, and what are my posts? */
export function useMe(): UseQueryResult<Me> {
  const api = useApi();
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => api.me(signal), staleTime: 300_000 });
}
