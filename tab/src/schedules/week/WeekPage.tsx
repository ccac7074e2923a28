import { ProgressBar } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons';
import type { WeekView } from '@kaigi/core/contract';
import { type LocalDate, localDateOf, localTimeOf } from '@kaigi/core/shared';
import { useCallback, useMemo, useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { WeekRoute } from '../../app/schedule-routes.ts';
import { useMe } from '../../app/use-me.ts';
import { useMedia } from '../../app/use-media.ts';
import { goTo } from '../../app/use-route.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useWeek } from '../use-schedules.ts';
import { DayNote } from './DayNote.tsx';
import { gridModel } from './grid-model.ts';
import { Legend } from './Legend.tsx';
import { PhoneWeek } from './PhoneWeek.tsx';
import { PrintWeek } from './PrintWeek.tsx';
import { weekText } from './text.ts';
import { useUnitWords } from './unit-words.ts';
import { LANE_PX, PHONE, useWeekStyles } from './Week.styles.ts';
import { WeekDialogs } from './WeekDialogs.tsx';
import { type Opened, WeekGrid } from './WeekGrid.tsx';
import { DayTools, PageActs } from './WeekTools.tsx';
import { WhoTools } from './WhoTools.tsx';
import { firstDay, periodText, stepped } from './week-days.ts';
import { withYearly } from './with-yearly.ts';

interface ShownProps {
  readonly view: WeekView;
  readonly route: WeekRoute;
  readonly busy: boolean;
  readonly phone: boolean;
  readonly onRoute: (change: Partial<WeekRoute>) => void;
}

function Shown({ view, route, busy, phone, onRoute }: ShownProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const me = useMe().data?.staffId ?? '';
  const [opened, setOpened] = useState<Opened | 'new' | null>(null);
  const all = useMemo(() => withYearly(view, t('week.yearly')), [view, t]);
  const model = useMemo(() => gridModel(all, me, LANE_PX), [all, me]);
  const handleOpen = useCallback((one: Opened) => setOpened(one), []);
  const period = periodText(
    view.days.map(({ date }) => date as LocalDate),
    locale,
  );
  const unit = useUnitWords(view, route);
  const label = t('week.grid', { period: `${unit} ${period}` });
  const handleBeyond = (by: number) => onRoute({ from: stepped(view.from as LocalDate, route.days, by) });
  return (
    <>
      <div className={styles.onScreen}>
        <div className={styles.head}>
          <h2 className={styles.period} data-testid="week-period">
            {period}
          </h2>
          {phone ? null : <DayNote days={view.days} />}
          <p className={styles.count} role="status" data-testid="week-count">
            {busy ? t('week.busy') : t('week.count', { count: view.rows.length, time: localTimeOf(new Date(view.at)) })}
          </p>
          <PageActs mayAdd={view.rows.some(({ mayEdit }) => mayEdit)} phone={phone} onAdd={() => setOpened('new')} />
        </div>
        {view.more > 0 ? (
          <p className={styles.count} data-testid="week-beyond">
            {t('week.beyond', { count: view.more })}
          </p>
        ) : null}
        <Legend folded={phone} />
        <div className={styles.frame}>
          {busy ? <ProgressBar className={styles.progress} aria-label={t('week.busy')} /> : null}
          {view.rows.length === 0 ? (
            <EmptyState
              icon={<PeopleRegular />}
              title={t(route.unit === 'all' ? 'week.empty.all' : 'week.empty')}
              body={t('week.empty.body')}
            />
          ) : phone ? (
            <PhoneWeek model={model} me={me} onOpen={handleOpen} onBeyond={handleBeyond} />
          ) : (
            <WeekGrid
              {...{ model, label, me, busy }}
              corner={t('week.people')}
              withUnit={route.people.length > 0}
              onOpen={handleOpen}
            />
          )}
        </div>
      </div>
      <PrintWeek view={all} unit={unit} />
      <WeekDialogs view={all} {...{ model, me, opened }} onOpened={setOpened} />
    </>
  );
}

/** 「週の予定」: everybody of a section in one table. */
export function WeekPage({ route }: { readonly route: WeekRoute }) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const { unit, below, days, people } = route;
  const from = (route.from as LocalDate | null) ?? firstDay(localDateOf(new Date()), days);
  const phone = useMedia(PHONE);
  const week = useWeek({ unit, below, from, days, people });
  const handleRoute = (change: Partial<WeekRoute>) => goTo({ ...route, ...change });
  return (
    <div className={styles.page}>
      <div className={styles.onScreen}>
        <PageHeading title={t('week.title')} focusKey="schedules" />
        <SchedulesParts current="week" />
        {phone ? null : <p className={styles.lead}>{t('week.lead')}</p>}
        {week.data ? <WhoTools {...{ route, phone }} view={week.data} onRoute={handleRoute} /> : null}
        <DayTools {...{ route, from, phone }} onRoute={handleRoute} />
      </div>
      {week.isPending ? <LoadingState /> : null}
      {week.isError && !week.data ? <ErrorState error={week.error} onRetry={() => void week.refetch()} /> : null}
      {week.data ? (
        <Shown view={week.data} route={route} busy={week.isPlaceholderData} phone={phone} onRoute={handleRoute} />
      ) : null}
    </div>
  );
}
