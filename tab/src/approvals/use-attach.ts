import type { CaseView } from '@kaigi/core/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../api/action-key.ts';
import { useApi } from '../api/api-context.ts';
import type { AttachWish } from '../api/approvals.ts';
import { errorWords } from '../api/error-text.ts';
import { isConflict, presentOf } from '../api/problem.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { approvalsText } from './text.ts';

interface Attaching {
  readonly busy: boolean;
  attach(wish: AttachWish): void;
}

/** Attaches a file, or a new version of one, to this case. */
export function useAttach(id: string): Attaching {
  const api = useApi();
  const queries = useQueryClient();
  const t = useText(approvalsText);
  const locale = useLocale();
  const notify = useNotice();
  const actionKey = useRef<ActionKey | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (wish: AttachWish) => {
      const { file, ...rest } = wish;
      const named = { ...rest, name: file.name, size: file.size, at: file.lastModified };
      actionKey.current = actionKeyFor(actionKey.current, named, () => crypto.randomUUID());
      return api.approvals.attach(id, wish, actionKey.current.key);
    },
    onSuccess: (view) => {
      actionKey.current = null;
      queries.setQueryData(['case', id, 'view'], view);
      void queries.invalidateQueries({ queryKey: ['case', id] });
      notify({ text: t('files.attached'), intent: 'success' });
    },
    onError: (error) => {
      if (isConflict(error)) {
        const present = presentOf<CaseView>(error, id);
        if (present) queries.setQueryData(['case', id, 'view'], present);
      }
      notify({ text: t('act.failed'), body: errorWords(error, locale).sentence, intent: 'error' });
    },
  });
  return {
    busy: isPending,
    attach: (wish) => {
      if (!isPending) mutate(wish);
    },
  };
}
