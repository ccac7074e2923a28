import { Badge, Button, Field, Spinner, Textarea } from '@fluentui/react-components';
import type { CaseView, Question } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { personText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface QuestionsProps {
  readonly view: CaseView;
  readonly runner: ActRunner;
}

const LONGEST = 1000;

function AnswerForm({ view, runner, question }: QuestionsProps & { readonly question: Question }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const handleSend = () => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    const body = { act: 'answer', version: view.version, questionId: question.id, text: text.trim() } as const;
    runner.run({ order: { to: 'acts', body }, done: t('questions.answered'), onDone: () => setText('') });
  };
  return (
    <div className={styles.answer}>
      <Field
        className={styles.fill}
        label={t('questions.answer.label')}
        validationState={missing ? 'error' : 'none'}
        validationMessage={missing ? t('questions.answer.missing') : null}
      >
        <Textarea
          value={text}
          maxLength={LONGEST}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
          textarea={{ 'data-testid': 'answer-text' } as object}
        />
      </Field>
      <Button
        appearance="primary"
        disabledFocusable={runner.busy}
        icon={runner.busy ? <Spinner size="tiny" /> : null}
        onClick={handleSend}
        data-testid="answer-button"
      >
        {t('questions.answer.send')}
      </Button>
    </div>
  );
}

function Thread({ view, runner, question }: QuestionsProps & { readonly question: Question }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const { answer } = question;
  return (
    <li className={styles.entry} data-testid="question">
      <span className={styles.small}>
        {personText(question.askedBy)} {whenText(question.askedAt, locale)}
      </span>
      <p className={styles.prose}>{question.text}</p>
      {answer ? (
        <div className={styles.quote}>
          <span className={styles.small}>
            {personText(answer.by)} {whenText(answer.at, locale)}
          </span>
          <p className={styles.prose}>{answer.text}</p>
        </div>
      ) : (
        <span>
          <Badge appearance="tint" color="warning">
            {t('questions.open')}
          </Badge>
        </span>
      )}
      {!answer && view.status === 'SENT_BACK' ? (
        <span className={styles.small} data-testid="answer-later">
          {t('questions.afterResubmission')}
        </span>
      ) : null}
      {view.may.answer.includes(question.id) ? <AnswerForm view={view} runner={runner} question={question} /> : null}
    </li>
  );
}

/** 照会と回答 without returning the case; the whole thread is part of the record. */
export function Questions({ view, runner }: QuestionsProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  return (
    <Section title={t('questions.title')}>
      {view.questions.length === 0 ? (
        <p className={styles.small}>{t('questions.none')}</p>
      ) : (
        <ul className={styles.list}>
          {view.questions.map((question) => (
            <Thread key={question.id} view={view} runner={runner} question={question} />
          ))}
        </ul>
      )}
    </Section>
  );
}
