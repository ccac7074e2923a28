import type {
  ExplanationInput,
  Explanations,
  ExplanationView,
  Times,
  WhereaboutsLines,
  WindowInput,
  WindowsView,
  WindowView,
} from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { ExplanationConfirmed, ExplanationMoved, TimesWish, WindowChanged } from '../../api/panel.ts';
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

/** When do they hear explanations next? Of one that is booked already: when could it be instead? */
export function useTimes(wish: TimesWish, moved: Pick<ExplanationView, 'explanationId'> | null): UseQueryResult<Times> {
  const { panel } = useApi();
  const { caseId, staffId, minutes } = wish;
  const of = moved ? [moved.explanationId] : [caseId, staffId, minutes];
  return useQuery({
    queryKey: [...SCHEDULES, 'times', ...of],
    queryFn: ({ signal }) => (moved ? panel.timesToMove(moved.explanationId, signal) : panel.times(wish, signal)),
  });
}

export type ExplanationOrder =
  | { readonly to: 'ask'; readonly input: ExplanationInput }
  | { readonly to: 'move'; readonly moved: ExplanationMoved }
  | { readonly to: 'confirm'; readonly confirmed: ExplanationConfirmed }
  | { readonly to: 'cancel'; readonly id: string };

/** Once however often it is pressed. */
export function useExplanationOrder() {
  const { panel } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: ExplanationOrder) => {
      if (order.to === 'ask') return panel.explain(order.input, keyOf(order));
      if (order.to === 'confirm') return panel.confirm(order.confirmed, keyOf(order));
      return order.to === 'move' ? panel.move(order.moved, keyOf(order)) : panel.cancel(order.id);
    },
    onSuccess: () => forget(),
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}

export const windowsKey = (staffId: string | null) => [...SCHEDULES, 'windows', staffId];

/** When does somebody hear explanations every week? `null`: whoever waits for me, else myself. */
export function useWindows(staffId: string | null): UseQueryResult<WindowsView> {
  const { panel } = useApi();
  return useQuery({
    queryKey: windowsKey(staffId),
    queryFn: ({ signal }) => panel.windows(staffId, signal),
  });
}

export type WindowOrder =
  | { readonly to: 'add'; readonly input: WindowInput }
  | { readonly to: 'change'; readonly change: WindowChanged }
  | { readonly to: 'remove'; readonly window: WindowView };

export function useWindowOrder() {
  const { panel } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async (order: WindowOrder): Promise<void> => {
      if (order.to === 'add') await panel.addWindow(order.input, keyOf(order));
      else if (order.to === 'change') await panel.changeWindow(order.change);
      else await panel.removeWindow(order.window);
    },
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
