import { Badge, Button, Field, Input, Link } from '@fluentui/react-components';
import { BoxRegular, PrintRegular } from '@fluentui/react-icons';
import type { PaperBoxView, PaperLoan } from '@kaigi/core/contract';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { type FormEvent, useState } from 'react';
import { dayText, fiscalYearText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { focusPageHeading, PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { PlaceField, useRequired } from './AddDialogs.tsx';
import { LabelSheet } from './Label.tsx';
import { LendButton } from './LendDialog.tsx';
import { paperRoute } from './PaperPage.tsx';
import { paperText } from './text.ts';
import { useBox, useBoxes, usePaperOrder } from './use-paper.ts';

interface Shown {
  readonly box: PaperBoxView;
}

function PutForm({ box }: Shown) {
  const styles = useBookStyles();
  const t = useText(paperText);
  const order = usePaperOrder();
  const required = useRequired();
  const [number, setNumber] = useState('');
  const [year, setYear] = useState(String(fiscalYearOf(localDateOf(new Date()))));
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!required.complete(number) || order.isPending) return;
    const body = { fiscalYear: Number(year), number };
    const told = {
      onSuccess: () => {
        setNumber('');
        required.again();
      },
    };
    order.mutate({ of: 'box', path: `/boxes/${box.id}/records`, body }, told);
  };
  return (
    <form noValidate className={styles.tools} onSubmit={handleSubmit} aria-label={t('put.title')}>
      <Field label={t('put.number')} {...required.field(number)}>
        <Input value={number} onChange={(_, { value }) => setNumber(value)} data-testid="put-number" />
      </Field>
      <Field label={t('box.year')}>
        <Input type="number" min={1868} max={2999} value={year} onChange={(_, { value }) => setYear(value)} />
      </Field>
      <Button type="submit" icon={<BoxRegular />} disabledFocusable={order.isPending} data-testid="put-submit">
        {t('put.button')}
      </Button>
    </form>
  );
}

function MoveForm({ box }: Shown) {
  const styles = useBookStyles();
  const t = useText(paperText);
  const order = usePaperOrder();
  const places = useBoxes({ q: box.code, only: null }).data?.places ?? [];
  const [placeId, setPlaceId] = useState(box.place.id);
  const move = () =>
    order.mutate({ of: 'box', path: `/boxes/${box.id}/move`, body: { version: box.version, placeId } });
  return (
    <div className={styles.tools}>
      <PlaceField places={places} value={placeId} onChange={setPlaceId} />
      <Button
        disabledFocusable={order.isPending || placeId === box.place.id}
        onClick={() => (order.isPending || placeId === box.place.id ? undefined : move())}
        data-testid="box-move"
      >
        {t('move.button')}
      </Button>
    </div>
  );
}

function Contents({ box }: Shown) {
  const styles = useBookStyles();
  const t = useText(paperText);
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('box.contents')}</h2>
      {box.contents.length === 0 ? <p className={styles.quiet}>{t('box.contents_empty')}</p> : null}
      <ul className={styles.list}>
        {box.contents.map(({ recordId, number, title }) => (
          <li key={recordId} data-testid="box-content">
            <Link href={hashOf({ page: 'records', part: 'record', id: recordId, wish: {} })}>
              {`${number ?? t('box.no_number')} ${title}`}
            </Link>
          </li>
        ))}
      </ul>
      {box.mayKeep ? <PutForm box={box} /> : null}
    </section>
  );
}

function LoanLine({ loan }: { readonly loan: PaperLoan }) {
  const t = useText(paperText);
  const locale = useLocale();
  const { borrower, purpose, lentOn, dueOn, returnedOn, isOverdue } = loan;
  const day = (on: string) => dayText(on, locale);
  return (
    <li data-testid="box-loan">
      {t('box.lent', { name: `${borrower.unitName} ${borrower.name}`, from: day(lentOn), due: day(dueOn) })}
      {` ${purpose} `}
      {returnedOn === null ? null : t('box.returned', { day: day(returnedOn) })}
      {isOverdue ? <Badge color="danger">{t('loan.overdue')}</Badge> : null}
    </li>
  );
}

function ReturnButton({ loan }: { readonly loan: PaperLoan }) {
  const t = useText(paperText);
  const order = usePaperOrder();
  if (!loan.mayReturn) return null;
  // The button is gone with the loan.
  const told = { onSuccess: () => focusPageHeading() };
  const back = () => order.mutate({ of: 'box', path: `/loans/${loan.id}/return`, body: {} }, told);
  return (
    <Button
      appearance="primary"
      disabledFocusable={order.isPending}
      onClick={() => (order.isPending ? undefined : back())}
      data-testid="loan-return"
    >
      {t('return.button')}
    </Button>
  );
}

function Loans({ box }: Shown) {
  const styles = useBookStyles();
  const t = useText(paperText);
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('box.loans')}</h2>
      {box.loans.length === 0 ? <p className={styles.quiet}>{t('box.loans_empty')}</p> : null}
      <ul className={styles.list}>
        {box.loans.map((loan) => (
          <LoanLine key={loan.id} loan={loan} />
        ))}
      </ul>
    </section>
  );
}

function Moves({ box }: Shown) {
  const styles = useBookStyles();
  const t = useText(paperText);
  const locale = useLocale();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('box.moves')}</h2>
      <ul className={styles.list}>
        {box.moves.map(({ at, by, from, to }) => (
          <li key={at}>
            {`${whenText(at, locale)} ${from === null ? t('box.made', { to }) : t('box.moved', { from, to })} ${by}`}
          </li>
        ))}
      </ul>
      {box.mayKeep ? <MoveForm key={box.version} box={box} /> : null}
    </section>
  );
}

function Box({ box }: Shown) {
  const styles = useDisposalStyles();
  const book = useBookStyles();
  const t = useText(paperText);
  const { code, title, fiscalYear, unitName, place, loan } = box;
  const year = fiscalYearText(fiscalYear, useLocale());
  return (
    <>
      <div className={`${book.stack} ${book.screenOnly}`}>
        <div className={styles.head}>
          <div>
            <PageHeading title={`${code} ${title}`} focusKey={`box-${box.id}`} />
            <p className={styles.lead}>{`${year} ${unitName} ${place.store} ${place.shelf}`}</p>
            <Link className={styles.back} href={hashOf(paperRoute(null))}>
              {t('box.back')}
            </Link>
          </div>
          <div className={styles.tools}>
            {loan === null ? <LendButton box={box} /> : <ReturnButton loan={loan} />}
            <Button icon={<PrintRegular />} onClick={() => window.print()} data-testid="labels-print">
              {t('labels.print', { count: 1 })}
            </Button>
          </div>
        </div>
        <Contents box={box} />
        <Loans box={box} />
        <Moves box={box} />
      </div>
      <LabelSheet boxes={[box]} />
    </>
  );
}

/** One box: what is in it, who has it, where it was. */
export function BoxPage({ id }: { readonly id: string }) {
  const book = useBookStyles();
  const { data, error, isPending, refetch } = useBox(id);
  return (
    <>
      <div className={book.screenOnly}>
        <RecordsParts current="paper" />
      </div>
      {isPending ? <LoadingState /> : null}
      {!isPending && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Box box={data} /> : null}
    </>
  );
}
