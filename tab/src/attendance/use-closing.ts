import type { Characters, ClosingView, TeleworkStatistics } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { ClosingWish, ExportWish } from '../api/attendance.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';
import { useLocale } from '../app/locale.ts';

const CLOSING = ['attendance', 'closing'];
const SOON_MS = 2000;

const isMoving = (view: ClosingView | undefined): boolean =>
  view !== undefined && (view.refreshing || view.closings.some(({ doneAt }) => doneAt === null));

/** How far is the 締め of a month? Of a unit also who blocks in it. */
export function useClosing({ month, unitId }: ClosingWish): UseQueryResult<ClosingView> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...CLOSING, month, unitId, locale],
    queryFn: ({ signal }) => attendance.closing({ month, unitId }, signal),
    refetchInterval: ({ state }) => (isMoving(state.data) ? SOON_MS : false),
  });
}

export function useClose() {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (wish: ClosingWish) => attendance.close(wish, keyOf(wish)),
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ queryKey: ['attendance'] }),
  });
}

/** Which characters of the export does Shift_JIS lack? Asked for that form only. */
export function useCharacters(wish: ExportWish): UseQueryResult<Characters> {
  const { attendance } = useApi();
  return useQuery({
    queryKey: ['attendance', 'characters', wish],
    queryFn: ({ signal }) => attendance.characters(wish, signal),
    enabled: wish.encoding === 'sjis',
    staleTime: 60_000,
  });
}

/** How many telework, section by section? */
export function useRates(month: string): UseQueryResult<TeleworkStatistics> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: ['attendance', 'rates', month, locale],
    queryFn: ({ signal }) => attendance.rates(month, signal),
    staleTime: 60_000,
  });
}
