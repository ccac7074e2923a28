import { Button } from '@fluentui/react-components';
import type { PostageEntry, PostageMonth } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { monthName } from '../../attendance/months.ts';
import { AskDialog } from './AskDialog.tsx';
import { useBookStyles } from './Book.styles.ts';
import { bookText } from './text.ts';
import { useBookOrder } from './use-book.ts';

type Props = { readonly month: PostageMonth };

function Voiding({ entry: { id, version, may, voidReason } }: { readonly entry: PostageEntry }) {
  const t = useText(bookText);
  const order = useBookOrder();
  const [asked, setAsked] = useState(false);
  const path = `/postage/${encodeURIComponent(id)}/void`;
  return (
    <>
      {may.void ? (
        <Button size="small" onClick={() => setAsked(true)} data-testid="postage-void">
          {t('postage.void')}
        </Button>
      ) : (
        voidReason
      )}
      {asked ? (
        <AskDialog
          {...{ title: t('postage.void'), label: t('reason'), submit: t('postage.void'), isPending: order.isPending }}
          onClose={() => setAsked(false)}
          onSubmit={(reason) =>
            order.mutate(
              { of: 'postage', method: 'POST', path, body: { version, reason } },
              { onSuccess: () => setAsked(false) },
            )
          }
        />
      ) : null}
    </>
  );
}

function Line({ entry }: { readonly entry: PostageEntry }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const yen = (amount: number) => t('postage.yen', { yen: amount.toLocaleString('ja-JP') });
  const isVoid = entry.voidReason !== null;
  return (
    <tr data-testid="postage-row">
      <td>{dayText(entry.sentOn, locale)}</td>
      <td>{entry.unitName}</td>
      <td className={isVoid ? styles.void : undefined}>{entry.addressee}</td>
      <td>{[entry.charge, ...entry.extras].join(' + ')}</td>
      <td className={styles.yen}>{yen(entry.unitYen)}</td>
      <td className={styles.yen}>{entry.pieces.toLocaleString('ja-JP')}</td>
      <td className={styles.yen}>{isVoid ? t('state.VOID') : yen(entry.totalYen)}</td>
      <td>{entry.enteredBy}</td>
      <td className={styles.screenOnly}>
        <Voiding entry={entry} />
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

function Sum({ month }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  return (
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
  );
}

/** The lines of the month and what they come to. */
export function PostageLedger({ month }: Props) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const name = monthName(month.month, useLocale());
  if (month.items.length === 0) return <p className={styles.quiet}>{t('postage.empty', { month: name })}</p>;
  const heads = ['day', 'unit', 'addressee', 'charge', 'each', 'pieces', 'total', 'by'] as const;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={`${t('postage.title')} ${name}`}>
        <table className={styles.table}>
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
          <Sum month={month} />
        </table>
      </section>
      <Sums title={t('postage.by_charge')} sums={month.byCharge} />
      <Sums title={t('postage.by_unit')} sums={month.byUnit} />
    </>
  );
}
