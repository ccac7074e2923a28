import type { Statistics } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { approvalsText } from '../approvals/text.ts';
import { Card, Table } from './Card.tsx';
import { MonthsChart, SectionsChart } from './Charts.tsx';
import { monthText, percentText } from './figures.ts';
import { useStatisticsStyles } from './Statistics.styles.ts';
import { useDays } from './Tiles.tsx';
import { statisticsText } from './text.ts';

interface Props {
  readonly statistics: Statistics;
}

/** What is in the rate, and what is not: said beside it, case by case. */
export function HowCounted({ statistics: { electronic } }: Props) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const { numerator, exclusions } = electronic;
  const rows = [
    { code: 'NUMERATOR', sentence: t('stats.how.numerator'), count: numerator, where: t('stats.how.both') },
    ...exclusions.map(({ code, sentence, count, inDenominator }) => ({
      code,
      sentence,
      count,
      where: t(inDenominator ? 'stats.how.in' : 'stats.how.out'),
    })),
  ];
  return (
    <Card title={t('stats.how')}>
      <p className={styles.small}>{t('stats.how.sentence')}</p>
      <Table
        label={t('stats.how')}
        testId="how-counted"
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { name: t('stats.how.code'), cell: ({ sentence }) => sentence },
          { name: t('stats.how.where'), cell: ({ where }) => where },
          { name: t('stats.how.count'), cell: ({ count }) => count, figure: true },
        ]}
      />
    </Card>
  );
}

export function Months({ statistics: { byMonth } }: Props) {
  const t = useText(statisticsText);
  const locale = useLocale();
  const days = useDays();
  return (
    <Card title={t('stats.months')}>
      <MonthsChart months={byMonth} />
      <Table
        label={t('stats.months')}
        testId="months-table"
        rows={byMonth}
        rowKey={({ month }) => month}
        columns={[
          { name: t('stats.month'), cell: ({ month }) => `${month.slice(0, 4)} ${monthText(month, locale)}` },
          { name: t('stats.decided'), cell: ({ decided }) => decided, figure: true },
          { name: t('stats.months.electronic'), cell: ({ electronic }) => electronic, figure: true },
          { name: t('stats.median'), cell: ({ medianDays }) => days(medianDays), figure: true },
        ]}
      />
    </Card>
  );
}

export function Sections({ statistics: { bySection } }: Props) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const days = useDays();
  return (
    <Card title={t('stats.sections')}>
      <p className={styles.small}>{t('stats.sections.chart')}</p>
      <SectionsChart sections={bySection} />
      <Table
        label={t('stats.sections')}
        testId="sections-table"
        rows={bySection}
        rowKey={({ unitId }) => unitId}
        columns={[
          { name: t('stats.section'), cell: ({ unitName }) => unitName },
          { name: t('stats.decided'), cell: ({ decided }) => decided, figure: true },
          {
            name: t('stats.section.rate'),
            cell: ({ electronic, decided }) => percentText(electronic, decided) ?? t('stats.unknown'),
            figure: true,
          },
          { name: t('stats.median'), cell: ({ medianDays }) => days(medianDays), figure: true },
          { name: t('stats.section.p90'), cell: ({ p90Days }) => days(p90Days), figure: true },
          { name: t('stats.section.returned'), cell: ({ returned }) => returned, figure: true },
        ]}
      />
    </Card>
  );
}

export function Slowest({ statistics: { slowestSteps } }: Props) {
  const t = useText(statisticsText);
  const duty = useText(approvalsText);
  const days = useDays();
  if (slowestSteps.length === 0) return null;
  return (
    <Card title={t('stats.slowest')}>
      <Table
        label={t('stats.slowest')}
        testId="slowest-table"
        rows={slowestSteps}
        rowKey={(step) => `${step.postId} ${step.duty}`}
        columns={[
          { name: t('stats.slowest.post'), cell: ({ unitName, postTitle }) => `${unitName} ${postTitle}` },
          { name: t('stats.slowest.duty'), cell: (step) => duty(`duty.${step.duty}`) },
          { name: t('stats.slowest.acts'), cell: ({ acts }) => acts, figure: true },
          { name: t('stats.median'), cell: ({ medianDays }) => days(medianDays), figure: true },
          { name: t('stats.section.p90'), cell: ({ p90Days }) => days(p90Days), figure: true },
        ]}
      />
    </Card>
  );
}
