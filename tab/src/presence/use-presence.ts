import type { NudgeList, PresenceBoard, WhereaboutsAnswer } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

const PRESENCE = ['presence'];
const MINUTE_MS = 60_000;

/** Who is where? What is told to open pages brings it anew; each minute because times end by themselves. */
export function usePresence(unit: string | null): UseQueryResult<PresenceBoard> {
  const { presence } = useApi();
  return useQuery({
    queryKey: [...PRESENCE, 'board', unit],
    queryFn: ({ signal }) => presence.board(unit, signal),
    refetchInterval: MINUTE_MS,
    placeholderData: keepPreviousData,
  });
}

export function useNudges(): UseQueryResult<NudgeList> {
  const { presence } = useApi();
  return useQuery({
    queryKey: [...PRESENCE, 'nudges'],
    queryFn: ({ signal }) => presence.nudges(signal),
    refetchInterval: MINUTE_MS,
  });
}

/** Every order of this page: once however often it is pressed, and then everything is asked for anew. */
function useOrder<W, A>(order: (wish: W, key: string) => Promise<A>) {
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (wish: W) => order(wish, keyOf(wish)),
    onSuccess: () => {
      forget();
      void queries.invalidateQueries({ queryKey: PRESENCE });
    },
  });
}

export function useSayWhere() {
  const { presence } = useApi();
  return useOrder<string, WhereaboutsAnswer>((said, key) => presence.say(said, key));
}

export function useNudge() {
  const { presence } = useApi();
  return useOrder<string, NudgeList>((staffId, key) => presence.nudge(staffId, key));
}

export function useAnswerNudge() {
  const { presence } = useApi();
  return useOrder<string, unknown>((nudgeId, key) => presence.answer(nudgeId, key));
}
