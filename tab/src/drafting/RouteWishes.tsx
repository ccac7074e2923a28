import { Button } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import type { RoutePanelProps } from './RoutePanel.tsx';
import { draftingText } from './text.ts';
import { addKey, restored, withoutSlot } from './wish.ts';

export interface RouteWishesProps extends RoutePanelProps {
  readonly names: ReadonlyMap<string, string>;
}

/** Wishes that the route itself does not show: readers after the decision, and steps that were taken out. */
export function RouteWishes({ view, names, busy, onWish }: RouteWishesProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const { routeWish: wish } = view;
  const readers = wish.adds.filter(({ duty }) => duty === 'READING');
  const nameOf = (key: string): string => names.get(key) ?? t('route.removed.unnamed');
  return (
    <>
      {readers.length > 0 ? (
        <div>
          <span className={styles.strong}>{t('route.readers')}</span>
          <ul className={styles.list}>
            {readers.map((add) => {
              const key = addKey(add);
              return (
                <li key={key} className={styles.line} data-testid="route-reader">
                  <span>{names.get(key) ?? add.reason}</span>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t('route.remove.of', { name: names.get(key) ?? add.reason })}
                    disabledFocusable={busy}
                    onClick={() => (busy ? undefined : onWish(withoutSlot(wish, key)))}
                  >
                    {t('route.remove')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
      {wish.removes.length > 0 ? (
        <div>
          <span className={styles.strong}>{t('route.removed')}</span>
          <ul className={styles.list}>
            {wish.removes.map((key) => (
              <li key={key} className={styles.line} data-testid="route-removed">
                <s>{nameOf(key)}</s>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('route.restore.of', { name: nameOf(key) })}
                  disabledFocusable={busy}
                  onClick={() => (busy ? undefined : onWish(restored(wish, key)))}
                  data-testid="route-restore"
                >
                  {t('route.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
