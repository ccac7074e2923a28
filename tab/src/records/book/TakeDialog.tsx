import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { RegisterChoices } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { goTo } from '../../app/use-route.ts';
import { useBookStyles } from './Book.styles.ts';
import { FormDialog } from './FormDialog.tsx';
import { bookText } from './text.ts';
import { useBookOrder } from './use-book.ts';

const EMPTY = { title: '', counterparty: '', theirNumber: '', dueOn: '', lastYearReason: '' };

/** 番号を取る: at once, kept for a while, or of last year. */
export function TakeDialog({ choices, onClose }: { readonly choices: RegisterChoices; readonly onClose: () => void }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const [series, setSeries] = useState(choices.series[0]?.key ?? '');
  const [said, setSaid] = useState(EMPTY);
  const [reserve, setReserve] = useState(false);
  const [lastYear, setLastYear] = useState(false);
  const [tried, setTried] = useState(false);
  const type =
    (name: keyof typeof EMPTY) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const missing = (text: string) => (tried && text.trim() === '' ? { validationMessage: t('required') } : {});
  const handleSubmit = () => {
    setTried(true);
    if (said.title.trim() === '' || (lastYear && said.lastYearReason.trim() === '')) return;
    const { lastYearReason, title, ...rest } = said;
    const given = Object.fromEntries(Object.entries(rest).filter(([, text]) => text.trim() !== ''));
    const body = { series, title, reserve, ...given, ...(lastYear ? { lastYearReason } : {}) };
    order.mutate(
      { of: 'number', method: 'POST', path: '/register', body },
      {
        onSuccess: (view) => {
          onClose();
          if ('row' in view && 'version' in view)
            goTo({ page: 'records', part: 'register', id: view.row.id, wish: {} });
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('take.title')}
      testId="take-dialog"
      isPending={order.isPending}
      {...{ onClose, onSubmit: handleSubmit }}
      actions={
        <>
          <Button onClick={onClose} disabled={order.isPending}>
            {t('cancel')}
          </Button>
          <Button type="submit" appearance="primary" disabledFocusable={order.isPending} data-testid="take-submit">
            {t('take.button')}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{t('take.lead')}</p>
      <Field label={t('take.series')}>
        <Select value={series} onChange={(_, { value }) => setSeries(value)} data-testid="take-series">
          {choices.series.map(({ key, name, symbol }) => (
            <option key={key} value={key}>
              {name === symbol ? name : `${name}${t('in_brackets', { words: symbol })}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('take.name')} required {...missing(said.title)}>
        <Input value={said.title} onChange={type('title')} data-testid="take-title" />
      </Field>
      <div className={styles.fields}>
        <Field label={t('take.counterparty')}>
          <Input value={said.counterparty} onChange={type('counterparty')} />
        </Field>
        <Field label={t('take.their_number')}>
          <Input value={said.theirNumber} onChange={type('theirNumber')} />
        </Field>
        <Field label={t('take.due')}>
          <Input type="date" value={said.dueOn} onChange={type('dueOn')} />
        </Field>
      </div>
      <Checkbox
        checked={reserve}
        onChange={(_, { checked }) => setReserve(checked === true)}
        label={t('take.reserve', { hours: choices.reservationHours })}
        data-testid="take-reserve"
      />
      {choices.lastYear.open ? (
        <>
          <Checkbox
            checked={lastYear}
            onChange={(_, { checked }) => setLastYear(checked === true)}
            label={t('take.last_year', { year: choices.lastYear.label })}
          />
          <p className={styles.quiet}>{choices.lastYear.sentence}</p>
        </>
      ) : null}
      {lastYear ? (
        <Field label={t('take.last_year_reason')} required {...missing(said.lastYearReason)}>
          <Textarea value={said.lastYearReason} onChange={type('lastYearReason')} />
        </Field>
      ) : null}
    </FormDialog>
  );
}
