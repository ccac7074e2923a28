import type { TakeOverInput, YearlyItemView, YearlyPreview, YearlyView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import type { YearlyOrder, YearlyWish } from '../../api/yearly.ts';
import { SCHEDULES } from '../use-schedules.ts';

/** What does a section do in a fiscal year? */
export function useYearly(wish: YearlyWish): UseQueryResult<YearlyView> {
  const { yearly } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'yearly', wish],
    queryFn: ({ signal }) => yearly.list(wish, signal),
    placeholderData: keepPreviousData,
  });
}

/** What would it be in the next one? */
export function useYearlyNext(wish: YearlyWish): UseQueryResult<YearlyPreview> {
  const { yearly } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'yearly', 'next', wish],
    queryFn: ({ signal }) => yearly.next(wish, signal),
  });
}

function useOnce<Wish, Done>(send: (wish: Wish, key: string) => Promise<Done>) {
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (wish: Wish): Promise<Done> => send(wish, keyOf(wish)),
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

export function useYearlyOrder() {
  const { yearly } = useApi();
  return useOnce((order: YearlyOrder, key): Promise<YearlyItemView | null> => yearly.order(order, key));
}

export function useTakeOver() {
  const { yearly } = useApi();
  return useOnce((input: TakeOverInput, key): Promise<YearlyView> => yearly.takeOver(input, key));
}
