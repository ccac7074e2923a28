import type {
  Addressees,
  CancelInstructionInput,
  GiveInstructionInput,
  InstructionBox,
  InstructionPage,
  InstructionView,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../api/action-key.ts';
import { useApi } from '../api/api-context.ts';
import { isConflict } from '../api/problem.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';
import { useSettled } from '../app/use-settled.ts';

// Among what follows every change of a case: an instruction moves with its case.
const LIST = ['cases', 'instructions'];
const ONE = (id: string) => [...LIST, 'one', id];
const TYPING_MS = 250;

export function useInstructionList(box: InstructionBox): UseInfiniteQueryResult<InfiniteData<InstructionPage>> {
  const { instructions } = useApi();
  return useInfiniteQuery({
    queryKey: [...LIST, box],
    queryFn: ({ pageParam, signal }) => instructions.list(box, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useInstruction(id: string): UseQueryResult<InstructionView> {
  const { instructions } = useApi();
  return useQuery({ queryKey: ONE(id), queryFn: ({ signal }) => instructions.read(id, signal) });
}

/** To whom one may give an instruction. */
export function useAddressees(words: string): UseQueryResult<Addressees> {
  const { instructions } = useApi();
  const q = useSettled(words.trim(), TYPING_MS);
  return useQuery({
    queryKey: ['addressees', q],
    queryFn: ({ signal }) => instructions.addressees(q, signal),
    placeholderData: keepPreviousData,
  });
}

/** The same wish has the same key, so that a lost answer does not make two of it; what is done has none any more. */
function useActionKey() {
  const kept = useRef<ActionKey | null>(null);
  return {
    of: (wish: unknown): string => {
      kept.current = actionKeyFor(kept.current, wish, () => crypto.randomUUID());
      return kept.current.key;
    },
    forget: (): void => {
      kept.current = null;
    },
  };
}

const shown = (queries: QueryClient, view: InstructionView): Promise<void> => {
  queries.setQueryData(ONE(view.id), view);
  return queries.invalidateQueries({ queryKey: LIST });
};

export function useGiveInstruction() {
  const { instructions } = useApi();
  const queries = useQueryClient();
  const key = useActionKey();
  return useMutation({
    mutationFn: (input: GiveInstructionInput) => instructions.give(input, key.of(input)),
    onSuccess: (view) => {
      key.forget();
      return shown(queries, view);
    },
  });
}

export function useCancelInstruction(id: string) {
  const { instructions } = useApi();
  const queries = useQueryClient();
  const key = useActionKey();
  return useLastingMutation({
    mutationFn: (input: CancelInstructionInput) => instructions.cancel(id, input, key.of(input)),
    onSuccess: (view) => shown(queries, view),
    onError: (error) => (isConflict(error) ? queries.invalidateQueries({ queryKey: LIST }) : undefined),
  });
}
