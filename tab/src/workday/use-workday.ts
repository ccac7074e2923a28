import type {
  CorrectionInput,
  DayReportView,
  MakeReportInput,
  MidShiftInput,
  SheetView,
  WorkdayView,
} from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { isConflict } from '../api/problem.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

export const WORKDAY = ['workday'];
const DAY = (date: string) => [...WORKDAY, 'day', date];

/** A day that is open moves by itself: its minutes are asked for again. */
const AGAIN_MS = 60_000;

export function useDay(date: string): UseQueryResult<WorkdayView> {
  const { workday } = useApi();
  return useQuery({
    queryKey: DAY(date),
    queryFn: ({ signal }) => workday.day(date, signal),
    ...(date === 'today' ? { refetchInterval: AGAIN_MS } : {}),
  });
}

export function useSheet(month: string): UseQueryResult<SheetView> {
  const { workday } = useApi();
  return useQuery({
    queryKey: [...WORKDAY, 'sheet', month],
    queryFn: ({ signal }) => workday.sheet(month, signal),
    placeholderData: keepPreviousData,
  });
}

export function useReports(date: string): UseQueryResult<DayReportView> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'reports', date], queryFn: ({ signal }) => workday.reports(date, signal) });
}

/** Asks again for everything about one's working days. */
export function useFreshWorkday(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: WORKDAY });
}

interface Order<Input> {
  readonly send: (input: Input, key: string) => Promise<unknown>;
}

/** One order of the person: the same one has the same key, and afterwards everything is asked for again. */
export function useOrder<Input>({ send }: Order<Input>) {
  const fresh = useFreshWorkday();
  const keys = useActionKey();
  return useLastingMutation({
    mutationFn: (input: Input) => send(input, keys.keyOf(input)),
    onSuccess: () => {
      keys.forget();
      return fresh();
    },
    onError: (error) => (isConflict(error) ? fresh() : undefined),
  });
}

export function useMidShift(date: string) {
  const { workday } = useApi();
  return useOrder<MidShiftInput>({ send: (input, key) => workday.midShift(date, input, key) });
}

export function useReport(date: string) {
  const { workday } = useApi();
  return useOrder<MakeReportInput>({ send: (input, key) => workday.report(date, input, key) });
}

export function useCorrection() {
  const { workday } = useApi();
  return useOrder<CorrectionInput>({ send: (input, key) => workday.correct(input, key) });
}
