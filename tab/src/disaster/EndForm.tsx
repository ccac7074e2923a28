import { Button, Field, Input, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import type { SwitchOrderView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useEndOrder } from './use-disaster.ts';

interface EndFormProps {
  readonly order: SwitchOrderView;
  readonly onClose: () => void;
}

/** From which day on it holds no more, and why. */
export function EndForm({ order, onClose }: EndFormProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const [lastDay, setLastDay] = useState<string>(() => localDateOf(new Date()));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useEndOrder(order.id);
  const missing = tried && reason.trim() === '' ? { validationMessage: t('call.missing') } : {};
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || isPending) return;
    const onSuccess = () => {
      notify({ text: t('end.done'), intent: 'success' });
      onClose();
    };
    mutate({ version: order.version, lastDay, reason: reason.trim() }, { onSuccess });
  };
  return (
    <form onSubmit={handleSubmit} noValidate className={styles.page} aria-label={t('end.title')} data-testid="end-form">
      <div className={styles.form}>
        {order.state === 'ASKED' ? null : (
          <Field label={t('end.day')} required>
            <Input
              type="date"
              value={lastDay}
              max={order.until}
              onChange={(_, { value }) => setLastDay(value)}
              data-testid="end-day"
            />
          </Field>
        )}
        <Field label={t('order.reason')} required {...missing}>
          <Textarea
            value={reason}
            maxLength={1000}
            onChange={(_, { value }) => setReason(value)}
            data-testid="end-reason"
          />
        </Field>
      </div>
      {error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="end-confirm">
          {t(order.state === 'ASKED' ? 'order.drop' : 'end.confirm')}
        </Button>
        <Button onClick={onClose}>{t('form.close')}</Button>
      </div>
    </form>
  );
}
