import { Button, Field, Textarea } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { QuestionDialog } from '../QuestionDialog.tsx';
import { meetingsText } from './text.ts';
import { useCancelMeeting } from './use-meetings.ts';

interface DialogProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

function CancelDialog({ view, onClose }: DialogProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const notify = useNotice();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCancelMeeting(view.id);
  const handleConfirm = () => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('cancel.done'), intent: 'success' });
      focusPageHeading();
    };
    mutate({ version: view.version, reason: reason.trim() }, { onSuccess });
  };
  return (
    <QuestionDialog
      {...{ name: 'cancel', title: t('cancel.title'), confirm: t('cancel.confirm'), close: t('cancel.close') }}
      {...{ busy: isPending, error, onConfirm: handleConfirm, onClose }}
    >
      <p className={styles.lead}>{t('cancel.body')}</p>
      <Field label={t('cancel.reason')}>
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(_, { value }) => setReason(value)}
          data-testid="cancel-reason"
        />
      </Field>
    </QuestionDialog>
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
