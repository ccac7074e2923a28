import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import { localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { personText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';
import { inputOf, NOTHING_TYPED, type TypedInstruction, wrongIn } from './typed-instruction.ts';
import { useAddressees, useGiveInstruction } from './use-instructions.ts';

interface FieldsProps {
  readonly typed: TypedInstruction;
  readonly change: (change: Partial<TypedInstruction>) => void;
  /** The sentence on what is wrong with a field, once somebody has tried. */
  readonly told: (field: keyof TypedInstruction) => { validationMessage?: string };
}

/** Of a few the list is enough; of many one looks by name. */
function Addressee({ typed, change, told }: FieldsProps) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const [words, setWords] = useState('');
  const nearest = useAddressees('').data;
  const found = useAddressees(words).data ?? nearest;
  const items = found?.items ?? [];
  const gone = typed.staffId !== '' && !items.some(({ staffId }) => staffId === typed.staffId);
  return (
    <>
      {nearest?.more ? (
        <Field label={t('form.search')} hint={t('form.search.hint')} className={styles.wide}>
          <Input
            type="search"
            value={words}
            maxLength={100}
            onChange={(_, { value }) => setWords(value)}
            data-testid="addressee-search"
          />
        </Field>
      ) : null}
      <Field
        label={t('form.whom')}
        hint={found?.more ? t('form.whom.more', { count: items.length }) : t('form.whom.hint')}
        required
        className={styles.wide}
        {...told('staffId')}
      >
        <Select
          value={gone ? '' : typed.staffId}
          onChange={(_, { value }) => change({ staffId: value })}
          data-testid="instruction-whom"
        >
          <option value="">{t('form.whom.choose')}</option>
          {items.map((person) => (
            <option key={person.staffId} value={person.staffId}>
              {personText(person)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function Fields({ typed, change, told }: FieldsProps) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  return (
    <>
      <Field label={t('form.purpose')} required className={styles.wide} {...told('purpose')}>
        <Textarea
          value={typed.purpose}
          maxLength={1000}
          rows={3}
          onChange={(_, { value }) => change({ purpose: value })}
          data-testid="instruction-purpose"
        />
      </Field>
      <Field label={t('fact.reader')} hint={t('form.reader.hint')}>
        <Input
          value={typed.reader}
          maxLength={100}
          onChange={(_, { value }) => change({ reader: value })}
          data-testid="instruction-reader"
        />
      </Field>
      <Field label={t('fact.length')} hint={t('form.length.hint')}>
        <Input
          value={typed.length}
          maxLength={100}
          onChange={(_, { value }) => change({ length: value })}
          data-testid="instruction-length"
        />
      </Field>
      <Field label={t('fact.due')} {...told('dueOn')}>
        <Input
          type="date"
          value={typed.dueOn}
          min={localDateOf(new Date())}
          onChange={(_, { value }) => change({ dueOn: value })}
          data-testid="instruction-due"
        />
      </Field>
      <Field label={t('form.sample')} hint={t('form.sample.hint')}>
        <Input
          value={typed.sampleNumber}
          maxLength={100}
          onChange={(_, { value }) => change({ sampleNumber: value })}
          data-testid="instruction-sample"
        />
      </Field>
      <Checkbox
        className={styles.wide}
        checked={typed.confidential}
        label={t('form.confidential')}
        onChange={(_, { checked }) => change({ confidential: checked === true })}
        data-testid="instruction-confidential"
      />
    </>
  );
}

function useForm() {
  const t = useText(instructionsText);
  const notify = useNotice();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const give = useGiveInstruction();
  const wrong = wrongIn(typed, localDateOf(new Date()));
  const told: FieldsProps['told'] = (field) => {
    const code = tried ? wrong[field] : undefined;
    return code === undefined ? {} : { validationMessage: t(code) };
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length > 0 || give.isPending) return;
    give.mutate(inputOf(typed), {
      onSuccess: () => {
        setTyped(NOTHING_TYPED);
        setTried(false);
        notify({ text: t('form.done'), intent: 'success' });
      },
    });
  };
  const change = (changed: Partial<TypedInstruction>) => setTyped((before) => ({ ...before, ...changed }));
  return { give, handleSubmit, fields: { typed, change, told } };
}

/** Whom, what for, who reads it, how long, by when, like what. */
export function InstructionForm() {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const locale = useLocale();
  const { give, handleSubmit, fields } = useForm();
  return (
    <Section title={t('form.title')}>
      <form onSubmit={handleSubmit} noValidate className={styles.page} data-testid="instruction-form">
        <div className={styles.form}>
          <Addressee {...fields} />
          <Fields {...fields} />
        </div>
        {give.isError ? (
          <MessageBar intent="error" layout="multiline" data-testid="instruction-refused">
            <MessageBarBody>
              <MessageBarTitle>{t('form.failed')}</MessageBarTitle>
              {errorWords(give.error, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={give.isPending}
            icon={give.isPending ? <Spinner size="tiny" /> : null}
            data-testid="instruction-send"
          >
            {give.isPending ? t('form.busy') : t('form.send')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
