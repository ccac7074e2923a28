import type { KeepingAct, KeepingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useKeepingAct } from '../folders/use-keeping.ts';
import { actText } from './text.ts';

/** Each act without the version it stands on. */
export type ActWish = KeepingAct extends infer A ? (A extends KeepingAct ? Omit<A, 'version'> : never) : never;

export interface ActProps {
  readonly kept: KeepingView;
  readonly onClose: () => void;
}

/** Does one thing to the record as it stands now, says so, and closes; where it fails, nothing closes. */
export function useAct({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const notify = useNotice();
  const order = useKeepingAct(kept.recordId);
  const send = (wish: ActWish) =>
    order.mutate({ ...wish, version: kept.version } as KeepingAct, {
      onSuccess: () => {
        notify({ text: t(`done.${wish.act}`), intent: 'success' });
        onClose();
      },
    });
  return { order, send };
}

/** What is typed into a form, and whether somebody has tried to send it without what must be there. */
export function useTyped<T extends Readonly<Record<string, string>>>(start: T) {
  const t = useText(actText);
  const [said, setSaid] = useState<T>(start);
  const [tried, setTried] = useState(false);
  const isEmpty = (name: keyof T) => (said[name] ?? '').trim() === '';
  return {
    said,
    /** Puts it among the typed. */
    type:
      (name: keyof T) =>
      (_: unknown, { value }: { value: string }) =>
        setSaid((before) => ({ ...before, [name]: value })),
    /** What a field shows that was left empty. */
    missing: (name: keyof T) => (tried && isEmpty(name) ? { validationMessage: t('required') } : {}),
    /** Sends only when all of these are there. */
    when: (names: readonly (keyof T)[], send: () => void) => {
      setTried(true);
      if (!names.some(isEmpty)) send();
    },
  };
}
