import type { Disposals, DisposalView, Tombstones, TombstonesQuery } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { DisposalOrder } from '../../api/disposals.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';

const DISPOSALS = ['disposals'] as const;

/** What comes to its end in a fiscal year? `null` means the present one. */
export function useDisposals(fiscalYear: number | null): UseQueryResult<Disposals> {
  const { disposals } = useApi();
  return useQuery({
    queryKey: [...DISPOSALS, 'lists', fiscalYear],
    queryFn: ({ signal }) => disposals.list(fiscalYear, signal),
    placeholderData: keepPreviousData,
  });
}

/** What was disposed of? */
export function useTombstones(asked: TombstonesQuery): UseQueryResult<Tombstones> {
  const { disposals } = useApi();
  return useQuery({
    queryKey: [...DISPOSALS, 'tombstones', asked],
    queryFn: ({ signal }) => disposals.tombstones(asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** How does one list stand? Looked at again while somebody else, or the service, works on it. */
export function useDisposal(id: string): UseQueryResult<DisposalView> {
  const { disposals } = useApi();
  return useQuery({
    queryKey: [...DISPOSALS, 'list', id],
    queryFn: ({ signal }) => disposals.read(id, signal),
    refetchInterval: ({ state }) => (state.data && WATCHED.includes(state.data.state) ? 5_000 : false),
  });
}

const WATCHED: readonly DisposalView['state'][] = ['PROPOSED', 'EXECUTING'];

export function useMakeDisposals() {
  const { disposals } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (fiscalYear: number): Promise<Disposals> => disposals.make(fiscalYear, keyOf(fiscalYear)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: DISPOSALS }),
  });
}

export function useDisposalOrder() {
  const { disposals } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: DisposalOrder): Promise<DisposalView> => disposals.order(order, keyOf(order)),
    onSuccess: (view) => {
      forget();
      queries.setQueryData([...DISPOSALS, 'list', view.id], view);
    },
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: DISPOSALS }),
  });
}
