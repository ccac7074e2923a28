import type {
  ApplicationKindName,
  ApplicationView,
  GiveUpInput,
  JudgementView,
  LeaveBalanceView,
  LeaveKindsView,
  MyRegistration,
  TeleworkRulesView,
} from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import type { ApplicationInputs } from '../../api/workday.ts';
import { useFreshWorkday, useOrder, WORKDAY } from '../use-workday.ts';

export const KINDS: readonly ApplicationKindName[] = ['TELEWORK', 'LEAVE', 'OVERTIME', 'TRIP', 'REGISTRATION'];
const TYPING_MS = 350;

export interface MyApplications {
  /** Newest first, of every kind that answered. */
  readonly items: readonly ApplicationView[];
  readonly isPending: boolean;
  /** The kinds that did not answer. */
  readonly failed: readonly ApplicationKindName[];
  readonly error: unknown;
  readonly refetch: () => void;
}

export function useApplications(): MyApplications {
  const { workday } = useApi();
  const lists = useQueries({
    queries: KINDS.map((kind) => ({
      queryKey: [...WORKDAY, 'applications', kind],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => workday.applications(kind, signal),
    })),
  });
  const items = lists.flatMap(({ data }) => data?.items ?? []);
  const broken = lists.filter(({ isError, data }) => isError && !data);
  return {
    items: items.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
    isPending: lists.some(({ isPending }) => isPending),
    failed: KINDS.filter((_, at) => lists[at]?.isError && !lists[at].data),
    error: broken[0]?.error ?? null,
    refetch: () => void Promise.all(broken.map((one) => one.refetch())),
  };
}

/** The text once nobody has typed for a while. */
function useSettled(text: string): string {
  const [kept, setKept] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setKept(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return kept;
}

export interface Judged {
  readonly judgement: JudgementView | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

/** What would come of it, once the person has stopped typing. Nothing is made. */
export function useJudgement<K extends ApplicationKindName>(kind: K, input: ApplicationInputs[K] | null): Judged {
  const { workday } = useApi();
  const typed = JSON.stringify(input);
  const text = useSettled(typed);
  const { data, isFetching, isError, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...WORKDAY, 'check', kind, text],
    queryFn: ({ signal }) => workday.check(kind, JSON.parse(text) as ApplicationInputs[K], signal),
    enabled: text !== 'null',
    placeholderData: keepPreviousData,
  });
  const settled = input !== null && text === typed;
  return {
    judgement: settled && !isPlaceholderData && !isError ? (data ?? null) : null,
    busy: input !== null && (isFetching || !settled),
    error: settled && isError ? error : null,
    refetch: () => void refetch(),
  };
}

export function useApply<K extends ApplicationKindName>(kind: K) {
  const { workday } = useApi();
  const fresh = useFreshWorkday();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (input: ApplicationInputs[K]) => workday.apply(kind, input, keys.keyOf(input)),
    onSuccess: () => {
      keys.forget();
      return fresh();
    },
  });
}

export function useFile() {
  const { workday } = useApi();
  return useOrder<ApplicationView>({ send: (view, key) => workday.file(view, key) });
}

export interface GivingUp {
  readonly view: ApplicationView;
  /** Null for the whole application. */
  readonly itemId: string | null;
}

export function useGiveUp({ view, itemId }: GivingUp) {
  const { workday } = useApi();
  return useOrder<GiveUpInput>({
    send: (input, key) =>
      itemId === null ? workday.withdraw(view, input, key) : workday.cancelDay({ view, itemId }, input, key),
  });
}

export function useRegistration(): UseQueryResult<MyRegistration> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'registration'], queryFn: ({ signal }) => workday.registration(signal) });
}

export function useBalance(): UseQueryResult<LeaveBalanceView> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'balance'], queryFn: ({ signal }) => workday.balance(signal) });
}

export function useLeaveKinds(): UseQueryResult<LeaveKindsView> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'leave-kinds'], queryFn: ({ signal }) => workday.leaveKinds(signal) });
}

export function useTeleworkRules(): UseQueryResult<TeleworkRulesView> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'rules'], queryFn: ({ signal }) => workday.rules(signal) });
}
