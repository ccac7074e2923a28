import { Button, Field, Input, Link, Select } from '@fluentui/react-components';
import type { NumberView } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { THE_REGISTER } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { recordsText } from '../text.ts';
import { AskDialog } from './AskDialog.tsx';
import { useBookStyles } from './Book.styles.ts';
import { IssueSection } from './IssueSection.tsx';
import { bookText } from './text.ts';
import { useBookOrder, useNumber } from './use-book.ts';

type Props = { readonly view: NumberView };
const pathOf = ({ row }: NumberView, rest = '') => `/register/${encodeURIComponent(row.id)}${rest}`;

function Facts({ view: { row, takenAt, registeredBy, reservedUntil } }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const r = useText(recordsText);
  const locale = useLocale();
  const facts: readonly (readonly [string, string | null])[] = [
    [r('register.direction'), r(`direction.${row.direction}`)],
    [t('filter.state'), t(`state.${row.state}`)],
    [r('register.counterparty'), row.counterparty],
    [r('register.unit'), row.unitName],
    [t('one.taken'), `${whenText(takenAt, locale)} ${registeredBy.name}`],
    [t('one.until'), reservedUntil !== null && row.state === 'RESERVED' ? whenText(reservedUntil, locale) : null],
    [t('one.issued'), row.issuedOn === null ? null : dayText(row.issuedOn, locale)],
    [t('one.note'), row.note === '' ? null : row.note],
  ];
  return (
    <dl className={styles.facts}>
      {facts.flatMap(([name, said]) =>
        said === null ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name}-`}>{said}</dd>],
      )}
    </dl>
  );
}

const HANDLINGS = ['DRAFT', 'CIRCULATE', 'REPLY', 'FILE'] as const;

/** 処理期限・処置・完結日: what somebody of the section notes. */
function Progress({ view }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const { row, version } = view;
  const [said, setSaid] = useState({
    ...{ theirNumber: row.theirNumber ?? '', dueOn: row.dueOn ?? '', handling: row.handling ?? '' },
    completedOn: row.completedOn ?? '',
  });
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const handleSave = () => {
    const body = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value === '' ? null : value]));
    order.mutate({ of: 'number', method: 'PATCH', path: pathOf(view), body: { ...body, version } });
  };
  return (
    <section className={styles.card} aria-label={t('one.progress')}>
      <h2 className={styles.heading}>{t('one.progress')}</h2>
      <div className={styles.fields}>
        <Field label={t('take.their_number')}>
          <Input value={said.theirNumber} onChange={type('theirNumber')} />
        </Field>
        <Field label={t('take.due')}>
          <Input type="date" value={said.dueOn} onChange={type('dueOn')} data-testid="number-due" />
        </Field>
        <Field label={t('one.handling')}>
          <Select value={said.handling} onChange={type('handling')}>
            <option value="" />
            {HANDLINGS.map((one) => (
              <option key={one} value={one}>
                {t(`handling.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('one.completed')}>
          <Input type="date" value={said.completedOn} onChange={type('completedOn')} />
        </Field>
        <Button appearance="primary" onClick={handleSave} disabledFocusable={order.isPending} data-testid="number-save">
          {t('save')}
        </Button>
      </div>
    </section>
  );
}

function Acts({ view }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const [asked, setAsked] = useState<'void' | 'branch' | null>(null);
  const { may, version } = view;
  const send = (rest: string, body: object) =>
    order.mutate({ of: 'number', method: 'POST', path: pathOf(view, rest), body }, { onSuccess: () => setAsked(null) });
  const dialog = { isPending: order.isPending, onClose: () => setAsked(null) };
  return (
    <div className={styles.tools}>
      {may.confirm ? (
        <Button appearance="primary" onClick={() => send('/confirmation', { version })} data-testid="number-confirm">
          {t('one.confirm')}
        </Button>
      ) : null}
      {may.branch ? (
        <Button onClick={() => setAsked('branch')} data-testid="number-branch">
          {t('one.branch')}
        </Button>
      ) : null}
      {may.void ? (
        <Button onClick={() => setAsked('void')} data-testid="number-void">
          {t('one.void')}
        </Button>
      ) : null}
      {asked === 'void' ? (
        <AskDialog
          {...{ ...dialog, title: t('one.void'), lead: t('one.void.lead'), label: t('reason'), submit: t('one.void') }}
          onSubmit={(reason) => send('/void', { version, reason })}
        />
      ) : null}
      {asked === 'branch' ? (
        <AskDialog
          {...{ ...dialog, title: t('one.branch'), label: t('take.name'), submit: t('one.branch') }}
          onSubmit={(title) => send('/branches', { title })}
        />
      ) : null}
    </div>
  );
}

const ACTS: ReadonlySet<string> = new Set(['CONFIRMED', 'VOIDED', 'LAPSED', 'CHANGED']);
const isAct = (act: string): act is 'CONFIRMED' | 'VOIDED' | 'LAPSED' | 'CHANGED' => ACTS.has(act);

function History({ view: { history, branches } }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  return (
    <>
      {branches.length === 0 ? null : (
        <section className={styles.card} aria-label={t('one.branches')}>
          <h2 className={styles.heading}>{t('one.branches')}</h2>
          <ul>
            {branches.map(({ id, number, title }) => (
              <li key={id}>
                <Link href={hashOf({ ...THE_REGISTER, id })}>
                  {number.label} {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {history.length === 0 ? null : (
        <section className={styles.card} aria-label={t('one.history')}>
          <h2 className={styles.heading}>{t('one.history')}</h2>
          <ul>
            {history.map(({ at, act, by, fact }) => (
              <li key={`${at} ${act}`} data-testid="number-fact">
                {whenText(at, locale)} {by.name} {isAct(act) ? t(`act.${act}`) : act}
                {typeof fact.reason === 'string' ? t('in_brackets', { words: fact.reason }) : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function NumberBody({ view }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const { row, may, version } = view;
  return (
    <div className={styles.stack}>
      <PageHeading title={row.number.label} focusKey={`number-${row.id}`}>
        {row.number.label} {row.title}
      </PageHeading>
      <Facts view={view} />
      {row.recordId === null && row.caseId === null ? null : (
        <p className={styles.quiet}>
          <Link href={row.caseId === null ? `#/records/${row.recordId}` : hashOf({ page: 'case', id: row.caseId })}>
            {t('one.document')}
          </Link>
        </p>
      )}
      <Acts view={view} />
      {may.change ? <Progress key={version} view={view} /> : null}
      {row.direction === 'RECEIVED' || row.state !== 'TAKEN' ? null : <IssueSection view={view} />}
      <History view={view} />
    </div>
  );
}

/** One number with everything that was done with it. */
export function NumberPage({ id }: { readonly id: string }) {
  const t = useText(bookText);
  const one = useNumber(id);
  return (
    <>
      <RecordsParts current="register" />
      <p>
        <Link href={hashOf(THE_REGISTER)}>{t('back')}</Link>
      </p>
      {one.isPending ? <LoadingState /> : null}
      {one.isError ? <ErrorState error={one.error} onRetry={() => void one.refetch()} /> : null}
      {one.data ? <NumberBody view={one.data} /> : null}
    </>
  );
}
