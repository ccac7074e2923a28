import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import type { DisposalView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { disposalText } from './text.ts';
import { useDisposalOrder } from './use-disposals.ts';

/** The archives have what was sent to them. */
export function ReceiptForm({ list }: { readonly list: DisposalView }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useDisposalOrder();
  const [institution, setInstitution] = useState('');
  const [reference, setReference] = useState('');
  const [receivedOn, setReceivedOn] = useState<string>(() => localDateOf(new Date()));
  const [keepsCopy, setKeepsCopy] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const body = { version: list.version, institution, reference, receivedOn, keepsCopy };
    mutate(
      { to: 'receipt', id: list.id, body },
      {
        onSuccess: () => notify({ text: t('receipt.saved'), intent: 'success' }),
        onError: (error) =>
          notify({ text: t('disposals.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  };
  return (
    <form className={styles.bar} onSubmit={save} noValidate aria-label={t('receipt.title')}>
      <p className={styles.lead}>{t('receipt.lead')}</p>
      <Field label={t('receipt.institution')} required>
        <Input
          value={institution}
          maxLength={100}
          onChange={(_, { value }) => setInstitution(value)}
          data-testid="receipt-institution"
        />
      </Field>
      <Field label={t('receipt.reference')} required>
        <Input
          value={reference}
          maxLength={100}
          onChange={(_, { value }) => setReference(value)}
          data-testid="receipt-reference"
        />
      </Field>
      <Field label={t('receipt.day')} required>
        <Input type="date" value={receivedOn} onChange={(_, { value }) => setReceivedOn(value)} />
      </Field>
      <Checkbox
        checked={keepsCopy}
        onChange={(_, { checked }) => setKeepsCopy(checked === true)}
        label={t('receipt.keep')}
      />
      <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="receipt-save">
        {t('receipt.save')}
      </Button>
    </form>
  );
}
