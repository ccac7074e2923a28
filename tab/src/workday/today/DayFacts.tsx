import type { WorkdayView } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { listText } from '../../app/words.ts';
import { workdayText } from '../text.ts';
import { lengthText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';

/** What the day is, and what it has come to so far. */
export function DayFacts({ day }: { readonly day: WorkdayView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const { scheduled, telework, worked, midShift } = day;
  const span = ({ from, to }: { readonly from: string; readonly to: string }) => t('fact.hours.value', { from, to });
  const places = telework.map((kind) => t(`kind.${kind}`));
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.is'), day.is],
    [t('fact.hours'), scheduled === null ? '' : span(scheduled)],
    [t('fact.breaks'), scheduled === null ? '' : listText(scheduled.breaks.map(span), locale)],
    [t('fact.telework'), listText(places, locale)],
    [t('fact.worked'), worked > 0 ? lengthText(worked) : ''],
    [t('fact.mid_shift'), midShift > 0 ? lengthText(midShift) : ''],
  ];
  return (
    <dl className={styles.facts} data-testid="day-facts">
      {facts.map(([term, value]) =>
        value === '' ? null : (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
