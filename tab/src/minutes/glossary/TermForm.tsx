import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import type { GlossaryView } from '@kaigi/core/contract';
import { type ReactNode, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { glossaryText } from './text.ts';
import { KINDS, type TypedTerm } from './typed-term.ts';

export interface TermFormProps {
  readonly first: TypedTerm;
  /** Where the term may go; null where that is settled. */
  readonly may: GlossaryView['may'] | null;
  readonly sendLabel: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (typed: TypedTerm) => void;
  readonly onClose?: () => void;
  /** What is shown below the fields of what stands in them. */
  readonly below?: (typed: TypedTerm) => ReactNode;
}

interface FieldsProps {
  readonly typed: TypedTerm;
  readonly set: (change: Partial<TypedTerm>) => void;
}

function ScopeField({ typed, set, may }: FieldsProps & { readonly may: GlossaryView['may'] }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  return (
    <Field label={t('form.scope')} className={styles.field}>
      <Select
        className={styles.control}
        value={typed.scope}
        onChange={(_, { value }) => set({ scope: value })}
        data-testid="term-scope"
      >
        {may.cityWide ? <option value="">{t('scope.city')}</option> : null}
        {may.bodies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Words({ typed, set, missing }: FieldsProps & { readonly missing: boolean }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const problem = missing ? { validationMessage: t('form.written.missing') } : {};
  return (
    <>
      <Field label={t('form.written')} required className={styles.field} {...problem}>
        <Input
          className={styles.control}
          value={typed.written}
          maxLength={100}
          onChange={(_, { value }) => set({ written: value })}
          data-testid="term-written"
        />
      </Field>
      <Field label={t('form.reading')} className={styles.field}>
        <Input
          className={styles.control}
          value={typed.reading}
          maxLength={100}
          onChange={(_, { value }) => set({ reading: value })}
          data-testid="term-reading"
        />
      </Field>
      <Field label={t('form.kind')} className={styles.field}>
        <Select
          className={styles.control}
          value={typed.kind}
          onChange={(_, { value }) => set({ kind: KINDS.find((kind) => kind === value) ?? 'OTHER' })}
          data-testid="term-kind"
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('form.heard')} hint={t('form.heard.hint')} className={styles.wide}>
        <Textarea
          value={typed.heard}
          rows={3}
          onChange={(_, { value }) => set({ heard: value })}
          data-testid="term-heard"
        />
      </Field>
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useText(glossaryText);
  const locale = useLocale();
  if (!error) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="term-refused">
      <MessageBarBody>
        <MessageBarTitle>{t('form.failed')}</MessageBarTitle>
        {errorWords(error, locale).sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

/** A term as it is typed, new or changed. */
export function TermForm({ first, may, sendLabel, busy, error, onSend, onClose, below }: TermFormProps) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const [typed, setTyped] = useState(first);
  const [tried, setTried] = useState(false);
  const missing = typed.written.trim() === '';
  const set = (change: Partial<TypedTerm>) => setTyped((before) => ({ ...before, ...change }));
  const handleSend = () => {
    setTried(true);
    if (!busy && !missing) onSend(typed);
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        handleSend();
      }}
      data-testid="term-form"
    >
      <Refused error={error} />
      <div className={styles.form}>
        {may ? <ScopeField {...{ typed, set, may }} /> : null}
        <Words {...{ typed, set, missing: tried && missing }} />
      </div>
      {below?.(typed)}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          type="submit"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : null}
          data-testid="term-send"
        >
          {busy ? t('form.busy') : sendLabel}
        </Button>
        {onClose ? <Button onClick={onClose}>{t('form.close')}</Button> : null}
      </div>
    </form>
  );
}
