import { Button, Field, Select } from '@fluentui/react-components';
import {
  AddRegular,
  CalendarMonthRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import type { YearlyItemView, YearlyView } from '@kaigi/core/contract';
import { YEARS_WITH_HOLIDAYS } from '@kaigi/core/shared';
import { useState } from 'react';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { YearlyRoute } from '../../app/schedule-routes.ts';
import { useMe } from '../../app/use-me.ts';
import { goTo } from '../../app/use-route.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useWeekStyles } from '../week/Week.styles.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import { yearlyText } from './text.ts';
import { useYearly } from './use-yearly.ts';
import { useYearlyStyles } from './Yearly.styles.ts';
import { YearlyTable } from './YearlyTable.tsx';

interface ToolsProps {
  readonly view: YearlyView;
  readonly onRoute: (change: Partial<YearlyRoute>) => void;
}

function Tools({ view: { fiscalYear, unit, units }, onRoute }: ToolsProps) {
  const styles = useWeekStyles();
  const t = useText(yearlyText);
  return (
    <div className={styles.tools}>
      <span className={styles.steps}>
        <Button
          icon={<ChevronLeftRegular />}
          aria-label={t('yearly.before')}
          disabledFocusable={fiscalYear <= YEARS_WITH_HOLIDAYS.first}
          onClick={() => onRoute({ year: fiscalYear - 1 })}
          data-testid="yearly-previous"
        />
        <Button onClick={() => onRoute({ year: null })}>{t('yearly.this')}</Button>
        <Button
          icon={<ChevronRightRegular />}
          aria-label={t('yearly.after')}
          disabledFocusable={fiscalYear >= YEARS_WITH_HOLIDAYS.last}
          onClick={() => onRoute({ year: fiscalYear + 1 })}
          data-testid="yearly-following"
        />
      </span>
      {units.length > 1 ? (
        <Field label={t('yearly.unit')}>
          <Select
            value={unit.unitId}
            onChange={(_, { value }) => onRoute({ unit: value })}
            select={{ 'data-testid': 'yearly-unit' } as object}
          >
            {units.map(({ unitId, name, former }) => (
              <option key={unitId} value={unitId}>
                {former ? t('yearly.former', { unit: name }) : name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}

type Opened = { readonly item: YearlyItemView | null } | 'take-over';

interface ActsProps {
  readonly view: YearlyView;
  readonly onOpened: (opened: Opened) => void;
}

function Acts({ view: { items, may, unit }, onOpened }: ActsProps) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  return (
    <span className={styles.acts}>
      {may.edit && items.length > 0 ? (
        <Button icon={<AddRegular />} onClick={() => onOpened({ item: null })} data-testid="yearly-add">
          {t('yearly.add')}
        </Button>
      ) : null}
      {may.takeOver && items.length > 0 ? (
        <Button onClick={() => onOpened('take-over')} data-testid="yearly-next">
          {t(unit.former ? 'yearly.former.next' : 'yearly.next')}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          {t('yearly.print')}
        </Button>
      ) : null}
    </span>
  );
}

/** Where there is nothing, both ways to have something. */
function Nothing({ view: { fiscalYear, may }, onOpened, onRoute }: ActsProps & Pick<ToolsProps, 'onRoute'>) {
  const styles = useYearlyStyles();
  const t = useText(yearlyText);
  const year = fiscalYearText(fiscalYear - 1, useLocale());
  const action = (
    <span className={styles.ways}>
      {may.edit ? (
        <Button
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => onOpened({ item: null })}
          data-testid="yearly-add"
        >
          {t('yearly.add')}
        </Button>
      ) : null}
      {fiscalYear > YEARS_WITH_HOLIDAYS.first ? (
        <Button onClick={() => onRoute({ year: fiscalYear - 1 })} data-testid="yearly-last">
          {t('yearly.empty.last', { year })}
        </Button>
      ) : null}
    </span>
  );
  const body = t(may.edit ? 'yearly.empty.body' : 'yearly.empty.body.read');
  return <EmptyState icon={<CalendarMonthRegular />} title={t('yearly.empty')} {...{ body, action }} />;
}

function Shown({ view, onRoute }: ToolsProps) {
  const styles = useWeekStyles();
  const own = useYearlyStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
  const city = useMe().data?.municipality.name ?? '';
  const [opened, setOpened] = useState<Opened | null>(null);
  const { name, former } = view.unit;
  const [year, unit] = [fiscalYearText(view.fiscalYear, locale), former ? t('yearly.former', { unit: name }) : name];
  const close = () => setOpened(null);
  return (
    <>
      <div className={styles.onScreen}>
        <Tools view={view} onRoute={onRoute} />
        <div className={styles.head}>
          <h2 className={styles.period} data-testid="yearly-heading">
            {t('yearly.of', { unit, year })}
          </h2>
          <p className={styles.count} role="status" data-testid="yearly-count">
            {t('yearly.count', { count: view.items.length })}
          </p>
          <Acts view={view} onOpened={setOpened} />
        </div>
      </div>
      {former ? <p className={styles.lead}>{t('yearly.former.lead')}</p> : null}
      <p className={own.paperHead}>{t('yearly.print.head', { city, unit, year })}</p>
      {view.items.length === 0 ? (
        <Nothing view={view} onOpened={setOpened} onRoute={onRoute} />
      ) : (
        <YearlyTable view={view} label={t('yearly.of', { unit, year })} onOpen={(item) => setOpened({ item })} />
      )}
      {opened === 'take-over' ? <TakeOverDialog view={view} onClose={close} onDone={onRoute} /> : null}
      {opened !== null && opened !== 'take-over' ? <ItemDialog view={view} item={opened.item} onClose={close} /> : null}
    </>
  );
}

/** 「年次行事」: what a section does every year. */
export function YearlyPage({ route }: { readonly route: YearlyRoute }) {
  const styles = useWeekStyles();
  const t = useText(yearlyText);
  const { unit, year } = route;
  const yearly = useYearly({ unit, year });
  const { data } = yearly;
  return (
    <div className={styles.page}>
      <div className={styles.onScreen}>
        <PageHeading title={t('yearly.title')} focusKey="yearly" />
        <SchedulesParts current="yearly" />
        <p className={styles.lead}>{t('yearly.lead')}</p>
      </div>
      {yearly.isPending ? <LoadingState /> : null}
      {yearly.isError && !data ? <ErrorState error={yearly.error} onRetry={() => void yearly.refetch()} /> : null}
      {data ? <Shown view={data} onRoute={(change) => goTo({ ...route, ...change })} /> : null}
    </div>
  );
}
