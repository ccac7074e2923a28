import type { RegisterPage } from '@kaigi/core/contract';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { Wish } from '../app/record-routes.ts';

/** Which documents took a number, of those that are looked for? */
export function useRegister(wish: Wish): UseInfiniteQueryResult<InfiniteData<RegisterPage>> {
  const { book } = useApi();
  return useInfiniteQuery({
    queryKey: ['register', wish],
    queryFn: ({ pageParam, signal }) => book.page({ ...wish, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
