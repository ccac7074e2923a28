import type { MinutesSearch } from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { SearchWish } from '../../app/meeting-routes.ts';

export const isLongEnough = (words: string): boolean => Array.from(words.replace(/\s/gu, '')).length >= 2;

/** What was found; nothing is asked before there are words to seek. */
export function useSearch(wish: SearchWish): UseInfiniteQueryResult<InfiniteData<MinutesSearch>> {
  const { words } = useApi();
  return useInfiniteQuery({
    queryKey: ['minutes-search', wish],
    queryFn: ({ pageParam, signal }) =>
      words.search({ ...wish, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isLongEnough(wish.q),
  });
}
