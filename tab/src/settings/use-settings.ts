import type {
  AbsenceInput,
  AbsenceList,
  DataSetsView,
  MirrorOverview,
  NotificationSettings,
  NotificationWish,
  ReachPage,
  TellDeleted,
  Unreached,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

const WISHES = ['settings', 'wishes'];
const ABSENCES = ['settings', 'absences'];
const MIRROR = ['settings', 'mirror'];
const MINUTE_MS = 60_000;

/** When do I want to be told? */
export function useWishes(): UseQueryResult<NotificationSettings> {
  const { settings } = useApi();
  return useQuery({ queryKey: WISHES, queryFn: ({ signal }) => settings.wishes(signal) });
}

export function useChooseWishes() {
  const { settings } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: NotificationWish) => settings.choose(wish),
    onSuccess: (stored) => queries.setQueryData(WISHES, stored),
  });
}

/** When am I away? Looked at again every minute: it begins and ends by itself. */
export function useAbsences(): UseQueryResult<AbsenceList> {
  const { settings } = useApi();
  return useQuery({
    queryKey: ABSENCES,
    queryFn: ({ signal }) => settings.absences(signal),
    refetchInterval: MINUTE_MS,
  });
}

/** Who else is away, and for whom may I say so? Under the same key: whatever is typed is looked at again in both. */
export function useAbsencesAround(): UseQueryResult<AbsenceList> {
  const { settings } = useApi();
  return useQuery({
    queryKey: [...ABSENCES, 'around'],
    queryFn: ({ signal }) => settings.absencesAround(signal),
    refetchInterval: MINUTE_MS,
  });
}

export function useRecordAbsence() {
  const { settings } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: (input: Partial<AbsenceInput>) => settings.away(input, keyOf(input)),
    onSuccess: () => {
      forget();
      return queries.invalidateQueries({ queryKey: ABSENCES });
    },
  });
}

export interface Ending {
  readonly id: string;
  /** `END`: back now. `CANCEL`: it was never so. */
  readonly how: 'END' | 'CANCEL';
}

export function useEndAbsence() {
  const { settings } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: async ({ id, how }: Ending): Promise<void> => {
      if (how === 'END') await settings.back(id, keyOf({ id, how }));
      else await settings.takeBack(id);
    },
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ queryKey: ABSENCES }),
  });
}

/** What is kept of me besides documents, and until when? */
export function useDataSets(): UseQueryResult<DataSetsView> {
  const { settings } = useApi();
  return useQuery({ queryKey: ['settings', 'data-sets'], queryFn: ({ signal }) => settings.dataSets(signal) });
}

/** How do the copies of records in SharePoint stand? */
export function useMirror(): UseQueryResult<MirrorOverview> {
  const { settings } = useApi();
  return useQuery({
    queryKey: MIRROR,
    queryFn: ({ signal }) => settings.mirror(signal),
    refetchInterval: MINUTE_MS,
  });
}

/** 手で削除した */
export function useTellDeleted(recordId: string) {
  const { settings } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (input: TellDeleted) => settings.tellDeleted(recordId, input, keyOf({ recordId, ...input })),
    onSuccess: forget,
    onSettled: () => void queries.invalidateQueries({ queryKey: MIRROR }),
  });
}

/** Whom does the bot not reach? */
export function useReach(state: Unreached | null): UseInfiniteQueryResult<InfiniteData<ReachPage>> {
  const { settings } = useApi();
  return useInfiniteQuery({
    queryKey: ['settings', 'reach', state],
    queryFn: ({ pageParam, signal }) => settings.reach({ state, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}
