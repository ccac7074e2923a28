import {
  HorizontalBarChartWithAxis,
  type HorizontalBarChartWithAxisDataPoint,
  ResponsiveContainer,
  VerticalStackedBarChart,
} from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-components';
import type { Statistics } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { longest, monthText } from './figures.ts';
import { useStatisticsStyles } from './Statistics.styles.ts';
import { statisticsText } from './text.ts';

// The library's labels for screen readers are English only; the table under each chart says the same in words, so the
// charts are for the eye alone (`inert`).
const HEIGHT = 260;
const MOST_BARS = 12;
const BAR_ROW = 34;
const AXES = 70;

/** How many were decided each month, and how many of them without paper. */
export function MonthsChart({ months }: { readonly months: Statistics['byMonth'] }) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const locale = useLocale();
  const data = months.map(({ month, decided, electronic }) => ({
    xAxisPoint: monthText(month, locale),
    chartData: [
      { legend: t('stats.months.electronic'), data: electronic, color: tokens.colorBrandBackground },
      { legend: t('stats.months.other'), data: decided - electronic, color: tokens.colorNeutralForeground4 },
    ],
  }));
  return (
    <div className={styles.chart} inert data-testid="months-chart">
      <ResponsiveContainer height={HEIGHT}>
        <VerticalStackedBarChart data={data} chartTitle={t('stats.months')} barWidth="auto" maxBarWidth={32} />
      </ResponsiveContainer>
    </div>
  );
}

/** Where it takes longest. */
export function SectionsChart({ sections }: { readonly sections: Statistics['bySection'] }) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const shown = longest(sections, MOST_BARS);
  const data: HorizontalBarChartWithAxisDataPoint[] = shown.toReversed().map(({ unitName, medianDays }) => ({
    y: unitName,
    x: medianDays ?? 0,
    legend: t('stats.sections.chart'),
    color: tokens.colorBrandBackground,
  }));
  if (data.every(({ x }) => x === 0)) return null;
  return (
    <div className={styles.chart} inert data-testid="sections-chart">
      <ResponsiveContainer height={data.length * BAR_ROW + AXES}>
        <HorizontalBarChartWithAxis
          data={data}
          chartTitle={t('stats.sections.chart')}
          barHeight={16}
          showYAxisLables
          colors={[tokens.colorBrandBackground]}
        />
      </ResponsiveContainer>
    </div>
  );
}
