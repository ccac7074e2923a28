import type { ReadingLog } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState } from '../../app/PageStates.tsx';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { useReadingLog } from '../folders/use-keeping.ts';
import { actText } from './text.ts';

function Openings({ log: { items, more } }: { readonly log: ReadingLog }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const locale = useLocale();
  return (
    <>
      <ul className={styles.list}>
        {items.map(({ id, at, told, by }) => (
          <li key={id} className={styles.entry} data-testid="opening">
            <span className={styles.quiet}>{whenText(at, locale)}</span>
            <span className={styles.name}>{told}</span>
            <span className={styles.quiet}>{by ?? t('openings.forgotten')}</span>
          </li>
        ))}
      </ul>
      {more ? <p className={styles.quiet}>{t('openings.more', { count: items.length })}</p> : null}
    </>
  );
}

/** 閲覧の記録: who opened it while it was confidential. For whoever may know; where nobody did, nothing stands there. */
export function OpeningsSection({ id }: { readonly id: string }) {
  const styles = useKeepingStyles();
  const t = useText(actText);
  const { data, error, refetch } = useReadingLog(id);
  if (data ? !data.mayLook || data.items.length === 0 : !error) return null;
  return (
    <section className={styles.section} aria-label={t('openings.title')}>
      <h2>{t('openings.title')}</h2>
      {data ? <Openings log={data} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </section>
  );
}
