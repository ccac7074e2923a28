import type { RegisterPage } from '@kaigi/core/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** Which documents took a number in this fiscal year? `null` means the present one. */
export function useRegister(fiscalYear: number | null): UseInfiniteQueryResult<InfiniteData<RegisterPage>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['register', fiscalYear],
    queryFn: ({ pageParam, signal }) => api.register(fiscalYear, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
