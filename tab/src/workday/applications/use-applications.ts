import type {
  ApplicationKindName,
  ApplicationPage,
  ApplicationView,
  GiveUpInput,
  JudgementView,
  LeaveBalanceView,
  LeaveKindsView,
  MyRegistration,
  ReturnItemsInput,
  TakeOutList,
  TeleworkRulesView,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import type { ApplicationInputs, ApplicationsWish } from '../../api/workday.ts';
import { useSettled } from '../../app/use-settled.ts';
import { useFreshWorkday, useOrder, WORKDAY } from '../use-workday.ts';
import type { Start } from './start.ts';

export const KINDS: readonly ApplicationKindName[] = ['TELEWORK', 'LEAVE', 'OVERTIME', 'TRIP', 'REGISTRATION'];
const TYPING_MS = 350;

export type ApplicationsFilter = Omit<ApplicationsWish, 'cursor'>;

/** What I asked for, newest first, page by page. */
export function useApplications(filter: ApplicationsFilter): UseInfiniteQueryResult<InfiniteData<ApplicationPage>> {
  const { workday } = useApi();
  const { kind, state } = filter;
  return useInfiniteQuery({
    queryKey: [...WORKDAY, 'applications', kind, state],
    queryFn: ({ pageParam, signal }) => workday.applications({ kind, state, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useApplication(id: string): UseQueryResult<ApplicationView> {
  const { workday } = useApi();
  return useQuery({
    queryKey: [...WORKDAY, 'application', id],
    queryFn: ({ signal }) => workday.application(id, signal),
  });
}

export interface Judged {
  readonly judgement: JudgementView | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

interface Form<K extends ApplicationKindName> {
  readonly kind: K;
  readonly start: Start;
}

/** What would come of it, once the person has stopped typing. Nothing is made. */
export function useJudgement<K extends ApplicationKindName>(
  { kind, start }: Form<K>,
  input: ApplicationInputs[K] | null,
): Judged {
  const { workday } = useApi();
  const corrected = start.how === 'correct' ? { ...start.view, kind } : null;
  const typed = JSON.stringify(input);
  const text = useSettled(typed, TYPING_MS);
  const { data, isFetching, isError, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...WORKDAY, 'check', kind, corrected?.id ?? null, text],
    queryFn: ({ signal }) => {
      const asked = JSON.parse(text) as ApplicationInputs[K];
      return corrected
        ? workday.checkCorrection({ view: corrected, input: asked }, signal)
        : workday.check(kind, asked, signal);
    },
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

export function useApply<K extends ApplicationKindName>({ kind, start }: Form<K>) {
  const { workday } = useApi();
  const fresh = useFreshWorkday();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (input: ApplicationInputs[K]) =>
      start.how === 'correct'
        ? workday.correctApplication({ view: { ...start.view, kind }, input }, keys.keyOf(input))
        : workday.apply(kind, input, keys.keyOf(input)),
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

/** What is given up: a whole application, one day of it, or a registration that is valid. */
export type GivingUp =
  | { readonly what: 'application'; readonly view: ApplicationView }
  | { readonly what: 'day'; readonly view: ApplicationView; readonly itemId: string }
  | { readonly what: 'registration'; readonly view: Pick<ApplicationView, 'id' | 'version'> };

export function useGiveUp(giving: GivingUp) {
  const { workday } = useApi();
  return useOrder<GiveUpInput>({
    send: (input, key) => {
      if (giving.what === 'registration') return workday.cancelRegistration(giving.view.id, input, key);
      return giving.what === 'day' ? workday.cancelDay(giving, input, key) : workday.withdraw(giving.view, input, key);
    },
  });
}

export function useTakeOuts(): UseQueryResult<TakeOutList> {
  const { workday } = useApi();
  return useQuery({ queryKey: [...WORKDAY, 'take-outs'], queryFn: ({ signal }) => workday.takeOuts(signal) });
}

export interface Returned extends ReturnItemsInput {
  readonly applicationId: string;
}

export function useReturn() {
  const { workday } = useApi();
  return useOrder<Returned>({
    send: ({ applicationId, ...input }, key) => workday.returnItems(applicationId, input, key),
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
