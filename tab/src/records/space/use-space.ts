import type { SpaceAnswerInput, SpaceView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { errorWords } from '../../api/error-text.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { spaceText } from './text.ts';

const SPACE = ['records-space'] as const;

/** Where does the space go? */
export function useSpace(years: number): UseQueryResult<SpaceView> {
  const { shelf } = useApi();
  return useQuery({
    queryKey: [...SPACE, years],
    queryFn: ({ signal }) => shelf.space(years, signal),
    placeholderData: keepPreviousData,
  });
}

type Said = SpaceAnswerInput & { readonly recordId: string };

export function useSpaceAnswer() {
  const { shelf } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  const notify = useNotice();
  const locale = useLocale();
  const t = useText(spaceText);
  return useLastingMutation({
    mutationFn: (said: Said) => shelf.answer(said.recordId, { answer: said.answer }, keyOf(said)),
    onSuccess: () => {
      forget();
      notify({ text: t('done'), intent: 'success' });
    },
    onError: (error) => notify({ text: t('failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: SPACE }),
  });
}
