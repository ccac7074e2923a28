import { Field, MessageBar, MessageBarBody, MessageBarTitle, Radio, RadioGroup } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { bookText } from './text.ts';
import { useNeed } from './use-book.ts';

type Answers = Readonly<Record<string, boolean>>;

export interface NeedQuestionsProps {
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
}

/** 「番号は要る?」: the city's questions, and what the answers come to with the article. */
export function NeedQuestions({ answers, onAnswers }: NeedQuestionsProps) {
  const t = useText(bookText);
  const said = Object.entries(answers)
    .map(([id, yes]) => `${id}:${yes ? 'yes' : 'no'}`)
    .join(',');
  const need = useNeed(said);
  const verdict = need.data?.verdict ?? null;
  return (
    <>
      {need.isPending ? <LoadingState /> : null}
      {need.isError ? <ErrorState error={need.error} onRetry={() => void need.refetch()} /> : null}
      {need.data?.questions.map(({ id, question, help }) => (
        <Field key={id} label={question} {...(help === null ? {} : { hint: help })}>
          <RadioGroup
            layout="horizontal"
            value={answers[id] === undefined ? '' : answers[id] ? 'yes' : 'no'}
            onChange={(_, { value }) => onAnswers({ ...answers, [id]: value === 'yes' })}
            data-testid={`need-${id}`}
          >
            <Radio value="yes" label={t('need.yes')} />
            <Radio value="no" label={t('need.no')} />
          </RadioGroup>
        </Field>
      ))}
      <div aria-live="polite">
        {verdict === null ? null : (
          <MessageBar intent={verdict.outcome === 'NUMBERED' ? 'info' : 'success'} layout="multiline">
            <MessageBarBody data-testid="need-verdict">
              <MessageBarTitle>{t(`need.${verdict.outcome}`)}</MessageBarTitle>
              {verdict.sentence}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </>
  );
}
