import type {
  AddTermInput,
  ChangeTermInput,
  GlossaryImport,
  GlossaryPreview,
  GlossaryPreviewInput,
  GlossaryView,
} from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useActionKey } from '../../api/use-action-key.ts';

const GLOSSARY = ['minutes-glossary'];

export function useGlossary({ enabled = true } = {}): UseQueryResult<GlossaryView> {
  const { words } = useApi();
  return useQuery({ queryKey: GLOSSARY, queryFn: ({ signal }) => words.glossary(signal), enabled });
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
    mutationFn: ({ text, bodyId }: { text: string; bodyId: string | null }) => words.preview({ text, bodyId }),
  });
}

/** What a text would become if this term were kept as well; asked for as it is typed. */
export function usePreviewWith(input: GlossaryPreviewInput): UseQueryResult<GlossaryPreview> {
  const { words } = useApi();
  return useQuery({
    queryKey: ['minutes-glossary-preview', input],
    queryFn: ({ signal }) => words.preview(input, signal),
    enabled: input.text !== '' && input.also?.written !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
