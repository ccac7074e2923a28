import type { CaseView, HolderView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNow } from '../app/use-now.ts';
import { listText } from '../app/words.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';
import { slotOf, workingMinutesSince, workingText } from './working-time.ts';

interface LineProps {
  readonly holder: HolderView;
  readonly route: CaseView['route'];
  readonly now: number;
}

function HolderLine({ holder, route, now }: LineProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const slot = slotOf(route, holder);
  const elapsed = workingText(workingMinutesSince(holder.since, now), t);
  const deputy = slot?.expectedDeputy;
  return (
    <li>
      <span>
        {holder.unitName} {holder.postTitle}{' '}
        <span className={styles.holderNames}>{listText(holder.names, locale) || t('case.vacant')}</span>
      </span>
      <span className={styles.small}> {t('slot.since', { when: whenText(holder.since, locale), elapsed })}</span>
      {slot?.absence ? (
        <p className={styles.warning}>{t('slot.absent', { statement: slot.absence.statement })}</p>
      ) : null}
      {slot?.absence && deputy ? (
        <p className={styles.small}>
          {t('slot.deputy', { names: listText(deputy.names, locale) || t('case.vacant'), article: deputy.article })}
        </p>
      ) : null}
    </li>
  );
}

/** Who has it now and for how long; whether they are there at all, and who would act for them. */
export function HolderLines({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const now = useNow();
  if (view.holders.length === 0) return null;
  return (
    <div className={styles.holder} data-testid="holder">
      <span className={styles.small}>{t('case.holder')}</span>
      <ul className={styles.plain}>
        {view.holders.map((holder) => (
          <HolderLine key={holder.slotId} holder={holder} route={view.route} now={now} />
        ))}
      </ul>
    </div>
  );
}
