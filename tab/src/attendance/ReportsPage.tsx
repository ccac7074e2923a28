import { Button, Field, Input } from '@fluentui/react-components';
import { ClipboardTextLtrRegular } from '@fluentui/react-icons';
import type { ReportList, ReportListItem } from '@kaigi/core/contract';
import { localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { useRef } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useNow } from '../app/use-now.ts';
import { goTo } from '../app/use-route.ts';
import { listText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { PeopleHead } from './PeopleHead.tsx';
import { ReportItem } from './ReportItem.tsx';
import { reportsText } from './reports-text.ts';
import { useReports } from './use-confirmations.ts';
import { useStops } from './use-stops.ts';

const hasSaid = ({ plan, result }: ReportListItem): boolean => plan !== null || result !== null;

interface RowsProps {
  readonly items: readonly ReportListItem[];
}

function Rows({ items }: RowsProps) {
  const styles = useAttendanceStyles();
  return (
    <ul className={styles.plain}>
      {items.map((item) => (
        <ReportItem key={item.person.staffId} item={item} />
      ))}
    </ul>
  );
}

function Silent({ items }: RowsProps) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const locale = useLocale();
  if (items.length === 0) return null;
  const names = listText(
    items.map(({ person }) => person.name),
    locale,
  );
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{`${t('reports.silent')} (${items.length})`}</summary>
      <p className={styles.sentence}>{names}</p>
    </details>
  );
}

function Reports({ list, isAll }: { readonly list: readonly ReportList[]; readonly isAll: boolean }) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const desk = useRef<HTMLDivElement>(null);
  useStops(desk);
  const items = list.flatMap((page) => page.items);
  const telework = items.filter((item) => item.telework);
  const others = items.filter((item) => !item.telework && hasSaid(item));
  if (isAll && telework.length + others.length === 0)
    return <EmptyState icon={<ClipboardTextLtrRegular />} title={t('reports.none')} body={t('reports.none.body')} />;
  const count = (kind: 'plan' | 'result') => telework.filter((item) => item[kind] !== null).length;
  return (
    <div ref={desk} className={styles.page}>
      {isAll && telework.length > 0 ? (
        <p className={styles.sentence} role="status" data-testid="reports-count">
          {t('reports.count', { of: telework.length, plans: count('plan'), results: count('result') })}
        </p>
      ) : null}
      <Section title={t('reports.telework')}>
        {telework.length === 0 ? <p className={styles.sentence}>{t('reports.telework.none')}</p> : null}
        <Rows items={telework} />
      </Section>
      {others.length > 0 ? (
        <Section title={t('reports.others')}>
          <Rows items={others} />
        </Section>
      ) : null}
      <Silent items={items.filter((item) => !item.telework && !hasSaid(item))} />
    </div>
  );
}

/** The plans and results of one's people on a day, with a word for each. */
export function ReportsPage({ day: asked }: { readonly day: string | null }) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const today = localDateOf(new Date(useNow()));
  const day = (asked && parseLocalDate(asked)) ?? today;
  const reports = useReports(day);
  const show = (chosen: string) =>
    goTo({ page: 'reports', day: chosen === '' || chosen === today ? null : chosen }, 'replace');
  return (
    <div className={styles.page}>
      <PeopleHead view="reports" />
      <search className={styles.filters}>
        <Field label={t('reports.day')}>
          <Input
            type="date"
            value={day}
            onChange={(_, { value }) => show(value)}
            input={{ 'data-testid': 'reports-day' } as object}
          />
        </Field>
        <Button disabledFocusable={day === today} onClick={() => show(today)}>
          {t('reports.today')}
        </Button>
      </search>
      {reports.isPending ? <LoadingState /> : null}
      {reports.isError && !reports.data ? (
        <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />
      ) : null}
      {reports.data ? <Reports list={reports.data.pages} isAll={!reports.hasNextPage} /> : null}
      <MoreButton list={reports} />
    </div>
  );
}
