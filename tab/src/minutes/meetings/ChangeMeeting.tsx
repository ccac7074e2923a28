import { Button } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { Section } from '../../approvals/Section.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { inputOf, type TypedMeeting, typedOf } from './meeting-form.ts';
import { meetingsText } from './text.ts';
import { useChangeMeeting } from './use-meetings.ts';

export interface ChangeMeetingProps {
  readonly view: MeetingView;
  readonly onClose: () => void;
}

/** The form over the meeting as it was when one began: whoever changed it meanwhile is not overwritten. */
export function ChangeMeeting({ view, onClose }: ChangeMeetingProps) {
  const t = useText(meetingsText);
  const notify = useNotice();
  const [begun] = useState(view);
  const change = useChangeMeeting(view.id);
  const handleSend = (typed: TypedMeeting) => {
    change.mutate(
      { version: begun.version, ...inputOf(typed) },
      {
        onSuccess: () => {
          onClose();
          notify({ text: t('change.done'), intent: 'success' });
          focusPageHeading();
        },
      },
    );
  };
  return (
    <Section title={t('facts')}>
      <MeetingForm
        meetingId={view.id}
        first={typedOf(begun)}
        busy={change.isPending}
        error={change.error}
        sendLabel={t('change.send')}
        onSend={handleSend}
      >
        <Button onClick={onClose}>{t('change.close')}</Button>
      </MeetingForm>
    </Section>
  );
}
