import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { attendanceText } from './text.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Nothing is refused or undone without a reason that stays. */
export function ReasonDialog({ title, body, confirm, busy, error, onConfirm, onClose }: ReasonDialogProps) {
  useFocusBack();
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const words = reason.trim();
  const close = () => (busy ? undefined : onClose());
  const handleConfirm = () => {
    setTried(true);
    if (!busy && words !== '') onConfirm(words);
  };
  return (
    <Dialog open modalType={busy ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="reason-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.sentence}>{body}</p>
            <Field
              label={t('reason.label')}
              required
              {...(tried && words === '' ? { validationMessage: t('reason.missing') } : {})}
            >
              <Textarea
                value={reason}
                maxLength={1000}
                onChange={(_, { value }) => setReason(value)}
                data-testid="reason"
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={busy} onClick={close}>
              {t('dialog.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              icon={busy ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="reason-confirm"
            >
              {busy ? t('dialog.busy') : confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
