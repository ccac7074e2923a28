import { Button } from '@fluentui/react-components';
import { NotepadRegular } from '@fluentui/react-icons';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useNow } from '../../app/use-now.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMeetingsOfChat } from '../meetings/use-meetings.ts';
import { MakeHere } from './MakeHere.tsx';
import { PanelMeeting } from './PanelMeeting.tsx';
import { meetingAt } from './panel-items.ts';
import { panelText } from './text.ts';

interface ChatProps {
  readonly chat: string;
}

function Found({ chat }: ChatProps) {
  const styles = useMinutesStyles();
  const t = useText(panelText);
  const today = localDateOf(new Date(useNow()));
  const question = useMeetingsOfChat(chat);
  const [making, setMaking] = useState(false);
  if (question.isPending) return <LoadingState />;
  if (!question.data)
    return <ErrorState error={question.error} title={t('find.error')} onRetry={() => void question.refetch()} />;
  const meeting = meetingAt(question.data.items, today);
  if (meeting === null || making)
    return <MakeHere {...{ chat, today, onClose: meeting === null ? null : () => setMaking(false) }} />;
  return (
    <div className={styles.page}>
      {meeting.heldOn === today ? null : (
        <div>
          <Button size="small" onClick={() => setMaking(true)} data-testid="make-today">
            {t('make.today')}
          </Button>
        </div>
      )}
      <PanelMeeting key={meeting.id} id={meeting.id} />
    </div>
  );
}

/** Beside a meeting in Teams: its agenda and what is noted down, or the offer to begin. */
export function PanelPage({ chat }: ChatProps) {
  const t = useText(panelText);
  if (chat === '') return <EmptyState icon={<NotepadRegular />} title={t('no_chat.title')} body={t('no_chat.body')} />;
  return <Found chat={chat} />;
}
