import type { BoardPage } from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';

/** Who has what? */
export function useBoard(unit: string | null): UseInfiniteQueryResult<InfiniteData<BoardPage>> {
  const { stats } = useApi();
  return useInfiniteQuery({
    queryKey: ['stats', 'board', unit],
    queryFn: ({ pageParam, signal }) => stats.board(unit, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
