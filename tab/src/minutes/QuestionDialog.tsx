import {
  Button,
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
import { useMinutesStyles } from './Minutes.styles.ts';

export interface QuestionDialogProps {
  /** Of the test ids: `{name}-dialog`, `{name}-refused`, `{name}-confirm`. */
  readonly name: string;
  readonly title: string;
  readonly confirm: string;
  readonly close: string;
  readonly busy: boolean;
  /** Something asked for is not right yet. */
  readonly blocked?: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done that others see. Refused, it says why and stays; while it is being done it cannot be left. */
export function QuestionDialog({ name, title, busy, blocked = false, error, children, ...rest }: QuestionDialogProps) {
  const { confirm, close, onConfirm, onClose } = rest;
  const styles = useMinutesStyles();
  const locale = useLocale();
  const handleClose = () => (busy ? undefined : onClose());
  const handleConfirm = () => (busy || blocked ? undefined : onConfirm());
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : handleClose())}>
      <DialogSurface data-testid={`${name}-dialog`}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline" data-testid={`${name}-refused`}>
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            {children}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={handleClose}>{close}</Button>
            <Button
              appearance="primary"
              disabledFocusable={busy || blocked}
              onClick={handleConfirm}
              data-testid={`${name}-confirm`}
            >
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
