import type {
  DisasterView,
  EndSwitchInput,
  PaperEntryInput,
  RollBoard,
  RollBoardQuery,
  RollView,
  SwitchOrderInput,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { Calling, RollNamed, RollWish } from '../api/disaster.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

const DISASTER = ['disaster'];
const BOARD_MS = 15_000;
const OVERVIEW_MS = 5 * 60_000;

export function useDisaster(): UseQueryResult<DisasterView> {
  const { disaster } = useApi();
  return useQuery({
    queryKey: [...DISASTER, 'overview'],
    queryFn: ({ signal }) => disaster.overview(signal),
    refetchInterval: OVERVIEW_MS,
    staleTime: 30_000,
  });
}

const isOn = ({ orders, rolls, may }: DisasterView): boolean =>
  may.ask || rolls.some(({ open }) => open) || orders.some(({ state }) => state === 'IN_FORCE' || state === 'COMING');

/** NOW: something is on, or they may switch it on; LATER: there are forms to print for another day. */
export function useDisasterConcerns(): 'NOW' | 'LATER' | null {
  const { data } = useDisaster();
  if (data === undefined) return null;
  return isOn(data) ? 'NOW' : data.may.paper ? 'LATER' : null;
}

/** Who has answered; what is on a wall in the 対策本部 follows by itself. */
export function useRollBoard(
  roll: RollNamed,
  { unitId, answer }: Omit<RollBoardQuery, 'cursor'>,
): UseInfiniteQueryResult<InfiniteData<RollBoard>> {
  const { disaster } = useApi();
  const query = { ...(unitId === undefined ? {} : { unitId }), ...(answer === undefined ? {} : { answer }) };
  return useInfiniteQuery({
    queryKey: [...DISASTER, 'board', roll.id, query],
    queryFn: ({ pageParam, signal }) =>
      disaster.board(roll, { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: BOARD_MS,
  });
}

/** One change, and everything of the page asked for anew, also where it was refused. */
function useChange<I, T>(change: (input: I, key: string) => Promise<T>) {
  const queries = useQueryClient();
  const key = useActionKey();
  return useLastingMutation({
    mutationFn: (input: I) => change(input, key.keyOf(input)),
    onSuccess: key.forget,
    onSettled: () => queries.invalidateQueries({ queryKey: DISASTER }),
  });
}

export function useOrder() {
  const { disaster } = useApi();
  return useChange((input: SwitchOrderInput, key) => disaster.order(input, key));
}

export function useSubmitOrder(id: string) {
  const { disaster } = useApi();
  return useChange((_: null, key) => disaster.submit(id, key));
}

export function useEndOrder(id: string) {
  const { disaster } = useApi();
  return useChange((input: EndSwitchInput, key) => disaster.end(id, input, key));
}

export function useCall() {
  const { disaster } = useApi();
  return useChange((calling: Calling, key) => disaster.call(calling, key));
}

export function useTell({ kind, id }: Pick<RollView, 'kind' | 'id'>) {
  const { disaster } = useApi();
  return useChange((wish: RollWish, key) => disaster.tell({ kind, id }, wish, key));
}

export function useEnterTimes() {
  const { disaster } = useApi();
  return useChange((input: PaperEntryInput, key) => disaster.enter(input, key));
}

export function useAfterAction(id: string, shown: boolean) {
  const { disaster } = useApi();
  return useInfiniteQuery({
    queryKey: [...DISASTER, 'after', id],
    queryFn: ({ pageParam, signal }) => disaster.afterAction(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: shown,
  });
}
