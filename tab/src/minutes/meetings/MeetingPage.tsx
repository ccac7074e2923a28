import { Link } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { type MeetingRoute, meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { PartsNav } from '../../app/PartsNav.tsx';
import { ConfirmPart } from '../course/ConfirmPart.tsx';
import { CoursePart } from '../course/CoursePart.tsx';
import { HistoryPart } from '../history/HistoryPart.tsx';
import { TranscriptPart } from '../lines/TranscriptPart.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { PublicationPart } from '../publication/PublicationPart.tsx';
import { MinutesPart } from '../sentences/MinutesPart.tsx';
import { MeetingFactsPart } from './MeetingFactsPart.tsx';
import { MeetingStateBadge } from './MeetingStateBadge.tsx';
import { meetingsText } from './text.ts';
import { useMeeting } from './use-meetings.ts';

type OneMeeting = Extract<MeetingRoute, { id: string }>;

/** What there is to look at; nothing of a meeting that was not written down yet. */
function partsOf({ id, state, transcripts, may }: MeetingView): readonly OneMeeting[] {
  const page = 'meetings';
  const hasLines = transcripts.length > 0;
  return [
    { page, part: 'facts', id },
    ...(hasLines ? ([{ page, part: 'transcript', id, line: null }] as const) : []),
    // Notes may have been taken in the side panel before there is a transcript.
    ...(hasLines || state !== 'PLANNED'
      ? ([{ page, part: 'minutes', id }, ...(may.words ? ([{ page, part: 'course', id }] as const) : [])] as const)
      : []),
    ...(hasLines && may.publish ? ([{ page, part: 'publication', id }] as const) : []),
    { page, part: 'history', id },
  ];
}

function Parts({ route, view }: { readonly route: OneMeeting; readonly view: MeetingView }) {
  const t = useText(meetingsText);
  const parts = partsOf(view).map((one) => ({
    ...{ href: meetingHash(one), text: t(`part.${one.part}`), testId: `part-${one.part}` },
    isCurrent: one.part === route.part,
  }));
  return <PartsNav label={t('part.label')} parts={parts} />;
}

function Part({ route, view }: { readonly route: OneMeeting; readonly view: MeetingView }) {
  if (route.part === 'minutes') return <MinutesPart view={view} sought={route.sentence ?? null} />;
  if (route.part === 'transcript') return <TranscriptPart view={view} first={route.line} plays={route.play === true} />;
  if (route.part === 'history') return <HistoryPart meetingId={view.id} />;
  if (route.part === 'publication') return <PublicationPart view={view} />;
  if (route.part === 'course') return <CoursePart view={view} />;
  if (route.part === 'confirm') return <ConfirmPart view={view} />;
  return <MeetingFactsPart view={view} />;
}

/** One meeting: what it is, what was said, and what is written down of it. */
export function MeetingPage({ route }: { readonly route: OneMeeting }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const question = useMeeting(route.id);
  const view = question.data;
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      {view ? (
        <>
          <PageHeading title={view.title} focusKey={`meeting/${view.id}/${route.part}`} testId="meeting-title">
            <span className={styles.line}>
              {view.title}
              <MeetingStateBadge state={view.state} next={view.next} />
            </span>
          </PageHeading>
          <Parts route={route} view={view} />
          <Part route={route} view={view} />
        </>
      ) : null}
      {question.isPending ? <LoadingState /> : null}
      {question.isError && !view ? (
        <ErrorState error={question.error} title={t('page.error')} onRetry={() => void question.refetch()} />
      ) : null}
    </div>
  );
}
