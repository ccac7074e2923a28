import type {
  CapturedAgain,
  FolderChoices,
  FolderDetail,
  FolderList,
  HandoverView,
  KeepingAct,
  KeepingView,
  MakeFolder,
  ReadingLog,
  RecordCheck,
  RecordView,
  ScheduleChange,
} from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { KeepingOrder } from '../../api/keeping.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';

const KEEPING = ['keeping'] as const;

/** What was filed? */
export function useRecord(id: string): UseQueryResult<RecordView> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'record', id], queryFn: ({ signal }) => keeping.record(id, signal) });
}

/** How is it kept, and why so long? */
export function useKept(id: string): UseQueryResult<KeepingView> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'kept', id], queryFn: ({ signal }) => keeping.read(id, signal) });
}

export function useKeepingAct(id: string) {
  const { keeping } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (act: KeepingAct): Promise<KeepingView> => keeping.act(id, act, keyOf(act)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEEPING }),
  });
}

/** Which 簿冊 are there in a fiscal year? `null` means the present one. */
export function useFolders(fiscalYear: number | null): UseQueryResult<FolderList> {
  const { keeping } = useApi();
  return useQuery({
    queryKey: [...KEEPING, 'folders', fiscalYear],
    queryFn: ({ signal }) => keeping.folders(fiscalYear, signal),
    placeholderData: keepPreviousData,
  });
}

export function useFolder(id: string): UseQueryResult<FolderDetail> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'folder', id], queryFn: ({ signal }) => keeping.folder(id, signal) });
}

export function useCopyFolders() {
  const { keeping } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (wish: { unitId: string; from: number }) => keeping.copy(wish.unitId, wish.from, keyOf(wish)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEEPING }),
  });
}

/** One 簿冊 by itself: a city in its first year has no last year's to copy. */
export function useMakeFolder() {
  const { keeping } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (folder: MakeFolder) => keeping.make(folder, keyOf(folder)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEEPING }),
  });
}

/** Which 簿冊 may the record be moved to? */
export function useFolderChoices(id: string): UseQueryResult<FolderChoices> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'choices', id], queryFn: ({ signal }) => keeping.choices(id, signal) });
}

/** Is it as it was recorded? Every byte is read for it, so it is asked once, and again when somebody wants it. */
export function useCheck(id: string): UseQueryResult<RecordCheck> {
  const { keeping } = useApi();
  return useQuery({
    queryKey: ['record-check', id],
    queryFn: ({ signal }) => keeping.check(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Who opened it, as far as this person may know? */
export function useReadingLog(id: string): UseQueryResult<ReadingLog> {
  const { keeping } = useApi();
  return useQuery({
    queryKey: ['record-openings', id],
    queryFn: ({ signal }) => keeping.readings(id, signal),
  });
}

/** Which other records hold the messages of this one? */
export function useCapturedAgain(id: string): UseQueryResult<CapturedAgain> {
  const { keeping } = useApi();
  return useQuery({ queryKey: ['record-captures', id], queryFn: ({ signal }) => keeping.captures(id, signal) });
}

/** What is in the way of 引継 of a year? */
export function useHandovers(fiscalYear: number): UseQueryResult<HandoverView> {
  const { keeping } = useApi();
  return useQuery({
    queryKey: [...KEEPING, 'handovers', fiscalYear],
    queryFn: ({ signal }) => keeping.handovers(fiscalYear, signal),
  });
}

/** What would the schedule in force move? */
export function useScheduleChange(): UseQueryResult<ScheduleChange> {
  const { keeping } = useApi();
  return useQuery({ queryKey: [...KEEPING, 'schedule'], queryFn: ({ signal }) => keeping.schedule(signal) });
}

/** A hold, 引継, a changed schedule: done once, however often it is pressed. */
export function useKeepingOrder() {
  const { keeping } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (order: KeepingOrder) => keeping.order(order, keyOf(order)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEEPING }),
  });
}
