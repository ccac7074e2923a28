import type { WrittenList, WrittenView } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import type { WrittenOrder } from '../../api/written.ts';
import { SCHEDULES } from '../use-schedules.ts';

const WRITTEN = [...SCHEDULES, 'written'];
const MINUTE_MS = 60_000;

export function useWrittenList(): UseQueryResult<WrittenList> {
  const { written } = useApi();
  return useQuery({ queryKey: WRITTEN, queryFn: ({ signal }) => written.list(signal) });
}

/** What was written so far; every minute too, because it opens and ends by the clock. `null`: none yet. */
export function useWritten(id: string | null): UseQueryResult<WrittenView> {
  const { written } = useApi();
  return useQuery({
    queryKey: [...WRITTEN, id],
    queryFn: ({ signal }) => written.read(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: MINUTE_MS,
  });
}

/** Once however often it is pressed; refused because something changed, it is looked at again. */
export function useWrittenOrder() {
  const { written } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: WrittenOrder): Promise<WrittenView> => written.order(order, keyOf(order)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
