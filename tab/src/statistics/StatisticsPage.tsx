import { Field, Input, Select } from '@fluentui/react-components';
import { DataBarVerticalRegular } from '@fluentui/react-icons';
import type { Statistics } from '@kaigi/core/contract';
import { useState } from 'react';
import type { Period } from '../api/stats.ts';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { DownloadButton } from '../records/DownloadButton.tsx';
import { isPeriod, thisFiscalYear } from './figures.ts';
import { useStatisticsStyles } from './Statistics.styles.ts';
import { HowCounted, Months, Sections, Slowest } from './Tables.tsx';
import { Tiles } from './Tiles.tsx';
import { statisticsText } from './text.ts';
import { useStatistics } from './use-statistics.ts';

interface FiltersProps {
  readonly period: Period;
  readonly units: Statistics['units'];
  readonly onPeriod: (period: Period) => void;
}

function Filters({ period, units, onPeriod }: FiltersProps) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const wrong = !isPeriod(period);
  return (
    <search className={styles.filters} aria-label={t('stats.period')}>
      <Field label={t('stats.from')} className={styles.field}>
        <Input
          type="date"
          value={period.from}
          onChange={(_, { value }) => onPeriod({ ...period, from: value })}
          input={{ 'data-testid': 'stats-from' } as object}
        />
      </Field>
      <Field
        label={t('stats.to')}
        className={styles.field}
        validationState={wrong ? 'error' : 'none'}
        validationMessage={wrong ? t('stats.period.wrong') : null}
      >
        <Input
          type="date"
          value={period.to}
          onChange={(_, { value }) => onPeriod({ ...period, to: value })}
          input={{ 'data-testid': 'stats-to' } as object}
        />
      </Field>
      <Field label={t('stats.unit')} className={styles.unit}>
        <Select
          value={period.unit ?? ''}
          onChange={(_, { value }) => onPeriod({ ...period, unit: value === '' ? null : value })}
          data-testid="stats-unit"
        >
          <option value="">{t('stats.unit.all')}</option>
          {units.map(({ unitId, unitName }) => (
            <option key={unitId} value={unitId}>
              {unitName}
            </option>
          ))}
        </Select>
      </Field>
      <CsvButton period={period} />
    </search>
  );
}

function CsvButton({ period }: { readonly period: Period }) {
  const t = useText(statisticsText);
  return (
    <DownloadButton
      fileName={t('stats.csv.name', { from: period.from, to: period.to })}
      from={(api) => api.stats.csv(period)}
      disabled={!isPeriod(period)}
      testId="stats-csv"
    >
      {t('stats.csv')}
    </DownloadButton>
  );
}

function Figures({ statistics }: { readonly statistics: Statistics }) {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  if (statistics.decided === 0 && statistics.returns.cases === 0) {
    return <EmptyState icon={<DataBarVerticalRegular />} title={t('stats.none')} body={t('stats.none.body')} />;
  }
  return (
    <div className={styles.body}>
      <Tiles statistics={statistics} />
      <HowCounted statistics={statistics} />
      <Months statistics={statistics} />
      <Sections statistics={statistics} />
      <Slowest statistics={statistics} />
    </div>
  );
}

export function StatisticsPage() {
  const styles = useStatisticsStyles();
  const t = useText(statisticsText);
  const [period, setPeriod] = useState<Period>(() => ({ ...thisFiscalYear(new Date()), unit: null }));
  const question = useStatistics(period);
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t('stats.title')} focusKey="statistics" />
        <p className={styles.lead}>{t('stats.lead')}</p>
      </div>
      <Filters period={period} units={question.data?.units ?? []} onPeriod={setPeriod} />
      {question.isError && !question.data ? (
        <ErrorState error={question.error} onRetry={() => void question.refetch()} />
      ) : null}
      {question.isPending ? <LoadingState /> : null}
      {question.data ? <Figures statistics={question.data} /> : null}
    </>
  );
}
