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
  Textarea,
} from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { meetingsText } from './text.ts';
import { useCancelMeeting } from './use-meetings.ts';

interface DialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

function CancelDialog({ view, onClose }: DialogProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  const notify = useNotice();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCancelMeeting(view.id);
  const close = () => (isPending ? undefined : onClose());
  const handleConfirm = () => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('cancel.done'), intent: 'success' });
      focusPageHeading();
    };
    if (!isPending) mutate({ version: view.version, reason: reason.trim() }, { onSuccess });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="cancel-dialog">
        <DialogBody>
          <DialogTitle>{t('cancel.title')}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.lead}>{t('cancel.body')}</p>
            <Field label={t('cancel.reason')}>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(_, { value }) => setReason(value)}
                data-testid="cancel-reason"
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('cancel.close')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              onClick={handleConfirm}
              data-testid="cancel-confirm"
            >
              {t('cancel.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Asks once more, and for the reason. */
export function CancelMeeting({ view }: Pick<DialogProps, 'view'>) {
  const t = useText(meetingsText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} data-testid="cancel-meeting">
        {t('cancel.open')}
      </Button>
      {asking ? <CancelDialog view={view} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
