import { Badge, type BadgeProps, Button, Spinner } from '@fluentui/react-components';
import type { Answer, FindingView } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { isRefusal } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { appText } from '../../app/text.ts';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { shortDayText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';
import type { Judged } from './use-applications.ts';

const COLORS: Readonly<Record<Answer, NonNullable<BadgeProps['color']>>> = {
  ALLOWED: 'success',
  WARNED: 'warning',
  NEEDS_SPECIAL_APPROVAL: 'warning',
  REFUSED: 'danger',
};

/** What speaks against it: the sentence, the article, and whom to ask. */
function Finding({ finding }: { readonly finding: FindingView }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const { severity, sentence, article, ask, dates, rule } = finding;
  const days = dates.map((date) => shortDayText(date, locale));
  return (
    <li className={styles.finding} data-testid="finding" data-severity={severity}>
      <span className={severity === 'REFUSED' ? styles.red : styles.strong}>{sentence}</span>
      {days.length > 0 ? <span>{listText(days, locale)}</span> : null}
      {rule === null || rule === sentence ? null : <span>{rule}</span>}
      {article === null || sentence.includes(article) ? null : (
        <span className={styles.muted}>{t('judged.article', { article })}</span>
      )}
      {ask === null ? null : <span className={styles.muted}>{t('judged.ask', { ask })}</span>}
    </li>
  );
}

function AnswerBadge({ answer }: { readonly answer: Answer }) {
  const t = useText(applicationsText);
  return (
    <div>
      <Badge size="extra-large" appearance="tint" color={COLORS[answer]} data-testid="answer" data-answer={answer}>
        {t(`judged.${answer}`)}
      </Badge>
    </div>
  );
}

function Answered({ judgement }: { readonly judgement: NonNullable<Judged['judgement']> }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const { answer, findings, relaxed, steps } = judgement;
  return (
    <div className={styles.stack}>
      <AnswerBadge answer={answer} />
      {findings.length === 0 ? null : (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <Finding key={`${finding.code} ${finding.article} ${finding.dates.join()}`} finding={finding} />
          ))}
        </ul>
      )}
      {relaxed.map(({ name, orderNumber, article }) => (
        <span key={article}>{t('judged.relaxed', { name, order: orderNumber })}</span>
      ))}
      {steps.length === 0 ? null : (
        <div>
          <h3 className={styles.text}>{t('judged.steps')}</h3>
          <ol className={styles.steps}>
            {steps.map(({ procedure, name, article }) => (
              <li key={`${procedure} ${name}`}>
                {name} <span className={styles.muted}>{article}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** The question itself was refused, as where something else is booked for the same time; or nobody answered it. */
function Unanswered({ error, refetch }: Pick<Judged, 'error' | 'refetch'>) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const general = useText(appText);
  const { sentence } = errorWords(error, useLocale());
  if (isRefusal(error))
    return (
      <div className={styles.stack} data-testid="check-refused">
        <AnswerBadge answer="REFUSED" />
        <span className={styles.red}>{sentence}</span>
      </div>
    );
  return (
    <div className={styles.stack} role="alert">
      <span>
        {t('judged.failed')} {sentence}
      </span>
      <div>
        <Button onClick={refetch}>{general('state.retry')}</Button>
      </div>
    </div>
  );
}

/** できるか、なぜか、だれに聞くか: shown while one types. */
export function Judgement({ judged }: { readonly judged: Judged }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const { judgement, busy, error, refetch } = judged;
  return (
    <Section title={t('judged.title')}>
      <div aria-live="polite" data-testid="judgement">
        {busy && !judgement ? <Spinner size="tiny" label={t('judged.busy')} /> : null}
        {!busy && error ? <Unanswered error={error} refetch={refetch} /> : null}
        {judgement ? <Answered judgement={judgement} /> : null}
        {!busy && !error && !judgement ? <span className={styles.muted}>{t('judged.wait')}</span> : null}
      </div>
    </Section>
  );
}
