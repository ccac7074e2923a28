import type { EntryInput, EntryView, WeekView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { EntryChange, EntryRemoval, WeekWish } from '../api/schedules.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

/** Everything of 予定 is asked for anew together. */
export const SCHEDULES = ['schedules'];
const AGAIN_MS = 300_000;

/** Who does what in these days? What is told to open pages brings it anew; every five minutes for how old it is. */
export function useWeek(wish: WeekWish): UseQueryResult<WeekView> {
  const { schedules } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'week', wish],
    queryFn: ({ signal }) => schedules.week(wish, signal),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

/** An own entry: a new one, another one in its place, or none. Once however often it is pressed. */
export type EntryOrder =
  | { readonly to: 'enter'; readonly entry: EntryInput }
  | { readonly to: 'change'; readonly change: EntryChange }
  | { readonly to: 'remove'; readonly removal: EntryRemoval };

export function useEntryOrder() {
  const { schedules } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async (order: EntryOrder): Promise<EntryView | null> => {
      if (order.to === 'enter') return schedules.enter(order.entry, keyOf(order));
      if (order.to === 'change') return schedules.change(order.change, keyOf(order));
      await schedules.remove(order.removal);
      return null;
    },
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
