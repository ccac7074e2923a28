import { Button, Field, Input, Link, Select } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons';
import type { ReceiptsView, ReceiptView, RegisterRow } from '@kaigi/core/contract';
import { type ReactNode, useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { THE_REGISTER } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { recordsText } from '../text.ts';
import { AskDialog } from './AskDialog.tsx';
import { useBookStyles } from './Book.styles.ts';
import { DistributeDialog } from './DistributeDialog.tsx';
import { IssueLine } from './IssueSection.tsx';
import { bookText } from './text.ts';
import { useBookOrder, useIssues, useReceipts } from './use-book.ts';

const HANDLINGS = ['DRAFT', 'CIRCULATE', 'REPLY', 'FILE'] as const;
const pathOf = (id: string, rest: string) => `/receipts/${encodeURIComponent(id)}/${rest}`;

function Title({ row }: { readonly row: RegisterRow }) {
  const styles = useBookStyles();
  const r = useText(recordsText);
  const locale = useLocale();
  const due = row.dueOn === null ? [] : [`${r('register.due')} ${dayText(row.dueOn, locale)}`];
  return (
    <>
      <p className={styles.title}>
        <Link href={hashOf({ ...THE_REGISTER, id: row.id })}>
          {row.number.label} {row.title}
        </Link>
      </p>
      <p className={styles.quiet}>
        {[dayText(row.number.date, locale), ...(row.counterparty === null ? [] : [row.counterparty]), ...due].join(
          ' / ',
        )}
      </p>
    </>
  );
}

/** It waits in one's own section: accepted with 処理区分 and 処理期限, or given back. */
function Waiting({ receipt: { row, version } }: { readonly receipt: ReceiptView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const [handling, setHandling] = useState<string>('DRAFT');
  const [dueOn, setDueOn] = useState(row.dueOn ?? '');
  const [returning, setReturning] = useState(false);
  const send = (rest: string, body: object) =>
    order.mutate(
      { of: 'receipt', method: 'POST', path: pathOf(row.id, rest), body: { version, ...body } },
      { onSuccess: () => setReturning(false) },
    );
  return (
    <li className={styles.card} data-testid="receipt-waiting">
      <Title row={row} />
      <div className={styles.tools}>
        <Field label={t('one.handling')}>
          <Select value={handling} onChange={(_, { value }) => setHandling(value)} data-testid="receipt-handling">
            {HANDLINGS.map((one) => (
              <option key={one} value={one}>
                {t(`handling.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('take.due')}>
          <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} />
        </Field>
        <Button
          appearance="primary"
          disabledFocusable={order.isPending}
          onClick={() => send('acceptance', { handling, ...(dueOn === '' ? {} : { dueOn }) })}
          data-testid="receipt-accept"
        >
          {t('receipts.accept')}
        </Button>
        <Button onClick={() => setReturning(true)} data-testid="receipt-return">
          {t('receipts.return')}
        </Button>
      </div>
      {returning ? (
        <AskDialog
          {...{
            title: t('receipts.return'),
            lead: t('receipts.return.lead'),
            label: t('reason'),
            submit: t('receipts.return'),
          }}
          {...{ isPending: order.isPending, onClose: () => setReturning(false) }}
          onSubmit={(reason) => send('return', { reason })}
        />
      ) : null}
    </li>
  );
}

interface ToDistributeProps {
  readonly row: RegisterRow;
  readonly before: ReceiptView | null;
  readonly units: ReceiptsView['units'];
}

function ToDistribute({ row, before, units }: ToDistributeProps) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.card} data-testid="receipt-to-distribute">
      <Title row={row} />
      {before?.returnReason ? (
        <p className={styles.quiet}>{t('said_of', { name: before.unitName, words: before.returnReason })}</p>
      ) : null}
      <div className={styles.tools}>
        <Button onClick={() => setOpen(true)} data-testid="receipt-distribute">
          {t('receipts.distribute')}
        </Button>
      </div>
      {open ? <DistributeDialog {...{ row, before, units }} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{t('receipts.count', { title, count: children.length })}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

function UnderWay({ receipt: { row, unitName, acceptedBy } }: { readonly receipt: ReceiptView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  return (
    <li className={styles.card} data-testid="receipt-under-way">
      <Title row={row} />
      <p className={styles.quiet}>
        {[unitName, acceptedBy ?? '', row.handling === null ? '' : t(`handling.${row.handling}`)]
          .filter(Boolean)
          .join(' / ')}
      </p>
    </li>
  );
}

function Lists({ view }: { readonly view: ReceiptsView }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const issues = useIssues(null).data?.items ?? [];
  const { waiting, toDistribute, returned, underWay, units } = view;
  if (waiting.length + toDistribute.length + returned.length + underWay.length + issues.length === 0)
    return <EmptyState icon={<MailInboxRegular />} title={t('receipts.empty')} body={t('receipts.empty.body')} />;
  return (
    <div className={styles.stack}>
      <Group title={t('receipts.waiting')}>
        {waiting.map((receipt) => (
          <Waiting key={receipt.row.id} receipt={receipt} />
        ))}
      </Group>
      <Group title={t('receipts.returned')}>
        {returned.map((receipt) => (
          <ToDistribute key={receipt.row.id} {...{ row: receipt.row, before: receipt, units }} />
        ))}
      </Group>
      <Group title={t('receipts.to_distribute')}>
        {toDistribute.map((row) => (
          <ToDistribute key={row.id} {...{ row, before: null, units }} />
        ))}
      </Group>
      <Group title={t('receipts.under_way')}>
        {underWay.map((receipt) => (
          <UnderWay key={receipt.row.id} receipt={receipt} />
        ))}
      </Group>
      <Group title={t('issue.waiting')}>
        {issues.map((issue) => (
          <IssueLine key={issue.id} issue={issue} />
        ))}
      </Group>
    </div>
  );
}

/** 収受の配布, and what waits for the seal or to be sent. */
export function ReceiptsPage() {
  const styles = useBookStyles();
  const t = useText(bookText);
  const receipts = useReceipts();
  return (
    <div className={styles.stack}>
      <RecordsParts current="receipts" />
      <PageHeading title={t('receipts.title')} focusKey="receipts" />
      <p className={styles.quiet}>{t('receipts.lead')}</p>
      {receipts.isPending ? <LoadingState /> : null}
      {receipts.isError ? <ErrorState error={receipts.error} onRetry={() => void receipts.refetch()} /> : null}
      {receipts.data ? <Lists view={receipts.data} /> : null}
    </div>
  );
}
