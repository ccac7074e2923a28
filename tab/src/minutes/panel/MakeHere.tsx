import { Button } from '@fluentui/react-components';
import { useHost } from '../../app/host-context.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MeetingForm } from '../meetings/MeetingForm.tsx';
import { inputOf, type TypedMeeting } from '../meetings/meeting-form.ts';
import { useMakeMeeting } from '../meetings/use-meetings.ts';
import { prefilled } from './panel-items.ts';
import { panelText } from './text.ts';
import { useTeamsMeeting } from './use-panel.ts';

export interface MakeHereProps {
  readonly chat: string;
  readonly today: string;
  /** Null where there is nothing to go back to. */
  readonly onClose: (() => void) | null;
}

/** The meeting around the panel as a meeting of ours, with what Teams tells of it. */
export function MakeHere({ chat, today, onClose }: MakeHereProps) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const host = useHost();
  const notify = useNotice();
  const teams = useTeamsMeeting();
  const make = useMakeMeeting();
  if (teams.isPending) return <LoadingState />;
  const handleSend = (typed: TypedMeeting) =>
    make.mutate(
      { ...inputOf(typed), onlineChat: chat },
      {
        onSuccess: () => {
          notify({ text: t('make.done'), intent: 'success' });
          onClose?.();
        },
      },
    );
  return (
    <Section title={t('make.title')}>
      <p className={styles.lead}>{t('make.lead')}</p>
      <MeetingForm
        meetingId={null}
        first={prefilled(today, teams.data ?? null)}
        busy={make.isPending}
        error={make.error}
        sendLabel={t('make.title')}
        onSend={handleSend}
      >
        <Button
          onClick={() => void host.openPage(`meetings/chat?${new URLSearchParams({ chat })}`)}
          data-testid="panel-from-chat"
        >
          {t('make.from_chat')}
        </Button>
        {onClose ? <Button onClick={onClose}>{t('make.close')}</Button> : null}
      </MeetingForm>
    </Section>
  );
}
