import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DocumentArrowLeftRegular } from '@fluentui/react-icons';
import type { ApplicationView } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { personText } from '../../app/words.ts';
import { shortDayText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { CHANGED_BY_ANOTHER } from './changeable.ts';
import { NewApplication } from './NewApplication.tsx';
import { applicationsText } from './text.ts';
import { useApplication } from './use-applications.ts';

/** Nothing can be done here any more: what there is, is in the list. */
function Over() {
  const t = useText(applicationsText);
  return (
    <EmptyState
      icon={<DocumentArrowLeftRegular />}
      title={t('again.over')}
      body={t('again.over.body')}
      action={<Link href={hashOf({ page: 'workday', part: 'applications' })}>{t('new.back')}</Link>}
    />
  );
}

function Loaded({ id, children }: { readonly id: string; readonly children: (view: ApplicationView) => ReactNode }) {
  const t = useText(applicationsText);
  const { data, isError, error, refetch } = useApplication(id);
  if (isError && !data) return <ErrorState error={error} title={t('new.error')} onRetry={() => void refetch()} />;
  return data ? children(data) : <LoadingState />;
}

/** Who sent it back, and why: what is to be corrected. */
function SentBack({ view }: { readonly view: ApplicationView }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const said = view.history.findLast(({ act }) => act === 'SENT_BACK');
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="sent-back">
      <MessageBarBody>
        <MessageBarTitle>{t('again.correct')}</MessageBarTitle>
        {said ? (
          <p className={styles.text}>{t('again.said', { who: personText(said.actor), reason: said.reason ?? '' })}</p>
        ) : null}
        <p className={styles.text}>{t('again.correct.next')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

/** 差戻し後の訂正: the form with everything that was asked for. */
export function CorrectApplication({ id }: { readonly id: string }) {
  const styles = useWorkdayStyles();
  return (
    <Loaded id={id}>
      {(view) =>
        view.may.correct ? (
          <div className={styles.page}>
            <SentBack view={view} />
            <NewApplication kind={view.kind} start={{ how: 'correct', view }} />
          </div>
        ) : (
          <Over />
        )
      }
    </Loaded>
  );
}

/** 1日の変更: another application that takes the place of this day once it is approved. */
export function ChangeDay({ id, itemId }: { readonly id: string; readonly itemId: string }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  return (
    <Loaded id={id}>
      {(view) => {
        const day = view.days.find((one) => one.itemId === itemId);
        if (!day?.mayCancel || !CHANGED_BY_ANOTHER.includes(view.kind)) return <Over />;
        return (
          <div className={styles.page}>
            <MessageBar intent="info" layout="multiline" data-testid="changes-day">
              <MessageBarBody>
                <MessageBarTitle>{t('again.change', { day: shortDayText(day.date, locale) })}</MessageBarTitle>
                <p className={styles.text}>{t('again.change.next')}</p>
              </MessageBarBody>
            </MessageBar>
            <NewApplication kind={view.kind} start={{ how: 'change', view, day }} />
          </div>
        );
      }}
    </Loaded>
  );
}
