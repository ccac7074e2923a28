import { Button, Field, Input, Tab, TabList } from '@fluentui/react-components';
import { AddRegular, ChevronLeftRegular, ChevronRightRegular, PrintRegular } from '@fluentui/react-icons';
import { type LocalDate, localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import type { WeekRoute } from '../../app/schedule-routes.ts';
import { weekText } from './text.ts';
import { useWeekStyles } from './Week.styles.ts';
import { firstDay, LENGTHS, showing, stepped } from './week-days.ts';

export interface WeekToolsProps {
  readonly route: WeekRoute;
  readonly onRoute: (change: Partial<WeekRoute>) => void;
}

interface FromProps extends WeekToolsProps {
  readonly from: LocalDate;
}

function Steps({ route: { days }, from, onRoute }: FromProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const of = days === 1 ? 'day' : 'week';
  return (
    <span className={styles.steps}>
      <Button
        icon={<ChevronLeftRegular />}
        aria-label={t(`week.previous.${of}`)}
        title={t(`week.previous.${of}`)}
        onClick={() => onRoute({ from: stepped(from, days, -1) })}
        data-testid="week-previous"
      />
      <Button onClick={() => onRoute({ from: null })} data-testid="week-today">
        {t(`week.today.${of}`)}
      </Button>
      <Button
        icon={<ChevronRightRegular />}
        aria-label={t(`week.next.${of}`)}
        title={t(`week.next.${of}`)}
        onClick={() => onRoute({ from: stepped(from, days, 1) })}
        data-testid="week-next"
      />
    </span>
  );
}

interface DayToolsProps extends FromProps {
  /** On a phone one day is seen, whatever is asked for. */
  readonly phone: boolean;
}

/** Which days: forward, back, today, a date, and how many of them. */
export function DayTools({ route, from, onRoute, phone }: DayToolsProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const handleDate = (value: string) => {
    const day = parseLocalDate(value);
    if (day) onRoute({ from: showing(day, route.days) });
  };
  const handleLength = (value: unknown) => {
    const days = LENGTHS.find((one) => one === value) ?? route.days;
    // Of a week that is on, one day is today; of another week it is the first.
    const today = localDateOf(new Date());
    const first = days === 1 && showing(today, 5) === from ? today : showing(from, days);
    onRoute({ days, from: first === firstDay(today, days) ? null : first });
  };
  return (
    <div className={styles.tools}>
      <Steps {...{ route, from, onRoute }} />
      <Field label={t('week.date')}>
        <Input type="date" value={from} onChange={(_, { value }) => handleDate(value)} data-testid="week-date" />
      </Field>
      {phone ? null : (
        <TabList
          size="small"
          selectedValue={route.days}
          onTabSelect={(_, { value }) => handleLength(value)}
          aria-label={t('week.length')}
        >
          {LENGTHS.map((length) => (
            <Tab key={length} value={length} data-testid={`week-days-${length}`}>
              {t(`week.length.${length}`)}
            </Tab>
          ))}
        </TabList>
      )}
    </div>
  );
}

interface ActsProps {
  readonly mayAdd: boolean;
  /** From a phone nobody prints. */
  readonly phone: boolean;
  readonly onAdd: () => void;
}

export function PageActs({ mayAdd, phone, onAdd }: ActsProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  return (
    <div className={styles.toolsEnd}>
      {mayAdd ? (
        <Button appearance="primary" icon={<AddRegular />} onClick={onAdd} data-testid="week-add">
          {t('week.add')}
        </Button>
      ) : null}
      {phone ? null : (
        <Button icon={<PrintRegular />} onClick={() => window.print()} data-testid="week-print">
          {t('week.print')}
        </Button>
      )}
    </div>
  );
}
