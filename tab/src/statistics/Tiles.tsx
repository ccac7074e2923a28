import type { Statistics } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { percentText, rateOf } from './figures.ts';
import { useStatisticsStyles } from './Statistics.styles.ts';
import { statisticsText } from './text.ts';

interface TileProps {
  readonly term: string;
  readonly figure: string;
  readonly notes: readonly string[];
  readonly testId: string;
}

function Tile({ term, figure, notes, testId }: TileProps) {
  const styles = useStatisticsStyles();
  return (
    <div className={styles.tile} data-testid={testId}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.figure}>{figure}</dd>
      {notes.map((note) => (
        <dd key={note} className={styles.small}>
          {note}
        </dd>
      ))}
    </div>
  );
}

/** Working days as they are said; a line where there is nothing to say. */
export function useDays(): (days: number | null) => string {
  const t = useText(statisticsText);
  return (days) => (days === null ? t('stats.unknown') : t('stats.days', { days: days.toFixed(1) }));
}

/** The figures that a mayor asks for; each says of what it is a part. */
export function Tiles({ statistics }: { readonly statistics: Statistics }) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const days = useDays();
  const { electronic, decided, medianDays, p90Days, returns, standIns } = statistics;
  const { numerator, denominator, unanswered } = electronic;
  const { lower, upper } = rateOf(electronic);
  const range = unanswered > 0 && upper ? [t('stats.rate.range', { unanswered, upper })] : [];
  const { postReviewsOpen: open, postReviewsOverdue: overdue, skipped } = standIns;
  return (
    <dl className={styles.tiles}>
      <Tile
        term={t('stats.rate')}
        figure={lower ?? t('stats.unknown')}
        notes={[t('stats.rate.of', { numerator, denominator }), ...range]}
        testId="stat-rate"
      />
      <Tile term={t('stats.decided')} figure={t('stats.cases', { count: decided })} notes={[]} testId="stat-decided" />
      <Tile
        term={t('stats.median')}
        figure={days(medianDays)}
        notes={p90Days === null ? [] : [t('stats.p90', { days: days(p90Days) })]}
        testId="stat-median"
      />
      <Tile
        term={t('stats.returns')}
        figure={percentText(returns.returnedCases, returns.cases) ?? t('stats.unknown')}
        notes={[t('stats.returns.of', { returned: returns.returnedCases, cases: returns.cases })]}
        testId="stat-returns"
      />
      <Tile
        term={t('stats.standIns')}
        figure={t('stats.standIns.count', { count: standIns.deputyDecisions })}
        notes={[t('stats.standIns.open', { open, overdue, skipped })]}
        testId="stat-stand-ins"
      />
    </dl>
  );
}
