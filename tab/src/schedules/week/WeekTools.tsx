import { Button, Field, Input, mergeClasses, Switch, Tab, TabList } from '@fluentui/react-components';
import {
  AddRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  PeopleAddRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import type { WeekView } from '@kaigi/core/contract';
import { type LocalDate, localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import type { WeekRoute } from '../../app/schedule-routes.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { Units } from '../../presence/Filters.tsx';
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

interface WhoProps extends WeekToolsProps {
  readonly view: WeekView;
}

function Chosen({ route, view, onRoute }: WhoProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const named = new Map(view.rows.map(({ person }) => [person.staffId, person]));
  const picked = route.people.map((id) => ({ kind: 'staff' as const, id, label: named.get(id)?.name ?? '…' }));
  return (
    <div className={mergeClasses(styles.card, styles.chosen)} data-testid="week-chosen">
      <DirectoryPicker
        label={t('week.choose.label')}
        kinds={['staff']}
        several
        optional
        picked={picked}
        onPicked={(all) => onRoute({ people: all.map(({ id }) => id) })}
        trouble={null}
      />
    </div>
  );
}

/** Whose rows: a unit with those below it, or people from anywhere. */
export function WhoTools({ route, view, onRoute }: WhoProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const [wished, setWished] = useState(false);
  const choosing = wished || route.people.length > 0;
  const handleChoosing = () => {
    if (route.people.length > 0) onRoute({ people: [] });
    setWished(!choosing);
  };
  return (
    <div className={styles.who}>
      {choosing ? (
        <Chosen {...{ route, view, onRoute }} />
      ) : (
        <Units board={view} unit={route.unit} onUnit={(unit) => onRoute({ unit, people: [] })} />
      )}
      <div className={styles.tools}>
        {choosing ? null : (
          <Switch
            checked={route.below}
            label={t('week.below')}
            onChange={(_, { checked }) => onRoute({ below: checked })}
            data-testid="week-below"
          />
        )}
        <Button icon={<PeopleAddRegular />} onClick={handleChoosing} data-testid="week-choose">
          {t(choosing ? 'week.choose.end' : 'week.choose')}
        </Button>
      </div>
    </div>
  );
}

interface ActsProps {
  readonly mayAdd: boolean;
  readonly onAdd: () => void;
}

export function PageActs({ mayAdd, onAdd }: ActsProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  return (
    <div className={styles.toolsEnd}>
      {mayAdd ? (
        <Button appearance="primary" icon={<AddRegular />} onClick={onAdd} data-testid="week-add">
          {t('week.add')}
        </Button>
      ) : null}
      <Button icon={<PrintRegular />} onClick={() => window.print()} data-testid="week-print">
        {t('week.print')}
      </Button>
    </div>
  );
}
