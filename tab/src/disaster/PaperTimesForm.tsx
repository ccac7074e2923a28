import { Button, Field, Input, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import type { PaperEntryInput } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import type { Picked } from '../approvals/acts.ts';
import { DirectoryPicker } from '../approvals/DirectoryPicker.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useEnterTimes } from './use-disaster.ts';

const FIELDS = [
  { field: 'orderNumber', type: 'text', label: 'paper.number' },
  { field: 'source', type: 'text', label: 'paper.source' },
  { field: 'date', type: 'date', label: 'paper.day' },
  { field: 'start', type: 'time', label: 'paper.start' },
  { field: 'end', type: 'time', label: 'paper.end' },
] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number]['field'] | 'reason', string>>;

const nothing = (orderNumber: string): Typed => ({
  ...{ orderNumber, source: '', date: localDateOf(new Date()), start: '', end: '', reason: '' },
});

/** Times are Japan's, whatever the clock of the device says. */
function inputOf({ orderNumber, source, date, start, end, reason }: Typed, staffId: string): PaperEntryInput {
  const at = (time: string) => `${date}T${time}:00+09:00`;
  const punches = [
    ...(start === '' ? [] : [{ punch: 'START' as const, at: at(start) }]),
    ...(end === '' ? [] : [{ punch: 'END' as const, at: at(end) }]),
  ];
  return { staffId, date, punches, reason: reason.trim(), orderNumber: orderNumber.trim(), source: source.trim() };
}

const isComplete = ({ orderNumber, source, date, start, end, reason }: Typed): boolean =>
  [orderNumber, source, date, reason].every((text) => text.trim() !== '') && (start !== '' || end !== '');

interface FieldsProps {
  readonly typed: Typed;
  readonly tried: boolean;
  readonly change: (change: Partial<Typed>) => void;
}

function Fields({ typed, tried, change }: FieldsProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const missing = (text: string) => (tried && text.trim() === '' ? { validationMessage: t('call.missing') } : {});
  const noTime = tried && typed.start === '' && typed.end === '';
  return (
    <>
      {FIELDS.map(({ field, type, label }) => (
        <Field
          key={field}
          label={t(label)}
          required={type !== 'time'}
          {...(type !== 'time' ? missing(typed[field]) : noTime ? { validationMessage: t('call.missing') } : {})}
        >
          <Input
            type={type}
            value={typed[field]}
            maxLength={100}
            onChange={(_, { value }) => change({ [field]: value })}
            data-testid={`paper-${field}`}
          />
        </Field>
      ))}
      <Field label={t('paper.reason')} required className={styles.wide} {...missing(typed.reason)}>
        <Textarea
          value={typed.reason}
          maxLength={1000}
          onChange={(_, { value }) => change({ reason: value })}
          data-testid="paper-reason"
        />
      </Field>
    </>
  );
}

/** 後日入力: somebody's times from the paper; the person is asked whether it was so. */
export function PaperTimesForm({
  orderNumber,
  onClose,
}: {
  readonly orderNumber: string;
  readonly onClose: () => void;
}) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState(() => nothing(orderNumber));
  const [who, setWho] = useState<readonly Picked[]>([]);
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useEnterTimes();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [person] = who;
    if (!person || !isComplete(typed) || isPending) return;
    const onSuccess = () => {
      notify({ text: t('paper.done'), intent: 'success' });
      onClose();
    };
    mutate(inputOf(typed, person.id), { onSuccess });
  };
  return (
    <form
      onSubmit={handleSubmit}
      noValidate
      className={styles.page}
      aria-label={t('paper.title')}
      data-testid="paper-form"
    >
      <p className={styles.muted}>{t('paper.lead')}</p>
      <div className={styles.form}>
        <div className={styles.wide}>
          <DirectoryPicker
            label={t('paper.who')}
            kinds={['staff']}
            several={false}
            picked={who}
            onPicked={(picked) => setWho(picked.slice(-1))}
            trouble={tried && who.length === 0 ? t('call.missing') : null}
          />
        </div>
        <Fields typed={typed} tried={tried} change={(more) => setTyped((before) => ({ ...before, ...more }))} />
      </div>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="paper-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="paper-send">
          {t('paper.send')}
        </Button>
        <Button onClick={onClose}>{t('form.close')}</Button>
      </div>
    </form>
  );
}
