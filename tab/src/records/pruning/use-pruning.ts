import type { PrunableList, PrunedMany, PruneInput, PruneManyInput, VersionsView } from '@kaigi/core/contract';
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';

// Pages of records and of space tell of versions, too, and the proof of a record of each of its files.
const TOLD = [['keeping'], ['records-space'], ['record-check']] as const;
const [KEEPING] = TOLD;
// One call takes so many; more go one after the other.
const AT_ONCE = 100;

/** Which versions of its file are there, and what became of the others? */
export function useVersions(id: string): UseQueryResult<VersionsView> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'versions', id], queryFn: ({ signal }) => keeping.versions(id, signal) });
}

/** Of which documents may working versions go? */
export function usePrunable(): UseInfiniteQueryResult<InfiniteData<PrunableList>> {
  const { keeping } = useApi();
  return useInfiniteQuery({
    queryKey: [...KEEPING, 'prunable'],
    queryFn: ({ pageParam, signal }) => keeping.prunable(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

function useSettled() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of TOLD) void queries.invalidateQueries({ queryKey });
  };
}

export function usePrune(id: string) {
  const { keeping } = useApi();
  const onSettled = useSettled();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (input: PruneInput) => keeping.prune(id, input, keyOf(input)),
    onSuccess: () => forget(),
    onSettled,
  });
}

const NOTHING: PrunedMany = { records: 0, versions: 0, bytes: 0, left: [] };

const sumOf = (a: PrunedMany, b: PrunedMany): PrunedMany => ({
  ...{ records: a.records + b.records, versions: a.versions + b.versions, bytes: a.bytes + b.bytes },
  left: [...a.left, ...b.left],
});

export function usePruneMany() {
  const { keeping } = useApi();
  const onSettled = useSettled();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async ({ items, reason }: PruneManyInput): Promise<PrunedMany> => {
      let done = NOTHING;
      for (let from = 0; from < items.length; from += AT_ONCE) {
        const some = { items: items.slice(from, from + AT_ONCE), reason };
        done = sumOf(done, await keeping.pruneMany(some, keyOf(some)));
      }
      return done;
    },
    onSuccess: () => forget(),
    onSettled,
  });
}
