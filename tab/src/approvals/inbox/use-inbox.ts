import type { Box, CaseSummary } from '@kaigi/core/contract';
import { useEffect, useMemo } from 'react';
import { useCaseList } from '../use-case-list.ts';
import { inOrder, onDesk } from './inbox.ts';

/** More than anybody works through in one sitting. */
const MOST_PAGES = 4;

interface BoxState {
  readonly items: readonly CaseSummary[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly more: boolean;
  refetch(): unknown;
}

/** The whole of a box, page after page. */
function useWholeBox(box: Box): BoxState {
  const list = useCaseList(box, '');
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, data } = list;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && pages < MOST_PAGES) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, pages]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { items, pending: list.isPending, error: data ? null : list.error, more: hasNextPage, refetch: list.refetch };
}

export interface Inbox {
  readonly items: readonly CaseSummary[];
  readonly pending: boolean;
  readonly error: unknown;
  /** There is even more than is loaded. */
  readonly truncated: boolean;
  retry(): void;
}

/** What lies on my desk: to do, to answer, to read, and what I may do for others. */
export function useInbox(): Inbox {
  const inbox = useWholeBox('inbox');
  const reading = useWholeBox('reading');
  const standIn = useWholeBox('standIn');
  const boxes = [inbox, reading, standIn];
  const items = useMemo(
    () => inOrder(onDesk([inbox.items, reading.items, standIn.items])),
    [inbox.items, reading.items, standIn.items],
  );
  return {
    items,
    pending: boxes.some(({ pending }) => pending),
    error: boxes.find(({ error }) => error !== null)?.error ?? null,
    truncated: boxes.some(({ more, items: loaded }) => more && loaded.length > 0),
    retry: () => {
      for (const { refetch } of boxes) void refetch();
    },
  };
}
