import type {
  IssuesView,
  NeedView,
  NumberView,
  PostageMonth,
  ReceiptsView,
  RegisterChoices,
} from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { BookOrder } from '../../api/book.ts';
import { errorWords } from '../../api/error-text.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { bookText } from './text.ts';

const BOOK = ['register', 'book'] as const;

export function useChoices(fiscalYear: number | null): UseQueryResult<RegisterChoices> {
  const { book } = useApi();
  return useQuery({
    queryKey: [...BOOK, 'choices', fiscalYear],
    queryFn: ({ signal }) => book.choices(fiscalYear, signal),
  });
}

/** 「番号は要る?」 as it was answered so far. */
export function useNeed(answers: string): UseQueryResult<NeedView> {
  const { book } = useApi();
  return useQuery({
    queryKey: [...BOOK, 'need', answers],
    queryFn: ({ signal }) => book.need(answers, signal),
    placeholderData: keepPreviousData,
  });
}

export function useNumber(id: string): UseQueryResult<NumberView> {
  const { book } = useApi();
  return useQuery({ queryKey: [...BOOK, 'number', id], queryFn: ({ signal }) => book.number(id, signal) });
}

/** Of one number, or all that wait. */
export function useIssues(registerId: string | null): UseQueryResult<IssuesView> {
  const { book } = useApi();
  return useQuery({
    queryKey: [...BOOK, 'issues', registerId],
    queryFn: ({ signal }) => book.issues(registerId, signal),
  });
}

export function useReceipts(): UseQueryResult<ReceiptsView> {
  const { book } = useApi();
  return useQuery({ queryKey: [...BOOK, 'receipts'], queryFn: ({ signal }) => book.receipts(signal) });
}

export function usePostage(month: string | null): UseQueryResult<PostageMonth> {
  const { book } = useApi();
  return useQuery({
    queryKey: [...BOOK, 'postage', month],
    queryFn: ({ signal }) => book.postage(month, signal),
    placeholderData: keepPreviousData,
  });
}

/** Does something at the register, once, and tells what came of it. */
export function useBookOrder() {
  const { book } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  const notify = useNotice();
  const locale = useLocale();
  const t = useText(bookText);
  return useLastingMutation({
    mutationFn: (order: BookOrder) => book.order(order, keyOf(order)),
    onSuccess: () => {
      forget();
      notify({ text: t('done'), intent: 'success' });
    },
    onError: (error) => notify({ text: t('failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['register'] }),
  });
}

export function useImport() {
  const { book } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useMutation({
    mutationFn: ({ file, dryRun }: { readonly file: File; readonly dryRun: boolean }) =>
      book.import(file, dryRun, keyOf([file.name, file.size, file.lastModified, dryRun])),
    onSettled: () => {
      forget();
      void queries.invalidateQueries({ queryKey: ['register'] });
    },
  });
}
