import type { PollList, PollView } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { PollOrder } from '../../api/polls.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { SCHEDULES } from '../use-schedules.ts';

const POLLS = [...SCHEDULES, 'polls'];

export function usePolls(): UseQueryResult<PollList> {
  const { polls } = useApi();
  return useQuery({ queryKey: POLLS, queryFn: ({ signal }) => polls.list(signal) });
}

/** What everybody has said so far; `null`: none yet. */
export function usePoll(id: string | null): UseQueryResult<PollView> {
  const { polls } = useApi();
  return useQuery({
    queryKey: [...POLLS, id],
    queryFn: ({ signal }) => polls.read(id ?? '', signal),
    enabled: id !== null,
  });
}

/** Once however often it is pressed; refused because something changed, it is looked at again. */
export function usePollOrder() {
  const { polls } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: PollOrder): Promise<PollView> => polls.order(order, keyOf(order)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
