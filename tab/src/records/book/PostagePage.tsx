import { Button, Field, Input, Select } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import type { PostageEntry, PostageMonth } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { AskDialog } from './AskDialog.tsx';
import { useBookStyles } from './Book.styles.ts';
import { bookText } from './text.ts';
import { useBookOrder, usePostage } from './use-book.ts';

type Props = { readonly month: PostageMonth };

/** One kind of letter, what is added, how many: the rest is reckoned. */
function EnterForm({ month: { charges, extras } }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const order = useBookOrder();
  const [said, setSaid] = useState({
    sentOn: localDateOf(new Date()) as string,
    addressee: '',
    chargeId: '',
    extra: '',
    pieces: '1',
  });
  const type =
    (name: keyof typeof said) =>
    (_: unknown, { value }: { value: string }) =>
      setSaid({ ...said, [name]: value });
  const chargeId = said.chargeId || (charges[0]?.id ?? '');
  const each =
    (charges.find(({ id }) => id === chargeId)?.yen ?? 0) + (extras.find(({ id }) => id === said.extra)?.yen ?? 0);
  const pieces = Number(said.pieces);
  const isReady = said.addressee.trim() !== '' && Number.isInteger(pieces) && pieces >= 1;
  const handleEnter = () => {
    const body = {
      sentOn: said.sentOn,
      addressee: said.addressee,
      chargeId,
      extras: said.extra === '' ? [] : [said.extra],
      pieces,
    };
    order.mutate(
      { of: 'postage', method: 'POST', path: '/postage', body },
      { onSuccess: () => setSaid({ ...said, addressee: '', pieces: '1' }) },
    );
  };
  return (
    <div className={`${styles.card} ${styles.fields} ${styles.screenOnly}`}>
      <Field label={t('postage.day')}>
        <Input type="date" value={said.sentOn} onChange={type('sentOn')} />
      </Field>
      <Field label={t('postage.addressee')} required>
        <Input value={said.addressee} onChange={type('addressee')} data-testid="postage-addressee" />
      </Field>
      <Field label={t('postage.charge')}>
        <Select value={chargeId} onChange={type('chargeId')} data-testid="postage-charge">
          {charges.map(({ id, name, yen }) => (
            <option key={id} value={id}>
              {name} {t('postage.yen', { yen })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('postage.extras')}>
        <Select value={said.extra} onChange={type('extra')}>
          <option value="" />
          {extras.map(({ id, name, yen }) => (
            <option key={id} value={id}>
              {name} {t('postage.yen', { yen })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('postage.pieces')}>
        <Input type="number" min={1} value={said.pieces} onChange={type('pieces')} data-testid="postage-pieces" />
      </Field>
      <Button
        appearance="primary"
        disabledFocusable={!isReady || order.isPending}
        onClick={handleEnter}
        data-testid="postage-enter"
      >
        {t('postage.enter')}（
        {t('postage.yen', { yen: isReady ? (each * pieces).toLocaleString('ja-JP') : each.toLocaleString('ja-JP') })}）
      </Button>
    </div>
  );
}

function Line({ entry }: { readonly entry: PostageEntry }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const order = useBookOrder();
  const [asked, setAsked] = useState(false);
  const yen = (amount: number) => t('postage.yen', { yen: amount.toLocaleString('ja-JP') });
  const isVoid = entry.voidReason !== null;
  const path = `/postage/${encodeURIComponent(entry.id)}/void`;
  return (
    <tr data-testid="postage-row">
      <td>{dayText(entry.sentOn, locale)}</td>
      <td>{entry.unitName}</td>
      <td className={isVoid ? styles.void : undefined}>{entry.addressee}</td>
      <td>{[entry.charge, ...entry.extras].join('＋')}</td>
      <td className={styles.yen}>{yen(entry.unitYen)}</td>
      <td className={styles.yen}>{entry.pieces.toLocaleString('ja-JP')}</td>
      <td className={styles.yen}>{isVoid ? t('state.VOID') : yen(entry.totalYen)}</td>
      <td>{entry.enteredBy}</td>
      <td className={styles.screenOnly}>
        {entry.may.void ? (
          <Button size="small" onClick={() => setAsked(true)} data-testid="postage-void">
            {t('postage.void')}
          </Button>
        ) : (
          entry.voidReason
        )}
        {asked ? (
          <AskDialog
            {...{ title: t('postage.void'), label: t('reason'), submit: t('postage.void'), isPending: order.isPending }}
            onClose={() => setAsked(false)}
            onSubmit={(reason) =>
              order.mutate(
                { of: 'postage', method: 'POST', path, body: { version: entry.version, reason } },
                { onSuccess: () => setAsked(false) },
              )
            }
          />
        ) : null}
      </td>
    </tr>
  );
}

function Sums({ title, sums }: { readonly title: string; readonly sums: PostageMonth['byCharge'] }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <table className={styles.table}>
        <tbody>
          {sums.map(({ name, pieces, totalYen }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles.yen}>{pieces.toLocaleString('ja-JP')}</td>
              <td className={styles.yen}>{t('postage.yen', { yen: totalYen.toLocaleString('ja-JP') })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Ledger({ month }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  if (month.items.length === 0)
    return <p className={styles.quiet}>{t('postage.empty', { month: month.monthLabel })}</p>;
  const heads = ['day', 'unit', 'addressee', 'charge', 'each', 'pieces', 'total', 'by'] as const;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={`${t('postage.title')} ${month.monthLabel}`}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`postage.${head}`)}
                </th>
              ))}
              <td className={styles.screenOnly} />
            </tr>
          </thead>
          <tbody>
            {month.items.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </tbody>
          <tfoot>
            <tr data-testid="postage-sum">
              <th scope="row" colSpan={5}>
                {t('postage.sum')}
              </th>
              <td className={styles.yen}>{month.pieces.toLocaleString('ja-JP')}</td>
              <td className={styles.yen}>{t('postage.yen', { yen: month.totalYen.toLocaleString('ja-JP') })}</td>
              <td />
              <td className={styles.screenOnly} />
            </tr>
          </tfoot>
        </table>
      </div>
      <Sums title={t('postage.by_charge')} sums={month.byCharge} />
      <Sums title={t('postage.by_unit')} sums={month.byUnit} />
    </>
  );
}

/** 郵便発送簿 of a month. */
export function PostagePage({ wish }: { readonly wish: Wish }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const postage = usePostage(wish.month ?? null);
  const { data } = postage;
  return (
    <div className={styles.stack}>
      <RecordsParts current="postage" />
      <PageHeading title={t('postage.title')} focusKey="postage">
        {t('postage.title')} {data?.monthLabel ?? ''}
      </PageHeading>
      {postage.isPending ? <LoadingState /> : null}
      {postage.isError ? <ErrorState error={postage.error} onRetry={() => void postage.refetch()} /> : null}
      {data ? (
        <>
          <p className={`${styles.quiet} ${styles.screenOnly}`}>{t('postage.lead', { article: data.article })}</p>
          <div className={styles.tools}>
            <Field label={t('postage.month')}>
              <Input
                type="month"
                value={data.month}
                onChange={(_, { value }) =>
                  goTo(
                    { page: 'records', part: 'postage', id: null, wish: value === '' ? {} : { month: value } },
                    'replace',
                  )
                }
                data-testid="postage-month"
              />
            </Field>
            <DownloadButton
              fileName={`郵便発送簿_${data.month}.csv`}
              from={(api) => api.book.csv('/postage.csv', { month: data.month })}
              testId="postage-csv"
            >
              {t('csv')}
            </DownloadButton>
            <Button icon={<PrintRegular />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
          {data.may.enter ? <EnterForm month={data} /> : null}
          <Ledger month={data} />
        </>
      ) : null}
    </div>
  );
}
