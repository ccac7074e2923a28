import type { Box, CasePage } from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** Which cases are in this box? */
export function useCaseList(box: Box, q: string): UseInfiniteQueryResult<InfiniteData<CasePage>> {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['cases', box, q],
    queryFn: ({ pageParam, signal }) => api.cases({ box, q, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
