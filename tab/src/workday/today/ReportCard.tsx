import { Button, Spinner } from '@fluentui/react-components';
import type { DayReportView, ReportKind } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState } from '../../app/PageStates.tsx';
import { personText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { workdayText } from '../text.ts';
import { timeText } from '../times.ts';
import { useReports } from '../use-workday.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { ReportForm } from './ReportForm.tsx';

interface OneProps {
  readonly view: DayReportView;
  readonly kind: ReportKind;
}

/** By when the rules ask for it, and by which article. */
function Due({ view, kind }: OneProps) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const asked = view.asked.find((one) => one.kind === kind && one.state !== 'DONE');
  if (!asked) return null;
  const params = { day: dayText(asked.lastDay, locale), article: asked.article };
  return asked.state === 'LATE' ? (
    <span className={styles.red}>{t('report.late', params)}</span>
  ) : (
    <span className={styles.muted}>{t('report.due', params)}</span>
  );
}

function OneReport({ view, kind }: OneProps) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const [again, setAgain] = useState(false);
  const said = kind === 'PLAN' ? view.plan : view.result;
  const writes = view.may.report && (said === null || again);
  return (
    <div className={styles.stack} data-testid={`report-${kind}`}>
      {writes ? null : <h3 className={styles.text}>{t(`report.${kind}`)}</h3>}
      {said && !again ? (
        <>
          <p className={styles.text}>{said.text}</p>
          {said.tomorrow === '' ? null : (
            <p className={styles.text}>
              <span className={styles.muted}>{t('report.tomorrow')}</span> {said.tomorrow}
            </p>
          )}
          <span className={styles.muted}>{t('report.at', { time: timeText(said.at) })}</span>
          {view.may.report ? (
            <div>
              <Button onClick={() => setAgain(true)} data-testid={`report-again-${kind}`}>
                {t('report.again')}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
      <Due view={view} kind={kind} />
      {writes ? (
        <ReportForm view={view} kind={kind} said={said} onClose={again ? () => setAgain(false) : null} />
      ) : null}
    </div>
  );
}

function Comments({ view }: { readonly view: DayReportView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  if (view.comments.length === 0) return null;
  return (
    <div className={styles.stack} data-testid="report-comments">
      <h3 className={styles.text}>{t('comments.title')}</h3>
      <ul className={styles.list}>
        {view.comments.map(({ at, by, tone, text }) => (
          <li key={`${at} ${by.staffId}`} className={styles.row}>
            <span className={styles.grow}>{tone === 'WORDS' ? text : [t(`comment.${tone}`), text].join(' ')}</span>
            <span className={styles.muted}>
              {personText(by)} {timeText(at)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface ReportCardProps {
  readonly date: string;
  /** As long as one works, the plan comes before the result. */
  readonly ended: boolean;
}

/** 予定と実績: prefilled, so that three minutes are enough. */
export function ReportCard({ date, ended }: ReportCardProps) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const { data, error, isError, refetch } = useReports(date);
  if (isError && !data)
    return (
      <Section title={t('report.title')}>
        <ErrorState error={error} title={t('report.error')} onRetry={() => void refetch()} />
      </Section>
    );
  if (!data) return <Spinner size="small" />;
  const { plan, result, may } = data;
  if (!may.report && plan === null && result === null) return null;
  return (
    <Section title={t('report.title')}>
      <div className={styles.stack}>
        {plan || may.report ? <OneReport view={data} kind="PLAN" /> : null}
        {result || (may.report && (ended || plan)) ? <OneReport view={data} kind="RESULT" /> : null}
        <Comments view={data} />
      </div>
    </Section>
  );
}
