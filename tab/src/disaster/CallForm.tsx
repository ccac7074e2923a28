import { Button, Field, Input, MessageBar, MessageBarBody, Select, Textarea } from '@fluentui/react-components';
import type { RollKind } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import type { Calling } from '../api/disaster.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import type { Picked } from '../approvals/acts.ts';
import { DirectoryPicker } from '../approvals/DirectoryPicker.tsx';
import { Section } from '../approvals/Section.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useCall } from './use-disaster.ts';

interface Typed {
  readonly kind: RollKind;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly unit: readonly Picked[];
}

const NOTHING: Typed = { kind: 'SAFETY', title: '', words: '', place: '', unit: [] };

function callingOf({ kind, title, words, place, unit }: Typed): Calling {
  const body = { title: title.trim(), words: words.trim(), unitId: unit[0]?.id ?? null };
  return kind === 'SAFETY'
    ? { kind, body: { ...body, reminders: 3 } }
    : { kind, body: { ...body, place: place.trim(), reminders: 1 } };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly change: (change: Partial<Typed>) => void;
  readonly tried: boolean;
}

function Fields({ typed, change, tried }: FieldsProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const missing = (text: string) => (tried && text.trim() === '' ? { validationMessage: t('call.missing') } : {});
  return (
    <div className={styles.form}>
      <Field label={t('call.kind')}>
        <Select
          value={typed.kind}
          onChange={(_, { value }) => change({ kind: value as RollKind })}
          data-testid="call-kind"
        >
          <option value="SAFETY">{t('kind.SAFETY')}</option>
          <option value="MUSTER">{t('kind.MUSTER')}</option>
        </Select>
      </Field>
      <Field label={t('call.what')} hint={t('call.what.hint')} required {...missing(typed.title)}>
        <Input
          value={typed.title}
          maxLength={100}
          onChange={(_, { value }) => change({ title: value })}
          data-testid="call-title"
        />
      </Field>
      {typed.kind === 'MUSTER' ? (
        <Field label={t('call.place')} required className={styles.wide} {...missing(typed.place)}>
          <Input
            value={typed.place}
            maxLength={100}
            onChange={(_, { value }) => change({ place: value })}
            data-testid="call-place"
          />
        </Field>
      ) : null}
      <Field label={t('call.words')} className={styles.wide}>
        <Textarea value={typed.words} maxLength={1000} onChange={(_, { value }) => change({ words: value })} />
      </Field>
      <div className={styles.wide}>
        <DirectoryPicker
          label={t('call.unit')}
          kinds={['unit']}
          several={false}
          optional
          picked={typed.unit}
          onPicked={(unit) => change({ unit: unit.slice(-1) })}
          trouble={null}
        />
      </div>
    </div>
  );
}

/** Asks everybody, or a unit, whether they are safe; or calls them to a place. */
export function CallForm({ onClose }: { readonly onClose: () => void }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useCall();
  const complete = typed.title.trim() !== '' && (typed.kind === 'SAFETY' || typed.place.trim() !== '');
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete || isPending) return;
    const onSuccess = () => {
      notify({ text: t('call.done'), intent: 'success' });
      onClose();
    };
    mutate(callingOf(typed), { onSuccess });
  };
  return (
    <Section title={t('call.title')}>
      <form onSubmit={handleSubmit} noValidate className={styles.page} data-testid="call-form">
        <Fields typed={typed} tried={tried} change={(more) => setTyped((before) => ({ ...before, ...more }))} />
        {error ? (
          <MessageBar intent="error" layout="multiline" data-testid="call-refused">
            <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
          </MessageBar>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="call-send">
            {t('call.send')}
          </Button>
          <Button onClick={onClose}>{t('form.close')}</Button>
        </div>
      </form>
    </Section>
  );
}
