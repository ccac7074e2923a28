import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { listText, personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { meetingOf } from './of-minutes.ts';
import { approvalsText } from './text.ts';

interface NoteProps {
  readonly title: string;
  readonly intent?: 'warning' | 'error' | 'info';
  readonly note: NonNullable<CaseView['sentBack']>;
  readonly next?: ReactNode;
  readonly testId: string;
}

function Note({ title, note, next, testId, intent = 'warning' }: NoteProps) {
  const styles = useCasePageStyles();
  const locale = useLocale();
  return (
    <MessageBar intent={intent} layout="multiline" data-testid={testId}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.small}>
          {personText(note.by)} {whenText(note.at, locale)}
        </span>
        <p className={styles.prose}>{note.reason}</p>
        {next ? <p className={styles.small}>{next}</p> : null}
      </MessageBarBody>
    </MessageBar>
  );
}

const OF_APPLICATION = /^telework\/([0-9a-f-]{36})\//;

/** A case made from an 申請 or a 会議録 is corrected there: what it says follows. */
function NextAfterSendBack({ externalId }: Pick<CaseView, 'externalId'>) {
  const t = useText(approvalsText);
  const meetingId = meetingOf(externalId);
  if (meetingId !== null)
    return (
      <Link href={hashOf({ page: 'meetings', part: 'course', id: meetingId })} data-testid="correct-minutes">
        {t('case.sentBack.minutes')}
      </Link>
    );
  const [, id] = OF_APPLICATION.exec(externalId ?? '') ?? [];
  if (id === undefined) return t('case.sentBack.next');
  return (
    <Link href={hashOf({ page: 'workday', part: 'correct', id })} data-testid="correct-application">
      {t('case.sentBack.application')}
    </Link>
  );
}

function Dispute() {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="dispute-note">
      <MessageBarBody>
        <MessageBarTitle>{t('note.dispute.title')}</MessageBarTitle>
        <p className={styles.prose}>{t('note.dispute')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

/** 後閲 is in the way of 完結: who still owes it. */
function PostReviewWaits({ obligations }: Pick<CaseView, 'obligations'>) {
  const t = useText(approvalsText);
  const locale = useLocale();
  const owed = obligations.filter(({ kind, status }) => kind !== 'READING' && status === 'OPEN');
  const posts = owed.map(({ post, people }) =>
    post
      ? `${post.unitName} ${post.postTitle}`
      : listText(
          people.map(({ name }) => name),
          locale,
        ),
  );
  return (
    <MessageBar intent="info" layout="multiline" data-testid="post-review-waits">
      <MessageBarBody>{t('note.postReview', { posts: listText([...new Set(posts)], locale) })}</MessageBarBody>
    </MessageBar>
  );
}

/** The document is gone lawfully, and with it what was written here. */
function DisposedNote({ disposed }: { readonly disposed: NonNullable<CaseView['disposed']> }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const { on, action, list } = disposed;
  return (
    <MessageBar intent="info" layout="multiline" data-testid="disposed-note">
      <MessageBarBody>
        <MessageBarTitle>{t(`note.disposed.${action}`, { day: dayText(on, locale), list })}</MessageBarTitle>
        <p className={styles.prose}>{t('note.disposed')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

/** What must be read before anything else: why it ended or came back, and that somebody objects or wants it withdrawn. */
export function CaseNotes({ view }: { readonly view: CaseView }) {
  const t = useText(approvalsText);
  const { ended, deadlock, withdrawalRequest, sentBack, raised, disposed } = view;
  const title = t(view.status === 'REJECTED' ? 'note.rejected' : 'note.abandoned');
  return (
    <>
      {disposed ? <DisposedNote disposed={disposed} /> : null}
      {ended ? <Note intent="error" title={title} note={ended} testId="ended-note" /> : null}
      {view.status === 'IN_DISPUTE' ? <Dispute /> : null}
      {deadlock ? <Note title={t('note.deadlock')} note={deadlock} testId="deadlock-note" /> : null}
      {raised ? <Note intent="info" title={t('note.raised')} note={raised} testId="raised-note" /> : null}
      {view.awaits === 'POST_REVIEW' ? <PostReviewWaits obligations={view.obligations} /> : null}
      {withdrawalRequest ? (
        <Note title={t('case.withdrawal')} note={withdrawalRequest} testId="withdrawal-request" />
      ) : null}
      {sentBack ? (
        <Note
          title={t('case.sentBack')}
          note={sentBack}
          next={view.may.edit ? <NextAfterSendBack externalId={view.externalId} /> : null}
          testId="sent-back-note"
        />
      ) : null}
    </>
  );
}
