import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RollAnswer, RollAnswerInput, RollView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useTell } from './use-disaster.ts';

export const ANSWERS = {
  SAFETY: ['SAFE_CAN_COME', 'SAFE_CANNOT_COME', 'NEEDS_HELP'],
  MUSTER: ['COMING', 'ARRIVED', 'CANNOT_COME'],
} as const satisfies Record<RollView['kind'], readonly RollAnswer[]>;

export interface AnswerFormProps {
  readonly roll: Pick<RollView, 'id' | 'kind'>;
  /** For whom; oneself where nothing is said. */
  readonly staffId?: string;
  readonly onDone?: () => void;
}

/** One tap answers; a word and a place may go with it. */
export function AnswerForm({ roll, staffId, onDone }: AnswerFormProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [said, setSaid] = useState({ words: '', place: '' });
  const { mutate, isPending, error } = useTell(roll);
  const handleAnswer = (answer: RollAnswer) => {
    if (isPending) return;
    const body = { answer, ...said, ...(staffId === undefined ? {} : { staffId }) } as RollAnswerInput;
    const onSuccess = () => {
      notify({ text: t('roll.done', { answer: t(`answer.${answer}`) }), intent: 'success' });
      onDone?.();
    };
    mutate({ to: 'answers', body }, { onSuccess });
  };
  return (
    <div className={styles.block} data-testid="answer-form">
      {error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        {ANSWERS[roll.kind].map((answer, at) => (
          <Button
            key={answer}
            size="large"
            className={styles.big}
            appearance={at === 0 ? 'primary' : 'secondary'}
            disabledFocusable={isPending}
            onClick={() => handleAnswer(answer)}
            data-testid={`answer-${answer}`}
          >
            {t(`answer.${answer}`)}
          </Button>
        ))}
      </div>
      <div className={styles.form}>
        {(['words', 'place'] as const).map((field) => (
          <Field key={field} label={t(field === 'words' ? 'roll.words' : 'roll.where')}>
            <Input
              value={said[field]}
              maxLength={field === 'words' ? 500 : 200}
              onChange={(_, { value }) => setSaid((before) => ({ ...before, [field]: value }))}
              data-testid={`answer-${field}`}
            />
          </Field>
        ))}
      </div>
    </div>
  );
}
