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
  /** 後日入力: from a form that the person filled in while the network was down. */
  readonly fromPaper?: boolean;
  readonly onDone?: () => void;
}

const ON_PAPER = [
  { field: 'orderNumber', type: 'text', label: 'paper.number' },
  { field: 'at', type: 'datetime-local', label: 'paper.at' },
  { field: 'source', type: 'text', label: 'paper.source' },
] as const;
type OnPaper = Readonly<Record<(typeof ON_PAPER)[number]['field'], string>>;
const EMPTY: OnPaper = { orderNumber: '', at: '', source: '' };
const isComplete = (paper: OnPaper): boolean => Object.values(paper).every((text) => text.trim() !== '');
/** The hour on the paper is Japan's, whatever the clock of the device says. */
const paperOf = ({ orderNumber, at, source }: OnPaper) => ({
  ...{ orderNumber: orderNumber.trim(), source: source.trim(), at: `${at}:00+09:00` },
});

interface PaperFieldsProps {
  readonly paper: OnPaper;
  readonly tried: boolean;
  readonly change: (change: Partial<OnPaper>) => void;
}

function PaperFields({ paper, tried, change }: PaperFieldsProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  return (
    <div className={styles.form}>
      {ON_PAPER.map(({ field, type, label }) => (
        <Field
          key={field}
          label={t(label)}
          required
          {...(tried && paper[field].trim() === '' ? { validationMessage: t('call.missing') } : {})}
        >
          <Input
            type={type}
            value={paper[field]}
            maxLength={100}
            onChange={(_, { value }) => change({ [field]: value })}
            data-testid={`paper-${field}`}
          />
        </Field>
      ))}
    </div>
  );
}

/** One tap answers; a word and a place may go with it. */
export function AnswerForm({ roll, staffId, fromPaper = false, onDone }: AnswerFormProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [said, setSaid] = useState({ words: '', place: '' });
  const [paper, setPaper] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useTell(roll);
  const handleAnswer = (answer: RollAnswer) => {
    setTried(true);
    if (isPending || (fromPaper && !isComplete(paper))) return;
    const whose = staffId === undefined ? {} : { staffId };
    const body = { answer, ...said, ...whose, ...(fromPaper ? { paper: paperOf(paper) } : {}) } as RollAnswerInput;
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
      {fromPaper ? (
        <PaperFields {...{ paper, tried }} change={(more) => setPaper((before) => ({ ...before, ...more }))} />
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
