import type { PaperAnswerView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../api/action-key.ts';
import { useApi } from '../api/api-context.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { approvalsText } from './text.ts';

/** Has the drafter said whether paper went round? Asked only of the drafter of a decided case. */
export function usePaperAnswer(id: string, asked: boolean): UseQueryResult<PaperAnswerView> {
  const { stats } = useApi();
  return useQuery({
    queryKey: ['case', id, 'paper'],
    queryFn: ({ signal }) => stats.paperAnswer(id, signal),
    enabled: asked,
  });
}

interface Answering {
  readonly busy: boolean;
  answer(parallelPaper: boolean): void;
}

export function useAnswerPaper(id: string): Answering {
  const { stats } = useApi();
  const queries = useQueryClient();
  const t = useText(approvalsText);
  const locale = useLocale();
  const notify = useNotice();
  const actionKey = useRef<ActionKey | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (parallelPaper: boolean) => {
      actionKey.current = actionKeyFor(actionKey.current, { id, parallelPaper }, () => crypto.randomUUID());
      return stats.answerPaper(id, parallelPaper, actionKey.current.key);
    },
    onSuccess: (_, parallelPaper) => {
      actionKey.current = null;
      queries.setQueryData<PaperAnswerView>(['case', id, 'paper'], { parallelPaper, mayAnswer: true });
      void queries.invalidateQueries({ queryKey: ['stats'] });
      notify({ text: t('paper.done'), intent: 'success' });
    },
    onError: (error) => notify({ text: t('act.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
  });
  return {
    busy: isPending,
    answer: (parallelPaper) => {
      if (!isPending) mutate(parallelPaper);
    },
  };
}
