import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { SentencePart } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { OUTCOMES } from './sentence-edits.ts';
import { sentencesText } from './text.ts';
import type { TypedSentence } from './typed-sentence.ts';

export interface SentenceFormProps {
  readonly part: SentencePart;
  readonly first: TypedSentence;
  readonly onSave: (typed: TypedSentence) => void;
  readonly onClose: () => void;
}

interface FieldsProps {
  readonly typed: TypedSentence;
  readonly change: (change: Partial<TypedSentence>) => void;
}

function OutcomeField({ typed, change }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  return (
    <Field label={t('outcome.label')} className={styles.wide}>
      <Select
        value={typed.outcome}
        onChange={(_, { value }) => change({ outcome: OUTCOMES.find((one) => one === value) ?? '' })}
        data-testid="sentence-outcome"
      >
        <option value="">{t('outcome.none')}</option>
        {OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {t(`outcome.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ActionFields({ typed, change }: FieldsProps) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  return (
    <>
      <Field label={t('sentence.owner')} className={styles.field}>
        <Input
          {...{ className: styles.control, value: typed.owner, maxLength: 100 }}
          onChange={(_, { value }) => change({ owner: value })}
          data-testid="sentence-owner"
        />
      </Field>
      <Field label={t('sentence.due')} className={styles.field}>
        <Input
          {...{ className: styles.control, value: typed.dueWords, maxLength: 100 }}
          onChange={(_, { value }) => change({ dueWords: value })}
          data-testid="sentence-due"
        />
      </Field>
      <Field label={t('sentence.due.on')} className={styles.field}>
        <Input
          {...{ type: 'date', className: styles.control, value: typed.dueOn }}
          onChange={(_, { value }) => change({ dueOn: value })}
          data-testid="sentence-due-on"
        />
      </Field>
    </>
  );
}

/** One sentence in fields: its words, and what its part asks for beside them. */
export function SentenceForm({ part, first, onSave, onClose }: SentenceFormProps) {
  const styles = useMinutesStyles();
  const t = useText(sentencesText);
  const [typed, setTyped] = useState(first);
  const [tried, setTried] = useState(false);
  const change = (changed: Partial<TypedSentence>) => setTyped((before) => ({ ...before, ...changed }));
  const blank = typed.text.trim() === '';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!blank) onSave(typed);
  };
  return (
    <form onSubmit={handleSubmit} className={styles.stack} noValidate data-testid="sentence-form">
      <div className={styles.form}>
        <Field
          label={t('sentence.text')}
          required
          className={styles.wide}
          {...(tried && blank ? { validationMessage: t('sentence.missing') } : {})}
        >
          <Textarea
            {...{ autoFocus: true, value: typed.text, maxLength: 2000, resize: 'vertical' }}
            onChange={(_, { value }) => change({ text: value })}
            data-testid="sentence-text"
          />
        </Field>
        {part === 'DECISION' ? <OutcomeField typed={typed} change={change} /> : null}
        {part === 'ACTION' ? <ActionFields typed={typed} change={change} /> : null}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" data-testid="sentence-save">
          {t('sentence.save')}
        </Button>
        <Button onClick={onClose}>{t('sentence.close')}</Button>
      </div>
    </form>
  );
}
