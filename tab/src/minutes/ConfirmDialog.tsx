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
import { errorWords } from '../api/error-text.ts';
import { useLocale } from '../app/locale.ts';
import { useMinutesStyles } from './Minutes.styles.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly close: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something is taken away. */
export function ConfirmDialog({ title, body, confirm, close, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  const styles = useMinutesStyles();
  const locale = useLocale();
  const handleClose = () => (busy ? undefined : onClose());
  const handleConfirm = () => (busy ? undefined : onConfirm());
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : handleClose())}>
      <DialogSurface data-testid="remove-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.lead}>{body}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={handleClose}>{close}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={handleConfirm} data-testid="remove-confirm">
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
