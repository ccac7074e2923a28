import type { RecordsSearch, RecordsSearchQuery } from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { Wish } from '../../app/record-routes.ts';

export const CONDITIONS = ['kind', 'fiscalYear', 'state', 'classificationCode', 'counterparty', 'from', 'to'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const isLongEnough = (words = ''): boolean => Array.from(words.replace(/\s/gu, '')).length >= 2;

/** What the address asks for, as the service takes it; it refuses what it does not know. */
function queryOfWish(wish: Wish): RecordsSearchQuery {
  const known = CONDITIONS.flatMap((name) => (wish[name] ? [[name, wish[name]] as const] : []));
  return { q: wish.q ?? '', ...Object.fromEntries(known) } as RecordsSearchQuery;
}

/** What was found; nothing is asked before there are words to seek. */
export function useSearch(wish: Wish): UseInfiniteQueryResult<InfiniteData<RecordsSearch>> {
  const { searchRecords } = useApi();
  const query = queryOfWish(wish);
  return useInfiniteQuery({
    queryKey: ['records-search', query],
    queryFn: ({ pageParam, signal }) =>
      searchRecords({ ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isLongEnough(wish.q),
  });
}
