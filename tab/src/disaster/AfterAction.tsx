import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { personText } from '../app/words.ts';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';
import { useAfterAction } from './use-disaster.ts';

/** The look back: everything exceptional that was done under an order. */
export function AfterAction({ id }: { readonly id: string }) {
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
        {items.map(({ at, who, sentence, subject }) => (
          <li key={`${subject.id} ${at} ${sentence}`} data-testid="after-item">
            <span className={styles.line}>
              <span className={styles.muted}>{whenText(at, locale)}</span>
              <span>{sentence}</span>
              <span className={styles.muted}>{personText(who)}</span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
