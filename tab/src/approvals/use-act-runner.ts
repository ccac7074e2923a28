import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import type { CaseOrder } from '../api/client.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { focusPageHeading } from '../app/PageHeading.tsx';
import { approvalsText } from './text.ts';
import { useCaseOrder } from './use-case-order.ts';

interface ActWish {
  readonly order: CaseOrder;
  /** Said when it is done. */
  readonly done: string;
  /** Gets the case as it is then; of a 引用起案 the new one. */
  readonly onDone?: (view: CaseView) => void;
  readonly onStale?: () => void;
}

export interface ActRunner {
  readonly busy: boolean;
  /** What went wrong with the last wish, to be shown where it was made; null otherwise. */
  readonly trouble: string | null;
  clearTrouble(): void;
  run(wish: ActWish): void;
}

/**
 * Carries out what a person wants with a case, and tells in one sentence what came of it. Afterwards the reader goes
 * back to the top of the page, unless the page knows a better place.
 */
export function useActRunner(caseId: string, focusAfterwards: () => void = focusPageHeading): ActRunner {
  const t = useText(approvalsText);
  const locale = useLocale();
  const notify = useNotice();
  const orders = useCaseOrder(caseId);
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = ({ order, done, onDone, onStale }: ActWish): void => {
    setTrouble(null);
    orders.send(order, {
      onDone: (view) => {
        onDone?.(view);
        notify({ text: done, intent: 'success' });
        focusAfterwards();
      },
      onStale: () => {
        onStale?.();
        notify({ text: t('act.stale'), body: t('act.stale.shown'), intent: 'warning' });
        focusAfterwards();
      },
      onFailed: (error) => {
        const { sentence } = errorWords(error, locale);
        setTrouble(sentence);
        notify({ text: t('act.failed'), body: sentence, intent: 'error' });
      },
    });
  };
  return { busy: orders.busy, trouble, clearTrouble: () => setTrouble(null), run };
}
