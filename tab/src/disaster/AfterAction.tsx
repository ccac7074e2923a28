import { Badge, Link } from '@fluentui/react-components';
import type { AfterAction as List } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useAfterAction } from './use-disaster.ts';

const COLOURS = {
  ORDER: 'informative',
  RELAXED: 'warning',
  DEPUTY: 'danger',
  PAPER: 'important',
  SAFETY: 'subtle',
  MUSTER: 'subtle',
} as const satisfies Record<List['items'][number]['what'], string>;

function CsvButton({ id, number }: { readonly id: string; readonly number: string }) {
  const t = useText(disasterText);
  return (
    <DownloadButton
      fileName={t('order.after_csv_name', { number })}
      from={({ disaster }) => disaster.afterActionCsv(id)}
      testId="after-csv"
    >
      {t('order.after_csv')}
    </DownloadButton>
  );
}

/** The look back: everything exceptional that was done under an order. */
export function AfterAction({ id, number }: { readonly id: string; readonly number: string }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const list = useAfterAction(id, true);
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className={styles.muted}>{t('order.after_none')}</p>;
  return (
    <>
      <ul className={styles.list} aria-label={t('order.after')}>
        {items.map(({ at, who, what, sentence, articles, subject }) => (
          <li key={`${subject.id} ${at} ${sentence}`} data-testid="after-item">
            <span className={styles.line}>
              <span className={styles.muted}>{whenText(at, locale)}</span>
              <Badge appearance="tint" color={COLOURS[what]}>
                {t(`what.${what}`)}
              </Badge>
              {subject.kind === 'case' ? (
                <Link href={hashOf({ page: 'case', id: subject.id })}>{sentence}</Link>
              ) : (
                <span>{sentence}</span>
              )}
              {what === 'DEPUTY' ? <span className={styles.muted}>{articles.join(' ')}</span> : null}
              <span className={styles.muted}>{personText(who)}</span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
      <div className={styles.buttons}>
        <CsvButton id={id} number={number} />
      </div>
    </>
  );
}
