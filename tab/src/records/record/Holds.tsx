import { Button } from '@fluentui/react-components';
import type { HoldView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { useKeepingStyles } from '../folders/Keeping.styles.ts';
import { keepingText } from '../folders/text.ts';
import { EndHoldDialog } from './HoldDialog.tsx';
import { actText } from './text.ts';

/** The holds that lie on something, each with the way to end it for who may. */
export function Holds({ holds }: { readonly holds: readonly HoldView[] }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const act = useText(actText);
  const locale = useLocale();
  const today = localDateOf(new Date(useNow()));
  const [ending, setEnding] = useState<HoldView | null>(null);
  // What is ended stands on the version that is there now, not on that of when the form was opened.
  const now = holds.find(({ id }) => id === ending?.id) ?? ending;
  const untilOf = ({ until }: HoldView) => {
    if (until === null) return t('record.holds.open');
    return t(until < today ? 'record.holds.over' : 'record.holds.until', { day: dayText(until, locale) });
  };
  return (
    <>
      {holds.map((hold) => {
        const words = `${hold.note}${t('in_brackets', { words: untilOf(hold) })}`;
        return (
          <div key={hold.id} className={styles.tools}>
            <span>{t('with_words', { name: t(`hold.${hold.reason}`), words })}</span>
            {hold.mayEnd ? (
              <Button size="small" onClick={() => setEnding(hold)} data-testid="hold-end">
                {act('act.endHold')}
              </Button>
            ) : null}
          </div>
        );
      })}
      {now ? <EndHoldDialog key={now.id} hold={now} onClose={() => setEnding(null)} /> : null}
    </>
  );
}
