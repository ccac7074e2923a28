import type {
  ExplanationInput,
  Explanations,
  Times,
  WhereaboutsLines,
  WindowInput,
  WindowsView,
  WindowView,
} from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { ExplanationMoved, TimesWish } from '../../api/panel.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { SCHEDULES } from '../use-schedules.ts';

const MINUTE_MS = 60_000;

/** Where are these people now? Every minute too, because meetings end by themselves. */
export function useLines(people: readonly string[]): UseQueryResult<WhereaboutsLines> {
  const { panel } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'lines', ...people],
    queryFn: ({ signal }) => panel.lines(people, signal),
    refetchInterval: MINUTE_MS,
    enabled: people.length > 0,
  });
}

export const explanationsKey = (caseId: string) => [...SCHEDULES, 'explanations', caseId];

/** When is this case explained, and to whom can it be? */
export function useExplanations(caseId: string): UseQueryResult<Explanations> {
  const { panel } = useApi();
  return useQuery({ queryKey: explanationsKey(caseId), queryFn: ({ signal }) => panel.explanations(caseId, signal) });
}

/** When do they hear explanations next? */
export function useTimes(wish: TimesWish): UseQueryResult<Times> {
  const { panel } = useApi();
  const { caseId, staffId, minutes } = wish;
  return useQuery({
    queryKey: [...SCHEDULES, 'times', caseId, staffId, minutes],
    queryFn: ({ signal }) => panel.times(wish, signal),
  });
}

export type ExplanationOrder =
  | { readonly to: 'ask'; readonly input: ExplanationInput }
  | { readonly to: 'move'; readonly moved: ExplanationMoved }
  | { readonly to: 'cancel'; readonly id: string };

/** Once however often it is pressed. */
export function useExplanationOrder() {
  const { panel } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: ExplanationOrder) => {
      if (order.to === 'ask') return panel.explain(order.input, keyOf(order));
      return order.to === 'move' ? panel.move(order.moved, keyOf(order)) : panel.cancel(order.id);
    },
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

/** When does somebody hear explanations every week? `null`: myself. */
export function useWindows(staffId: string | null): UseQueryResult<WindowsView> {
  const { panel } = useApi();
  return useQuery({
    queryKey: [...SCHEDULES, 'windows', staffId],
    queryFn: ({ signal }) => panel.windows(staffId, signal),
  });
}

export type WindowOrder =
  | { readonly to: 'add'; readonly input: WindowInput }
  | { readonly to: 'remove'; readonly window: WindowView };

export function useWindowOrder() {
  const { panel } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async (order: WindowOrder): Promise<void> => {
      if (order.to === 'add') await panel.addWindow(order.input, keyOf(order));
      else await panel.removeWindow(order.window);
    },
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
