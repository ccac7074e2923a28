import type { NewRehearsal, RehearsalSummary, RehearsalView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useActionKey } from '../api/use-action-key.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

const LIST = ['rehearsals'];

export function useRehearsals(): UseQueryResult<{ items: RehearsalSummary[] }> {
  const { rehearsals } = useApi();
  return useQuery({ queryKey: LIST, queryFn: ({ signal }) => rehearsals.list(signal) });
}

/** What a rehearsal finds as things are now. */
export function useRehearsal(id: string): UseQueryResult<RehearsalView> {
  const { rehearsals } = useApi();
  return useQuery({ queryKey: ['rehearsal', id], queryFn: ({ signal }) => rehearsals.read(id, signal) });
}

export interface Loading {
  readonly input: NewRehearsal;
  readonly file: File;
}

export function useLoadRehearsal() {
  const { rehearsals } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: ({ input, file }: Loading) =>
      rehearsals.load(input, file, keyOf([input, file.name, file.size, file.lastModified])),
    onSuccess: (view) => {
      forget();
      queries.setQueryData(['rehearsal', view.id], view);
      return queries.invalidateQueries({ queryKey: LIST });
    },
  });
}

export function useActivateRehearsal(id: string) {
  const { rehearsals } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (accepted: readonly { breakId: string; reason: string }[]) =>
      rehearsals.activate(id, { accepted: [...accepted] }, keyOf(accepted)),
    onSuccess: (view) => {
      forget();
      queries.setQueryData(['rehearsal', id], view);
      return queries.invalidateQueries({ queryKey: LIST });
    },
  });
}
