import type { PackReview, PackTable, PackView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { WhichPack } from '../../api/packs.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { useLocale } from '../../app/locale.ts';

const PACKS = ['packs'];

/** Which versions of the regulations are there? */
export function usePacks(): UseQueryResult<{ items: PackView[] }> {
  const { packs } = useApi();
  return useQuery({ queryKey: [...PACKS, useLocale()], queryFn: ({ signal }) => packs.list(signal) });
}

/** What would this version change? */
export function usePackReview(packId: string): UseQueryResult<PackReview> {
  const { packs } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: [...PACKS, locale, 'review', packId],
    queryFn: ({ signal }) => packs.review(packId, signal),
  });
}

/** What do the rows of this version say? A text never changes. */
export function usePackTable(which: WhichPack): UseQueryResult<PackTable> {
  const { packs } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: ['pack table', locale, which],
    queryFn: ({ signal }) => packs.table(which, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useProposePack() {
  const { packs } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: (file: File) => packs.propose(file, keyOf([file.name, file.size, file.lastModified])),
    onSuccess: () => {
      forget();
      return queries.invalidateQueries({ queryKey: PACKS });
    },
  });
}

export function useDropPack() {
  const { packs } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (packId: string) => packs.drop(packId, keyOf(packId)),
    onSuccess: forget,
    onSettled: () => queries.invalidateQueries({ queryKey: PACKS }),
  });
}
