import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { invariant } from '@kaigi/core/shared';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { BELOW_PAGES, useNoticesStyles } from './Notices.styles.ts';

export interface Notice {
  readonly text: string;
  readonly body?: string;
  readonly intent: 'success' | 'warning' | 'error';
}

const NoticeContext = createContext<((notice: Notice) => void) | null>(null);

/** Says one sentence at the edge of the page; the toaster also reads it out. */
export function useNotice(): (notice: Notice) => void {
  const notify = useContext(NoticeContext);
  invariant(notify, 'useNotice outside of Notices');
  return notify;
}

export function Notices({ children }: { readonly children: ReactNode }) {
  const styles = useNoticesStyles();
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);
  const notify = useCallback(
    ({ text, body, intent }: Notice) => {
      dispatchToast(
        <Toast data-testid="toast">
          <ToastTitle>{text}</ToastTitle>
          {body ? <ToastBody>{body}</ToastBody> : null}
        </Toast>,
        {
          intent,
          timeout: intent === 'success' ? 6000 : 12_000,
          politeness: intent === 'success' ? 'polite' : 'assertive',
        },
      );
    },
    [dispatchToast],
  );
  return (
    <NoticeContext value={notify}>
      {children}
      <Toaster className={styles.notices} toasterId={toasterId} position="top" offset={BELOW_PAGES} pauseOnWindowBlur />
    </NoticeContext>
  );
}
