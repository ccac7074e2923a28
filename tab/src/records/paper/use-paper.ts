import type { PaperBoxView, PaperView, RecordBox } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { errorWords } from '../../api/error-text.ts';
import type { BoxWish, PaperOrder } from '../../api/shelf.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { paperText } from './text.ts';

const PAPER = ['paper'] as const;

/** Which boxes are there? */
export function useBoxes({ q, only }: BoxWish): UseQueryResult<PaperView> {
  const { shelf } = useApi();
  return useQuery({
    queryKey: [...PAPER, 'boxes', q, only],
    queryFn: ({ signal }) => shelf.boxes({ q, only }, signal),
    placeholderData: keepPreviousData,
  });
}

/** What is in one, where was it, who had it? */
export function useBox(id: string): UseQueryResult<PaperBoxView> {
  const { shelf } = useApi();
  return useQuery({ queryKey: [...PAPER, 'box', id], queryFn: ({ signal }) => shelf.box(id, signal) });
}

/** In which box does the paper of a record lie? */
export function useBoxOf(recordId: string): UseQueryResult<RecordBox> {
  const { shelf } = useApi();
  return useQuery({
    queryKey: [...PAPER, 'box-of', recordId],
    queryFn: ({ signal }) => shelf.boxOf(recordId, signal),
  });
}

/** Does something in the 書庫, once, and tells what came of it. */
export function usePaperOrder() {
  const { shelf } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  const notify = useNotice();
  const locale = useLocale();
  const t = useText(paperText);
  return useLastingMutation({
    mutationFn: (order: PaperOrder) => shelf.order(order, keyOf(order)),
    onSuccess: () => {
      forget();
      notify({ text: t('done'), intent: 'success' });
    },
    onError: (error) => notify({ text: t('failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: PAPER });
      void queries.invalidateQueries({ queryKey: ['records-todo'] });
    },
  });
}
