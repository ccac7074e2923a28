import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Textarea,
} from '@fluentui/react-components';
import type { DisasterView, SwitchOrderInput, SwitchOrderView } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { Section } from '../approvals/Section.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useOrder } from './use-disaster.ts';

type Switches = DisasterView['switches'];
type Typed = Omit<SwitchOrderInput, 'prolongs'>;

export interface OrderFormProps {
  readonly switches: Switches;
  /** The order that the new one prolongs. */
  readonly prolongs: SwitchOrderView | null;
  readonly onClose: () => void;
}

const WEEK = 6;

function firstTyped(switches: Switches, prolongs: SwitchOrderView | null): Typed {
  const today = localDateOf(new Date());
  const from = prolongs ? addDays(prolongs.until as LocalDate, 1) : today;
  const code = prolongs?.switch ?? switches[0]?.code ?? '';
  return { switch: code, orderNumber: '', from, until: addDays(from, WEEK), reason: '', atOnce: false };
}

interface FieldsProps {
  readonly typed: Typed;
  readonly change: (change: Partial<Typed>) => void;
  readonly switches: Switches;
  readonly fixed: boolean;
  readonly tried: boolean;
}

function Days({ typed, change, switches }: Pick<FieldsProps, 'typed' | 'change' | 'switches'>) {
  const t = useText(disasterText);
  const longest = switches.find(({ code }) => code === typed.switch)?.longestDays ?? null;
  const hint = longest === null ? {} : { hint: t('form.until.hint', { days: longest }) };
  return (
    <>
      <Field label={t('form.from')} required>
        <Input
          type="date"
          value={typed.from}
          onChange={(_, { value }) => change({ from: value })}
          data-testid="order-from"
        />
      </Field>
      <Field label={t('form.until')} required {...hint}>
        <Input
          type="date"
          value={typed.until}
          min={typed.from}
          onChange={(_, { value }) => change({ until: value })}
          data-testid="order-until"
        />
      </Field>
    </>
  );
}

function Fields({ typed, change, switches, fixed, tried }: FieldsProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const missing = (text: string) => (tried && text.trim() === '' ? { validationMessage: t('call.missing') } : {});
  const atOnce = switches.find(({ code }) => code === typed.switch)?.atOnce ?? false;
  return (
    <div className={styles.form}>
      <Field label={t('form.switch')}>
        <Select
          value={typed.switch}
          disabled={fixed}
          onChange={(_, { value }) => change({ switch: value, atOnce: false })}
          data-testid="order-switch"
        >
          {switches.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('form.number')} hint={t('form.number.hint')} required {...missing(typed.orderNumber)}>
        <Input
          value={typed.orderNumber}
          maxLength={60}
          onChange={(_, { value }) => change({ orderNumber: value })}
          data-testid="order-number"
        />
      </Field>
      <Days typed={typed} change={change} switches={switches} />
      <Field label={t('order.reason')} required className={styles.wide} {...missing(typed.reason)}>
        <Textarea
          value={typed.reason}
          maxLength={1000}
          onChange={(_, { value }) => change({ reason: value })}
          data-testid="order-reason"
        />
      </Field>
      {atOnce ? (
        <Checkbox
          className={styles.wide}
          checked={typed.atOnce}
          label={t('form.at_once')}
          onChange={(_, { checked }) => change({ atOnce: checked === true })}
          data-testid="order-at-once"
        />
      ) : null}
    </div>
  );
}

/** By a decision, or at once by whoever may; to prolong one is a new order too. */
export function OrderForm({ switches, prolongs, onClose }: OrderFormProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState(() => firstTyped(switches, prolongs));
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useOrder();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const complete = [typed.orderNumber, typed.reason, typed.from, typed.until].every((text) => text.trim() !== '');
    if (!complete || isPending) return;
    const onSuccess = () => {
      notify({ text: t('form.done'), intent: 'success' });
      onClose();
    };
    mutate({ ...typed, prolongs: prolongs?.id ?? null }, { onSuccess });
  };
  const change = (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more }));
  return (
    <Section title={t('form.title')}>
      <form onSubmit={handleSubmit} noValidate className={styles.page} data-testid="order-form">
        <Fields {...{ typed, change, switches, tried }} fixed={prolongs !== null} />
        {error ? (
          <MessageBar intent="error" layout="multiline" data-testid="order-refused">
            <MessageBarBody>
              <MessageBarTitle>{t('form.failed')}</MessageBarTitle>
              {errorWords(error, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="order-send">
            {t(typed.atOnce ? 'form.send_now' : 'form.send')}
          </Button>
          <Button onClick={onClose}>{t('form.close')}</Button>
        </div>
      </form>
    </Section>
  );
}
