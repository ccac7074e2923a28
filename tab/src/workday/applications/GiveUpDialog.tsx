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
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';
import { type GivingUp, useGiveUp } from './use-applications.ts';

export interface GiveUpDialogProps {
  readonly giving: GivingUp;
  readonly title: string;
  readonly onClose: () => void;
}

function useGivingUp({ giving, onClose }: GiveUpDialogProps) {
  const t = useText(applicationsText);
  const notify = useNotice();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useGiveUp(giving);
  const handleConfirm = () => {
    setTried(true);
    if (sending.isPending || reason.trim() === '') return;
    const onSuccess = () => {
      onClose();
      notify({ text: t('give_up.done'), intent: 'success' });
    };
    sending.mutate({ version: giving.view.version, reason: reason.trim() }, { onSuccess });
  };
  const missing = tried && reason.trim() === '' ? { validationMessage: t('give_up.missing') } : {};
  return { reason, setReason, missing, sending, handleConfirm };
}

/** The reason, before something is withdrawn or a day cancelled. */
export function GiveUpDialog(props: GiveUpDialogProps) {
  useFocusBack();
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { reason, setReason, missing, sending, handleConfirm } = useGivingUp(props);
  const { isPending, error } = sending;
  const close = () => (isPending ? undefined : props.onClose());
  return (
    <Dialog open modalType={isPending ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="give-up-dialog">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <Field label={t('give_up.reason')} required {...missing}>
              <Textarea
                value={reason}
                maxLength={1000}
                onChange={(_, { value }) => setReason(value)}
                data-testid="give-up-reason"
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={close}>
              {t('give_up.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="give-up-confirm"
            >
              {isPending ? t('give_up.busy') : props.title}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
