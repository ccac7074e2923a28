import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { NotebookRegular } from '@fluentui/react-icons';
import type { BookingPapers } from '@kaigi/core/contract';
import { useId } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { hashOf } from '../../app/routes.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { usePapersStyles } from './Papers.styles.ts';
import { Refused } from './Refused.tsx';
import { bookingPapersText } from './text.ts';
import { usePapersOrder } from './use-papers.ts';

/** 会議録 of the meeting: made once, and from then on led to. */
export function MinutesPart({ papers }: { readonly papers: BookingPapers }) {
  const styles = usePapersStyles();
  const dialog = useDialogStyles();
  const t = useText(bookingPapersText);
  const notify = useNotice();
  const id = useId();
  const { mutate, isPending, error } = usePapersOrder(papers.bookingId);
  const { meetingId, sentence, bySelf } = papers.minutes;
  const make = () => {
    if (isPending) return;
    mutate({ to: 'minutes' }, { onSuccess: () => notify({ text: t('minutes.done'), intent: 'success' }) });
  };
  return (
    <section className={styles.minutes} aria-labelledby={id} data-testid="papers-minutes">
      <h3 id={id} className={dialog.heading}>
        {t('minutes.title')}
      </h3>
      <Refused error={error} failed={t('minutes.failed')} />
      {sentence === null || error ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('minutes.why', { sentence })}</MessageBarBody>
        </MessageBar>
      )}
      {meetingId === null ? (
        <p className={styles.small}>
          {t(bySelf ? 'minutes.auto' : papers.may.makeMinutes ? 'minutes.hint' : 'minutes.none')}
        </p>
      ) : null}
      {papers.may.makeMinutes ? (
        <Button icon={<NotebookRegular />} disabledFocusable={isPending} onClick={make} data-testid="minutes-make">
          {t(isPending ? 'minutes.busy' : 'minutes.make')}
        </Button>
      ) : null}
      {meetingId === null ? null : (
        <Button
          as="a"
          icon={<NotebookRegular />}
          href={hashOf({ page: 'meetings', part: 'facts', id: meetingId })}
          data-testid="minutes-open"
        >
          {t('minutes.open')}
        </Button>
      )}
    </section>
  );
}
