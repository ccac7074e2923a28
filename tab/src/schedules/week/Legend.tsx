import { mergeClasses } from '@fluentui/react-components';
import { BeachRegular, HomeRegular, PersonWalkingRegular, VehicleSubwayRegular } from '@fluentui/react-icons';
import { EntryStatusSchema } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useBarStyles } from './Bar.styles.ts';
import { weekText } from './text.ts';
import { useWeekStyles } from './Week.styles.ts';

const KINDS = [
  ['LEAVE', BeachRegular],
  ['TELEWORK', HomeRegular],
  ['TRIP', VehicleSubwayRegular],
  ['WHEREABOUTS', PersonWalkingRegular],
] as const;

function Marks() {
  const styles = useWeekStyles();
  const bars = useBarStyles();
  const t = useText(weekText);
  return (
    <ul className={styles.legend} aria-label={t('week.legend')} data-testid="week-legend">
      {EntryStatusSchema.options.map((status) => (
        <li key={status} className={mergeClasses(bars.bar, bars[status])}>
          {t(`week.status.${status}`)}
        </li>
      ))}
      {KINDS.map(([source, Icon]) => (
        <li key={source} className={bars.bar}>
          <span className={bars.icon}>
            <Icon aria-hidden />
          </span>
          {t(`week.source.${source}`)}
        </li>
      ))}
    </ul>
  );
}

/** What the lines, the grounds and the signs mean. On a phone folded, so that the people come first. */
export function Legend({ folded }: { readonly folded: boolean }) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  if (!folded) return <Marks />;
  return (
    <details className={styles.fold} data-testid="week-legend-fold">
      <summary>{t('week.legend')}</summary>
      <Marks />
    </details>
  );
}
