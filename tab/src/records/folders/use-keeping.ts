import type { FolderDetail, FolderList, KeepingAct, KeepingView, RecordView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
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
