import type { CaseView } from '@kaigi/core/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { errorWords } from '../api/error-text.ts';
import { isConflict, isPassing } from '../api/problem.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { draftingText } from './text.ts';

/** One call of a piece of work, under the key of exactly this wish: the same for a retry, new for anything else. */
export type Step = <T>(wish: unknown, send: (idempotencyKey: string) => Promise<T>) => Promise<T>;

interface Work {
  readonly work: (step: Step) => Promise<CaseView>;
  readonly done: string;
  readonly onDone?: (view: CaseView) => void;
}

export interface DraftWork {
  readonly busy: boolean;
  /** Does nothing while something is under way: a second press is the same press. */
  run(work: Work): void;
}

function shows(value: unknown): value is CaseView {
  return typeof value === 'object' && value !== null && 'route' in value && 'version' in value && 'id' in value;
}

async function show(queries: QueryClient, view: CaseView): Promise<void> {
  const queryKey = ['case', view.id, 'view'];
  await queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, view);
  void queries.invalidateQueries({ queryKey: ['case', view.id, 'history'] });
  void queries.invalidateQueries({ queryKey: ['cases'] });
}

/** Carries out what a drafter wants, in one or several calls, and says what came of it. */
export function useDraftWork(): DraftWork {
  const t = useText(draftingText);
  const locale = useLocale();
  const notify = useNotice();
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const underWay = useRef(false);
  const step: Step = (wish, send) => {
    const text = JSON.stringify(wish);
    const key = keys.current.get(text) ?? crypto.randomUUID();
    keys.current.set(text, key);
    return send(key);
  };
  const { mutate, isPending } = useLastingMutation({
    mutationFn: ({ work }: Work) => work(step),
    onSuccess: async (view) => {
      keys.current.clear();
      await show(queries, view);
    },
    onError: async (error) => {
      // A plain refusal has done nothing: the next try is a new one.
      if (!isPassing(error)) keys.current.clear();
      const present = isConflict(error) ? error.problem.present : null;
      if (shows(present)) await show(queries, present);
      else void queries.invalidateQueries({ queryKey: ['case'] });
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  const tell = (error: unknown): void => {
    const stale = isConflict(error) && shows(error.problem.present);
    if (stale) notify({ text: t('stale'), body: t('stale.body'), intent: 'warning' });
    else notify({ text: t('failed'), body: errorWords(error, locale).sentence, intent: 'error' });
  };
  return {
    busy: isPending,
    run: (work) => {
      if (underWay.current) return;
      underWay.current = true;
      mutate(work, {
        onSuccess: (view) => {
          notify({ text: work.done, intent: 'success' });
          work.onDone?.(view);
        },
        onError: tell,
      });
    },
  };
}
