import { Button, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { localDateOf } from '@kaigi/core/shared';
import { type TouchEvent, useRef, useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { useBarStyles } from './Bar.styles.ts';
import { barContent } from './BarContent.tsx';
import { type Column, itemsIn } from './columns.ts';
import type { GridModel } from './grid-model.ts';
import { columnWords, syncWords, whenOf, wordsOf } from './item-words.ts';
import { weekText } from './text.ts';
import type { Opened } from './WeekGrid.tsx';
import { weekdayText } from './week-days.ts';

const useStyles = makeStyles({
  days: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  strip: { flexGrow: 1, minWidth: 0, flexWrap: 'wrap', justifyContent: 'center' },
  day: { paddingInline: tokens.spacingHorizontalXS, minWidth: '2.25rem' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  unit: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  // What is out of sight is not laid out: a hundred people with all of their day.
  person: {
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 7rem',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  mine: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  open: { justifyContent: 'flex-start', width: '100%', textAlign: 'start', paddingInline: 0 },
  post: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, marginInlineStart: '0.5em' },
  warn: { margin: 0, color: tokens.colorStatusWarningForeground3, fontSize: tokens.fontSizeBase200 },
  items: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const SWIPE_PX = 60;

/** A finger drawn to the side, and not up or down, leads to the day beside. */
function useSwipe(onStep: (by: number) => void) {
  const began = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      began.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const [from, touch] = [began.current, changedTouches[0]];
      began.current = null;
      if (!from || !touch) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(down)) onStep(across < 0 ? 1 : -1);
    },
  };
}

export interface PhoneWeekProps {
  readonly model: GridModel;
  readonly me: string;
  readonly onOpen: (opened: Opened) => void;
  /** Beyond the days that are shown: the week before or after, of which the day is then the last or first. */
  readonly onBeyond: (by: number) => void;
}

type PersonLine = Extract<GridModel['lines'][number], { kind: 'person' }>;

function Person({
  line,
  column,
  isMe,
  onOpen,
}: {
  line: PersonLine;
  column: Column;
  isMe: boolean;
  onOpen: () => void;
}) {
  const styles = useStyles();
  const bars = useBarStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const items = itemsIn(line.row.items, column);
  const sync = syncWords(line.row, t);
  const { name, postTitle } = line.row.person;
  return (
    <li className={mergeClasses(styles.person, isMe && styles.mine)} data-testid="week-person">
      <Button appearance="transparent" className={styles.open} onClick={onOpen} data-testid="week-person-open">
        {name}
        <span className={styles.post}>{postTitle}</span>
      </Button>
      {sync ? (
        <p className={styles.warn} data-testid="week-synced">
          {sync.short}
        </p>
      ) : null}
      {items.length === 0 ? <p className={styles.none}>{t('week.details.none')}</p> : null}
      <ul className={styles.items}>
        {items.map((item) => (
          <li
            key={item.id}
            className={mergeClasses(bars.bar, bars[item.status], bars.wrapped)}
            aria-label={wordsOf(item, t, locale)}
            data-testid="week-item"
          >
            {barContent(item, whenOf(item, t, locale), { styles: bars, t, wrapped: true, tall: false })}
          </li>
        ))}
      </ul>
    </li>
  );
}

interface DaysProps {
  readonly columns: readonly Column[];
  readonly column: Column;
  readonly onDay: (key: string) => void;
  readonly onStep: (by: number) => void;
}

function Days({ columns, column, onDay, onStep }: DaysProps) {
  const styles = useStyles();
  const t = useText(weekText);
  const locale = useLocale();
  return (
    <div className={styles.days}>
      <Button
        icon={<ChevronLeftRegular />}
        aria-label={t('week.previous.day')}
        onClick={() => onStep(-1)}
        data-testid="phone-previous"
      />
      <TabList
        className={styles.strip}
        size="small"
        selectedValue={column.key}
        onTabSelect={(_, { value }) => onDay(String(value))}
        aria-label={t('week.date')}
      >
        {columns.map((one) => (
          <Tab key={one.key} value={one.key} className={styles.day}>
            {Number(one.day.slice(8))} {weekdayText(one.day, locale)}
          </Tab>
        ))}
      </TabList>
      <Button
        icon={<ChevronRightRegular />}
        aria-label={t('week.next.day')}
        onClick={() => onStep(1)}
        data-testid="phone-next"
      />
    </div>
  );
}

/** On a phone: one day, and under it person by person what lies in it. */
export function PhoneWeek({ model: { columns: all, lines }, me, onOpen, onBeyond }: PhoneWeekProps) {
  const styles = useStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const today = localDateOf(new Date(useNow()));
  const [chosen, setChosen] = useState<string | null>(null);
  // Of one day by hours, which a phone does not show, it is the day itself.
  const columns = wholeDays(all);
  const at = Math.max(
    columns.findIndex(({ key, day }) => (chosen === null ? day === today : key === chosen)),
    0,
  );
  const step = (by: number) => {
    const next = columns[at + by];
    setChosen(next?.key ?? null);
    if (!next) onBeyond(by);
  };
  const swipe = useSwipe(step);
  const column = columns[at];
  if (!column) return null;
  return (
    <>
      <Days columns={columns} column={column} onDay={setChosen} onStep={step} />
      <h3 className={styles.title} data-testid="phone-day">
        {columnWords(column, t, locale)}
      </h3>
      <ul className={styles.list} {...swipe} data-testid="phone-list">
        {lines.map((line) =>
          line.kind === 'unit' ? (
            <li key={line.key} className={styles.unit}>
              {line.name}
            </li>
          ) : (
            <Person
              key={line.key}
              line={line}
              column={column}
              isMe={line.key === me}
              onOpen={() =>
                onOpen({ staffId: line.key, column: all.length === columns.length ? at : null, itemId: null })
              }
            />
          ),
        )}
      </ul>
    </>
  );
}

function wholeDays(columns: readonly Column[]): readonly Column[] {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || first.hour === null) return columns;
  const from = Date.parse(`${first.day}T00:00:00+09:00`);
  return [{ ...first, key: first.day, hour: null, from, to: from + 86_400_000 }];
}
