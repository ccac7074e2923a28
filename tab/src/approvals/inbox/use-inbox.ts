import type { Box, CaseSummary } from '@kaigi/core/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../api/api-context.ts';
import type { KaigiClient } from '../../api/client.ts';
import { inOrder, onDesk } from './inbox.ts';

/** More than anybody works through in one sitting. */
const MOST_PAGES = 4;

interface WholeBox {
  readonly items: readonly CaseSummary[];
  /** There is even more than is loaded. */
  readonly more: boolean;
}

interface BoxState extends WholeBox {
  readonly pending: boolean;
  readonly error: unknown;
  refetch(): unknown;
}

const NOTHING_YET: WholeBox = { items: [], more: false };

async function wholeBox(api: KaigiClient, box: Box, signal: AbortSignal): Promise<WholeBox> {
  const items: CaseSummary[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await api.cases({ box, q: '', cursor }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return { items, more: cursor !== null };
}

/**
 * All pages are one question: page by page, a change told between two of them could leave the second unasked for, and
 * a desk of forty showed thirty.
 */
function useWholeBox(box: Box): BoxState {
  const api = useApi();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['cases', box, 'whole'],
    queryFn: ({ signal }) => wholeBox(api, box, signal),
  });
  return { ...(data ?? NOTHING_YET), pending: isPending, error: data ? null : error, refetch };
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
