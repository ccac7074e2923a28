import { Button } from '@fluentui/react-components';
import { DocumentAddRegular, TextBulletListSquareRegular } from '@fluentui/react-icons';
import type { BookingPapers } from '@kaigi/core/contract';
import { useId, useState } from 'react';
import { isRefusal } from '../../api/problem.ts';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { personText } from '../../app/words.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { AgendaList } from './AgendaList.tsx';
import { LayDialog } from './LayDialog.tsx';
import { MinutesPart } from './MinutesPart.tsx';
import { usePapersStyles } from './Papers.styles.ts';
import { bookingPapersText } from './text.ts';
import { usePapers } from './use-papers.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Doing =
  | { readonly what: 'plan' }
  | { readonly what: 'lay'; readonly paperId: string | null }
  | { readonly what: 'withdraw'; readonly paperId: string };

function Facts({ papers }: { readonly papers: BookingPapers }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { recorder, readers } = papers;
  return (
    <p className={styles.facts}>
      <span className={styles.small}>
        {t('papers.recorder')}: {recorder ? personText(recorder) : t('papers.recorder.none')}
      </span>
      <span className={styles.small}>
        {t('papers.readers')}: {t(`papers.readers.${readers}`)}
      </span>
    </p>
  );
}

function Nothing({ may }: Pick<BookingPapers, 'may'>) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  return (
    <div data-testid="papers-none">
      <p className={styles.small}>{t('papers.none')}</p>
      <p className={styles.small}>{t(may.plan ? 'papers.none.hint' : 'papers.none.reader')}</p>
    </div>
  );
}

function Dialogs({ papers, doing, onClose }: { papers: BookingPapers; doing: Doing | null; onClose: () => void }) {
  const named = doing && doing.what !== 'plan' ? papers.papers.find(({ paperId }) => paperId === doing.paperId) : null;
  if (doing?.what === 'plan') return <AgendaDialog {...{ papers, onClose }} />;
  if (doing?.what === 'lay') return <LayDialog {...{ papers, onClose }} replaces={named ?? null} />;
  return named ? <WithdrawDialog {...{ papers, onClose }} paper={named} /> : null;
}

function Shown({ papers, onDo }: { readonly papers: BookingPapers; readonly onDo: (doing: Doing) => void }) {
  const isEmpty = papers.agenda.length === 0 && papers.papers.length === 0;
  return (
    <>
      {papers.version > 0 ? <Facts papers={papers} /> : null}
      {isEmpty ? <Nothing may={papers.may} /> : null}
      <AgendaList
        papers={papers}
        onReplace={({ paperId }) => onDo({ what: 'lay', paperId })}
        onWithdraw={({ paperId }) => onDo({ what: 'withdraw', paperId })}
      />
      <MinutesPart papers={papers} />
    </>
  );
}

function Buttons({ papers, onDo }: { readonly papers: BookingPapers; readonly onDo: (doing: Doing) => void }) {
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const { may, agenda } = papers;
  return (
    <span className={styles.buttons}>
      {may.plan ? (
        <Button icon={<TextBulletListSquareRegular />} onClick={() => onDo({ what: 'plan' })} data-testid="papers-plan">
          {t(agenda.length === 0 ? 'papers.plan' : 'papers.plan.change')}
        </Button>
      ) : null}
      {may.lay ? (
        <Button
          icon={<DocumentAddRegular />}
          onClick={() => onDo({ what: 'lay', paperId: null })}
          data-testid="papers-lay"
        >
          {t('papers.lay')}
        </Button>
      ) : null}
    </span>
  );
}

/** 次第と資料 of a booking; whoever may not read them finds nothing of it. */
export function PapersSection({ bookingId }: { readonly bookingId: string }) {
  const week = useWeekStyles();
  const dialog = useDialogStyles();
  const styles = usePapersStyles();
  const t = useText(bookingPapersText);
  const id = useId();
  const [doing, setDoing] = useState<Doing | null>(null);
  const question = usePapers(bookingId);
  const { data, error } = question;
  // Whoever is invited no more sees no trace of what was read before.
  if (isRefusal(error)) return null;
  const close = () => {
    setDoing(null);
    document.getElementById(id)?.focus();
  };
  return (
    <section className={week.card} aria-labelledby={id} data-testid="papers">
      <div className={styles.head}>
        <h2 id={id} tabIndex={-1} className={`${dialog.heading} ${styles.grow}`}>
          {t('papers.title')}
        </h2>
        {data ? <Buttons papers={data} onDo={setDoing} /> : null}
      </div>
      {question.isPending ? <LoadingState /> : null}
      {error && !data ? (
        <ErrorState error={error} title={t('papers.error')} onRetry={() => void question.refetch()} />
      ) : null}
      {data ? <Shown papers={data} onDo={setDoing} /> : null}
      {data ? <Dialogs papers={data} doing={doing} onClose={close} /> : null}
    </section>
  );
}
