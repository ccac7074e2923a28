import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { FormDialog } from './FormDialog.tsx';
import { bookText } from './text.ts';
import { useNeed } from './use-book.ts';

/** 「番号は要る?」: three questions, and the answer with its article. */
export function NeedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(bookText);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const said = Object.entries(answers)
    .map(([id, answer]) => `${id}:${answer}`)
    .join(',');
  const need = useNeed(said);
  const verdict = need.data?.verdict ?? null;
  return (
    <FormDialog
      title={t('need.button')}
      testId="need-dialog"
      isPending={false}
      {...{ onClose, onSubmit: onClose }}
      actions={
        <Button type="submit" appearance="primary" data-testid="need-close">
          {t('need.close')}
        </Button>
      }
    >
      {need.isPending ? <LoadingState /> : null}
      {need.isError ? <ErrorState error={need.error} onRetry={() => void need.refetch()} /> : null}
      {need.data?.questions.map(({ id, question, help }) => (
        <Field key={id} label={question} {...(help === null ? {} : { hint: help })}>
          <RadioGroup
            layout="horizontal"
            value={answers[id] ?? ''}
            onChange={(_, { value }) => setAnswers({ ...answers, [id]: value })}
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
    </FormDialog>
  );
}
