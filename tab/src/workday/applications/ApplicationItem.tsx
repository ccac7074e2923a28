import { Badge, type BadgeProps, Button, Link } from '@fluentui/react-components';
import type { ApplicationDayView, ApplicationState, ApplicationView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { shortDayText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { CHANGED_BY_ANOTHER } from './changeable.ts';
import { GiveUpDialog } from './GiveUpDialog.tsx';
import { applicationsText } from './text.ts';
import { useFile } from './use-applications.ts';

const COLORS: Readonly<Record<ApplicationState, NonNullable<BadgeProps['color']>>> = {
  FILING: 'informative',
  REVIEW: 'brand',
  SENT_BACK: 'warning',
  APPROVED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'subtle',
  CANCELLED: 'subtle',
};

interface DayProps {
  readonly view: ApplicationView;
  readonly day: ApplicationDayView;
}

function Day({ view, day }: DayProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const date = shortDayText(day.date, locale);
  const span = day.from === null ? '' : t('item.span', { from: day.from, to: day.to ?? '' });
  const differs = day.state !== 'ASKED' && !(day.state === 'APPROVED' && view.state === 'APPROVED');
  return (
    <li className={styles.row} data-testid="application-day">
      <span className={styles.grow}>
        {date} {span} {differs ? t(`day.${day.state}`) : ''} {day.reason ?? ''}
        {day.notes.map((note) => (
          <span key={note} className={styles.red}>
            {' '}
            {note}
          </span>
        ))}
      </span>
      {day.mayCancel && day.state === 'APPROVED' && CHANGED_BY_ANOTHER.includes(view.kind) ? (
        <Button
          as="a"
          href={hashOf({ page: 'workday', part: 'change', id: view.id, itemId: day.itemId })}
          aria-label={`${t('item.change_day')} ${date}`}
          data-testid="change-day"
        >
          {t('item.change_day')}
        </Button>
      ) : null}
      {day.mayCancel ? (
        <Button onClick={() => setAsking(true)} aria-label={`${t('item.cancel_day')} ${date}`} data-testid="cancel-day">
          {t('item.cancel_day')}
        </Button>
      ) : null}
      {asking ? (
        <GiveUpDialog
          giving={{ what: 'day', view, itemId: day.itemId }}
          title={t('give_up.day', { day: date })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}

function Acts({ view }: { readonly view: ApplicationView }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const notify = useNotice();
  const [asking, setAsking] = useState(false);
  const filing = useFile();
  const file = () =>
    filing.mutate(view, {
      onSuccess: () => notify({ text: t('item.filed'), intent: 'success' }),
      onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
    });
  const caseId = view.cases.find((one) => one.caseId !== null)?.caseId;
  return (
    <div className={styles.buttons}>
      {caseId ? <Link href={hashOf({ page: 'case', id: caseId })}>{t('item.case')}</Link> : null}
      {view.may.correct ? (
        <Button
          as="a"
          appearance="primary"
          href={hashOf({ page: 'workday', part: 'correct', id: view.id })}
          data-testid="correct-application"
        >
          {t('item.correct')}
        </Button>
      ) : null}
      {view.may.file ? (
        <Button disabledFocusable={filing.isPending} onClick={file} data-testid="file-again">
          {t('item.file')}
        </Button>
      ) : null}
      {view.may.withdraw ? (
        <Button onClick={() => setAsking(true)} data-testid="withdraw">
          {t('item.withdraw')}
        </Button>
      ) : null}
      {asking ? (
        <GiveUpDialog
          giving={{ what: 'application', view }}
          title={t('give_up.withdraw')}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** One application: its state, its days, and what can still be done with it. */
export function ApplicationItem({ view }: { readonly view: ApplicationView }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { kind, state, title, madeAt, problem, takeOut } = view;
  const back = state === 'SENT_BACK' ? view.history.findLast(({ act }) => act === 'SENT_BACK') : undefined;
  const due = takeOut?.dues.find(({ returnedAt }) => returnedAt === null);
  return (
    <li className={styles.application} data-testid="application">
      <div className={styles.month}>
        <span className={styles.strong}>{title}</span>
        <Badge appearance="tint" color={COLORS[state]} data-testid="application-state">
          {t(`state.${state}`)}
        </Badge>
      </div>
      <span className={styles.muted}>
        {t(`kind.${kind}`)} {t('item.made', { time: whenText(madeAt, locale) })}
      </span>
      {back?.reason ? <p className={styles.red}>{t('item.sent_back', { reason: back.reason })}</p> : null}
      {view.replaces ? <span className={styles.muted}>{t('item.replaces')}</span> : null}
      {problem ? <p className={styles.red}>{problem}</p> : null}
      {takeOut && due ? (
        <span>{t('item.take_out', { items: listText(takeOut.items, locale), day: dayText(due.dueOn, locale) })}</span>
      ) : null}
      {view.days.length === 0 ? null : (
        <ul className={styles.list}>
          {view.days.map((day) => (
            <Day key={day.itemId} view={view} day={day} />
          ))}
        </ul>
      )}
      <Acts view={view} />
    </li>
  );
}
