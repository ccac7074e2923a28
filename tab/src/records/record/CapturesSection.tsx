import { Link } from '@fluentui/react-components';
import type { CapturedAgain } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { useCapturedAgain } from '../folders/use-keeping.ts';
import { actText } from './text.ts';

const pageOf = (id: string): string => hashOf({ page: 'records', part: 'record', id, wish: {} });

function Others({ again: { items, truncated } }: { readonly again: CapturedAgain }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const locale = useLocale();
  return (
    <>
      <ul className={styles.list}>
        {items.map(({ recordId, title, number, filedOn, relation }) => (
          <li key={recordId} className={styles.entry} data-testid="captured-again">
            <span className={styles.quiet}>{dayText(filedOn, locale)}</span>
            <Link className={styles.name} href={pageOf(recordId)}>
              {number === null ? title : `${number} ${title}`}
            </Link>
            <span className={styles.quiet}>{t(`captures.${relation}`)}</span>
          </li>
        ))}
      </ul>
      {truncated ? <p className={styles.quiet}>{t('captures.more', { count: items.length })}</p> : null}
    </>
  );
}

/** where else messages of this record stand, before and since; where they stand nowhere else, nothing is shown. */
export function CapturesSection({ id }: { readonly id: string }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const { data, error, refetch } = useCapturedAgain(id);
  if (data ? data.items.length === 0 : !error) return null;
  return (
    <section className={styles.section} aria-label={t('captures.title')}>
      <h2>{t('captures.title')}</h2>
      {data ? <Others again={data} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </section>
  );
}
