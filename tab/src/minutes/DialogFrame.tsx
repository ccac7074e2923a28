import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale } from '../app/locale.ts';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useMinutesStyles } from './Minutes.styles.ts';

export interface DialogFrameProps {
  readonly title: string;
  readonly testId: string;
  readonly onClose: () => void;
  /** The buttons below. */
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

/** What every dialog about meetings stands in; it is open as long as it is drawn. */
export function DialogFrame({ title, testId, onClose, actions, children }: DialogFrameProps) {
  useFocusBack();
  const styles = useMinutesStyles();
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface data-testid={testId}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>{children}</DialogContent>
          <DialogActions fluid>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Why it was refused; nothing where it was not. */
export function DialogRefused({ error, testId }: { readonly error: unknown; readonly testId: string }) {
  const locale = useLocale();
  if (!error) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid={testId}>
      <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
    </MessageBar>
  );
}
