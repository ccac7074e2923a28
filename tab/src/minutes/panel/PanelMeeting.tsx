import { Button } from '@fluentui/react-components';
import type { MeetingView, MinutesView } from '@kaigi/core/contract';
import { useHost } from '../../app/host-context.ts';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMe } from '../../app/use-me.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MeetingStateBadge } from '../meetings/MeetingStateBadge.tsx';
import { RecordingNotice } from '../meetings/RecordingNotice.tsx';
import { useMeeting } from '../meetings/use-meetings.ts';
import { SaveRefused, SaveState } from '../saving/SaveState.tsx';
import { SentenceConflicts } from '../sentences/SentenceConflicts.tsx';
import { useMinutes, useSentences } from '../sentences/use-minutes.ts';
import { Attendance } from './Attendance.tsx';
import { usePanelStyles } from './Panel.styles.ts';
import { PanelAgenda } from './PanelAgenda.tsx';
import { Progress } from './Progress.tsx';
import { panelText } from './text.ts';

interface DeskProps {
  readonly view: MeetingView;
  readonly data: MinutesView;
  readonly staffId: string;
}

function PanelDesk({ view, data, staffId }: DeskProps) {
  const saver = useSentences(data, staffId);
  const isOver = view.transcripts.length > 0 || !['PLANNED', 'WRITING'].includes(view.state);
  const progress = <Progress view={view} sentences={saver.items.filter(({ part }) => part !== 'ITEM').length} />;
  return (
    <>
      {view.may.edit ? <SaveState saver={saver} /> : null}
      <SaveRefused saver={saver} />
      <SentenceConflicts saver={saver} />
      {isOver ? progress : null}
      <PanelAgenda view={view} saver={saver} />
      <Attendance view={view} />
      {isOver ? null : progress}
    </>
  );
}

/** One meeting, beside its call. */
export function PanelMeeting({ id }: { readonly id: string }) {
  const styles = useMinutesStyles();
  const own = usePanelStyles();
  const t = useText(panelText);
  const host = useHost();
  const [meeting, minutes] = [useMeeting(id), useMinutes(id)];
  const me = useMe().data;
  const failed = [meeting, minutes].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={t('find.error')} onRetry={() => void failed.refetch()} />;
  if (!meeting.data || !minutes.data || !me) return <LoadingState />;
  const view = meeting.data;
  return (
    <>
      <div className={styles.stack}>
        <h1 className={own.title} data-testid="panel-title">
          {view.title}
        </h1>
        <span className={styles.line}>
          <MeetingStateBadge state={view.state} next={view.next} />
          <Button size="small" onClick={() => void host.openPage(`meetings/${view.id}`)} data-testid="panel-open-tab">
            {t('open.tab')}
          </Button>
        </span>
      </div>
      <RecordingNotice view={view} />
      <PanelDesk view={view} data={minutes.data} staffId={me.staffId} />
    </>
  );
}
