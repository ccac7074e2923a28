import { Button, Spinner } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import type { CorrectionView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { clockOf } from './clock.ts';
import { shortDay } from './months.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { attendanceText } from './text.ts';
import { useSettle } from './use-confirmations.ts';

interface ItemProps {
  readonly correction: CorrectionView;
}

function Changes({ correction: { changes, date } }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const words = (punch: CorrectionView['changes'][number]['before']) =>
    punch === null ? t('correction.none') : `${t(`punch.${punch.punch}`)} ${clockOf(punch.at, date)}`;
  return (
    <ul className={styles.changes}>
      {changes.map(({ before, after }) => (
        <li
          key={`${before?.at} ${after?.punch} ${after?.at}`}
          className={styles.change}
          data-testid="correction-change"
        >
          <span>
            <span className={styles.hidden}>{t('correction.before')} </span>
            <span className={before === null ? undefined : styles.before}>{words(before)}</span>
          </span>
          <ArrowRightRegular aria-hidden />
          <span className={styles.after}>
            <span className={styles.hidden}>{t('correction.after')} </span>
            {words(after)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useSettling({ correction }: ItemProps) {
  const t = useText(attendanceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error, reset } = useSettle();
  const [declining, setDeclining] = useState(false);
  const settle = (outcome: 'CONFIRMED' | 'DECLINED', comment: string) => {
    if (isPending) return;
    const done = () => {
      setDeclining(false);
      notify({ text: t(`correction.done.${outcome}`), intent: 'success' });
    };
    const failed = (trouble: unknown) =>
      outcome === 'CONFIRMED' &&
      notify({ text: t('correction.failed'), body: errorWords(trouble, locale).sentence, intent: 'error' });
    mutate({ id: correction.id, outcome, comment }, { onSuccess: done, onError: failed });
  };
  const ask = (open: boolean) => {
    reset();
    setDeclining(open);
  };
  return { settle, isPending, error, declining, ask };
}

/** 打刻修正 that waits: what was, what it is to be, and one press. */
export function CorrectionItem({ correction }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const { settle, isPending, error, declining, ask } = useSettling({ correction });
  const day = shortDay(correction.date, locale);
  const named = { name: correction.person.name, day };
  return (
    <li className={styles.item} data-item data-testid="correction">
      <span className={styles.name}>{t('correction.title', { day })}</span>
      <Changes correction={correction} />
      <span className={styles.small}>{t('correction.reason', { reason: correction.reason })}</span>
      {correction.paper ? (
        <span className={styles.small}>
          {t('correction.paper', {
            name: correction.paper.enteredBy.name,
            source: correction.paper.source,
            number: correction.paper.orderNumber,
          })}
        </span>
      ) : null}
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          data-stop
          disabledFocusable={isPending}
          icon={isPending ? <Spinner size="tiny" /> : null}
          aria-label={t('correction.confirm.of', named)}
          onClick={() => settle('CONFIRMED', '')}
          data-testid="correction-confirm"
        >
          {t('correction.confirm')}
        </Button>
        <Button
          size="small"
          disabledFocusable={isPending}
          aria-label={t('correction.decline.of', named)}
          onClick={() => ask(true)}
          data-testid="correction-decline"
        >
          {t('correction.decline')}
        </Button>
      </div>
      {declining ? (
        <ReasonDialog
          title={t('decline.title')}
          body={t('decline.body', { name: correction.person.name })}
          confirm={t('decline.confirm')}
          busy={isPending}
          error={error}
          onConfirm={(reason) => settle('DECLINED', reason)}
          onClose={() => ask(false)}
        />
      ) : null}
    </li>
  );
}
