import type { AddTermInput, ChangeTermInput, GlossaryImport, GlossaryView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';

const GLOSSARY = ['minutes-glossary'];

export function useGlossary(): UseQueryResult<GlossaryView> {
  const { words } = useApi();
  return useQuery({ queryKey: GLOSSARY, queryFn: ({ signal }) => words.glossary(signal) });
}

/** A change of one term; whatever comes of it, the list is asked for again. */
function useTermOrder<Input, Answer>(send: (input: Input, key: string) => Promise<Answer>) {
  const queries = useQueryClient();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyOf(input)),
    onSuccess: () => keys.forget(),
    onSettled: () => queries.invalidateQueries({ queryKey: GLOSSARY }),
  });
}

export function useAddTerm() {
  const { words } = useApi();
  return useTermOrder((input: AddTermInput, key) => words.addTerm(input, key));
}

export function useChangeTerm(termId: string) {
  const { words } = useApi();
  return useTermOrder((input: ChangeTermInput, key) => words.changeTerm(termId, input, key));
}

export function useRemoveTerm() {
  const { words } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (termId: string) => words.removeTerm(termId),
    onSuccess: (view) => queries.setQueryData(GLOSSARY, view),
  });
}

export interface TakeTerms {
  readonly file: File;
  readonly dryRun: boolean;
}

export function useTakeTerms() {
  const { words } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  return useMutation({
    mutationFn: ({ file, dryRun }: TakeTerms): Promise<GlossaryImport> => {
      const { name, size, lastModified } = file;
      return words.takeTermsIn(file, dryRun, keys.keyOf([name, size, lastModified, dryRun]));
    },
    onSuccess: () => {
      keys.forget();
      return queries.invalidateQueries({ queryKey: GLOSSARY });
    },
  });
}

export function usePreview() {
  const { words } = useApi();
  return useMutation({
    mutationFn: ({ text, bodyId }: { text: string; bodyId: string | null }) => words.preview(text, bodyId),
  });
}
