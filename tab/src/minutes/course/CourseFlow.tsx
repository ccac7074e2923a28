import { Badge, MessageBar, MessageBarBody, MessageBarTitle, mergeClasses } from '@fluentui/react-components';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AskButton } from './AskButton.tsx';
import { CaseLine } from './CaseLine.tsx';
import { useCourseStyles } from './Course.styles.ts';
import { ActButton, NextButton } from './NextButton.tsx';
import { blocksOf, type Course, mayAskAgain, type Step, signaturesMissing, stepsOf } from './steps.ts';
import { courseText } from './text.ts';

const COLORS = { DONE: 'success', NOW: 'brand', TO_COME: 'subtle' } as const;

function OneStep({ step: { name, state, dueOn, article } }: { readonly step: Step }) {
  const styles = useMinutesStyles();
  const own = useCourseStyles();
  const t = useText(courseText);
  const locale = useLocale();
  return (
    <li
      className={mergeClasses(own.step, state === 'NOW' && own.now, state === 'DONE' && own.done)}
      aria-current={state === 'NOW' ? 'step' : undefined}
      data-testid="step"
      data-step={name}
      data-state={state}
    >
      <span className={styles.line}>
        <span className={styles.strong}>{t(`step.${name}`)}</span>
        <Badge appearance="tint" color={COLORS[state]}>
          {t(`step.${state}`)}
        </Badge>
      </span>
      {dueOn ? <span className={styles.muted}>{t('step.due', { day: dayText(dueOn, locale) })}</span> : null}
      {article ? <span className={styles.small}>{t('basis.article', { article })}</span> : null}
    </li>
  );
}

function Blocks({ course }: { readonly course: Course }) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const missing = signaturesMissing(course).map((name) => t('blocks.signature', { name }));
  const blocks = [...blocksOf(course), ...missing];
  if (blocks.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline" data-testid="course-blocks">
      <MessageBarBody>
        <MessageBarTitle>{t('blocks')}</MessageBarTitle>
        <ul className={styles.plain}>
          {blocks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Back to writing, with a reason that is kept. */
function Reopen({ course: { view, round, signing } }: { readonly course: Course }) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  if (!round.may.reopen && !signing.may.reopen) return null;
  return (
    <AskButton
      {...{ meetingId: view.id, label: t('reopen.open'), testId: 'reopen', title: t('reopen.title') }}
      done={t('reopen.done')}
      field={{ label: t('reopen.reason'), kind: 'words', required: true, first: '' }}
      order={(reason) => ({ to: 'reopen', body: { version: view.version, reason } })}
    >
      <p className={styles.lead}>{t('reopen.body')}</p>
    </AskButton>
  );
}

/** 確定までの流れ: the steps, what they wait for, and the one button for the next. */
export function CourseFlow({ course }: { readonly course: Course }) {
  const styles = useMinutesStyles();
  const own = useCourseStyles();
  const t = useText(courseText);
  const locale = useLocale();
  const { view } = course;
  return (
    <Section title={t('course')}>
      <ol className={own.steps}>
        {stepsOf(course).map((step) => (
          <OneStep key={step.name} step={step} />
        ))}
      </ol>
      {view.finalOn ? <p className={styles.lead}>{t('step.done_on', { day: dayText(view.finalOn, locale) })}</p> : null}
      <CaseLine view={view} />
      {view.putForwardBy === null ? null : (
        <MessageBar intent="info" layout="multiline" data-testid="put-forward-by">
          <MessageBarBody>{t('put_forward_by', { unit: view.putForwardBy })}</MessageBarBody>
        </MessageBar>
      )}
      {mayAskAgain(course) ? (
        <MessageBar intent="warning" layout="multiline" data-testid="confirmed-before">
          <MessageBarBody>{t('again.closed')}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Blocks course={course} />
      <div className={styles.buttons}>
        <NextButton course={course} />
        {mayAskAgain(course) ? <ActButton course={course} act="BEGIN_ROUND" label={t('again.open')} /> : null}
        <Reopen course={course} />
      </div>
    </Section>
  );
}
