import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useMeetingRules } from '../meetings/use-meetings.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { CourseFlow } from './CourseFlow.tsx';
import { KeepingSection } from './KeepingSection.tsx';
import { RoundPeople } from './RoundPeople.tsx';
import { roundText } from './round-text.ts';
import { SigningSection } from './SigningSection.tsx';
import { Suggestions } from './Suggestions.tsx';
import { courseText } from './text.ts';
import { useRound, useSigning } from './use-course.ts';

/** From minutes that are written to minutes that are final, and how long what was recorded is kept. */
export function CoursePart({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const r = useText(roundText);
  const [round, signing] = [useRound(view.id), useSigning(view.id)];
  const rules = useMeetingRules();
  const failed = [round, signing].find(({ isError, data }) => isError && !data);
  if (failed)
    return <ErrorState error={failed.error} title={t('course.error')} onRetry={() => void failed.refetch()} />;
  if (!round.data || !signing.data || rules.isPending) return <LoadingState />;
  const body = rules.data?.items.find(({ bodyId }) => bodyId === view.body?.id) ?? null;
  const course = { view, round: round.data, signing: signing.data, body };
  return (
    <>
      {view.body === null && view.may.change ? (
        <MessageBar intent="warning" layout="multiline" data-testid="no-body">
          <MessageBarBody>
            {t('course.no_body')}{' '}
            <Link href={meetingHash({ page: 'meetings', part: 'facts', id: view.id })}>{t('course.no_body.open')}</Link>
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <CourseFlow course={course} />
      <ChangedSince changed={course.round.changed} />
      {(course.round.me || course.round.may.enter) && course.round.round?.state === 'OPEN' ? (
        <div>
          <Link href={meetingHash({ page: 'meetings', part: 'confirm', id: view.id })} data-testid="to-confirm">
            {r(course.round.me ? 'confirm.open' : 'behalf.open')}
          </Link>
        </div>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.page}>
          <Suggestions meetingId={view.id} round={course.round} />
          <RoundPeople meetingId={view.id} round={course.round} />
        </div>
        <div className={styles.page}>
          <SigningSection view={view} signing={course.signing} />
          <KeepingSection meetingId={view.id} />
        </div>
      </div>
    </>
  );
}
