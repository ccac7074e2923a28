import type {
  Confirmations,
  Confirmed,
  PersonsRegistration,
  ReportCommentInput,
  ReportList,
  SheetView,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { ConfirmationsWish, OvertimeConfirming, Settling, SheetWish } from '../api/attendance.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';
import { useLocale } from '../app/locale.ts';
import type { Open } from './people.ts';

const ALL = ['attendance'];
const MONTH = [...ALL, 'confirmations'];
const OPEN = [...ALL, 'open'];
const REPORTS = [...ALL, 'reports'];

const again = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: ALL });

/** How does the month of my people stand? */
export function useConfirmations({ month, all }: ConfirmationsWish): UseQueryResult<Confirmations> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...MONTH, month, all, locale],
    queryFn: ({ signal }) => attendance.confirmations({ month, all }, signal),
    // The others stay where they are while those further below are added; another month begins anew.
    placeholderData: (before) => (before?.month === month ? before : undefined),
  });
}

/** What waits for my word, of whatever month. */
export function useOpen(): UseQueryResult<Open> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...OPEN, locale],
    queryFn: async ({ signal }) => {
      const [corrections, overtime] = await Promise.all([attendance.corrections(signal), attendance.overtime(signal)]);
      return {
        corrections: corrections.items.filter(({ may }) => may.settle),
        overtime: overtime.items.filter(({ may }) => may.confirm),
      };
    },
  });
}

/** One person's month. */
export function useSheet({ month, staffId }: SheetWish): UseQueryResult<SheetView> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...ALL, 'sheet', staffId, month, locale],
    queryFn: ({ signal }) => attendance.sheet({ month, staffId }, signal),
  });
}

/** 利用者登録 of one person. */
export function usePersonsRegistration(staffId: string): UseQueryResult<PersonsRegistration> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...ALL, 'registration', staffId, locale],
    queryFn: ({ signal }) => attendance.registration(staffId, signal),
  });
}

/** By its fingerprint: what was looked at is confirmed, and nothing that came in between. */
export interface Looked {
  readonly staffId: string;
  readonly fingerprint: string;
}

function markConfirmed(queries: QueryClient, month: string, answer: Confirmed): void {
  const done = new Set(answer.items.filter(({ outcome }) => outcome === 'CONFIRMED').map(({ staffId }) => staffId));
  queries.setQueriesData<Confirmations>({ queryKey: [...MONTH, month] }, (before) =>
    before
      ? {
          ...before,
          items: before.items.map((item) =>
            done.has(item.person.staffId) ? { ...item, state: 'CONFIRMED', may: { confirm: false } } : item,
          ),
        }
      : before,
  );
}

export function useConfirm(month: string) {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: (looked: readonly Looked[]) => {
      const items = looked.map(({ staffId, fingerprint }) => ({ staffId, fingerprint }));
      return attendance.confirm({ month, items }, keyOf({ month, items }));
    },
    onSuccess: (answer) => {
      forget();
      // At once, so that the next one is under the fingers while the service is asked again.
      markConfirmed(queries, month, answer);
    },
    onSettled: () => void again(queries),
  });
}

export function useSettle() {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (settling: Settling) => attendance.settle(settling, keyOf(settling)),
    onSuccess: forget,
    // 後日入力 is answered on one's own day.
    onSettled: () => Promise.all([again(queries), queries.invalidateQueries({ queryKey: ['workday'] })]),
  });
}

export function useConfirmOvertime() {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (confirming: OvertimeConfirming) => attendance.confirmOvertime(confirming, keyOf(confirming)),
    onSuccess: forget,
    onSettled: () => again(queries),
  });
}

export interface Unlocking extends SheetWish {
  readonly version: number;
  readonly reason: string;
}

export function useUnlock() {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: ({ month, ...input }: Unlocking) => attendance.unlock(month, input, keyOf({ month, ...input })),
    onSuccess: forget,
    onSettled: () => again(queries),
  });
}

/** What did my people plan and do on a day? */
export function useReports(date: string): UseInfiniteQueryResult<InfiniteData<ReportList>> {
  const { attendance } = useApi();
  const locale = useLocale();
  return useInfiniteQuery({
    queryKey: [...REPORTS, date, locale],
    queryFn: ({ pageParam, signal }) => attendance.reports(date, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useComment() {
  const { attendance } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (said: { readonly id: string; readonly input: ReportCommentInput }) =>
      attendance.comment(said, keyOf(said)),
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ queryKey: REPORTS }),
  });
}
