import { mergeClasses } from '@fluentui/react-components';
import type { WeekItem } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { type ReactNode, useMemo } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useBarStyles } from './Bar.styles.ts';
import { type BarLook, barContent, shortTime } from './BarContent.tsx';
import type { ItemSpan } from './columns.ts';
import { NAME_WIDTH } from './GridHead.tsx';
import { whenOf, wordsOf } from './item-words.ts';
import type { Laid, Placed } from './lanes.ts';
import { weekText } from './text.ts';
import { LANE_PX, useWeekStyles } from './Week.styles.ts';

const percent = (part: number, of: number): string => `${(100 * part) / of}%`;

interface GridLook extends BarLook {
  readonly locale: Locale;
  readonly bars: Readonly<Record<WeekItem['status'], string>>;
  readonly columns: number;
  readonly byHours: boolean;
}

function timeOf({ item, from, to }: ItemSpan, { t, locale, byHours }: GridLook): string | null {
  if (item.allDay) return null;
  if (to - from > 1) return whenOf(item, t, locale);
  // Among hours its place tells when it begins.
  return byHours ? null : shortTime(item);
}

// Not a component of its own: hundreds come into sight while one scrolls.
function bar({ span, lane }: Placed<ItemSpan>, look: GridLook): ReactNode {
  const { item, from, to } = span;
  return (
    <span
      key={item.id}
      className={look.bars[item.status]}
      style={{
        top: lane * LANE_PX,
        left: `calc(${percent(from, look.columns)} + 2px)`,
        width: `calc(${percent(to - from, look.columns)} - 4px)`,
      }}
      title={wordsOf(item, look.t, look.locale)}
      data-item={item.id}
      data-column={Math.floor(from) + 1}
      data-status={item.status}
      data-testid="week-bar"
    >
      {barContent(item, timeOf(span, look), look)}
    </span>
  );
}

function useLook({ columns, byHours }: Pick<BarsProps, 'columns' | 'byHours'>): GridLook {
  const week = useWeekStyles();
  const styles = useBarStyles();
  const t = useText(weekText);
  const locale = useLocale();
  return useMemo(() => {
    const of = (status: WeekItem['status']) => mergeClasses(styles.bar, styles[status], week.placedBar);
    const [FREE, TENTATIVE, BUSY] = [of('FREE'), of('TENTATIVE'), of('BUSY')];
    const bars = { FREE, TENTATIVE, BUSY, OOF: of('OOF'), ELSEWHERE: of('ELSEWHERE') };
    return { styles, t, locale, bars, columns, byHours, wrapped: false };
  }, [week, styles, t, locale, columns, byHours]);
}

export interface BarsProps {
  readonly laid: Laid<ItemSpan>;
  readonly columns: number;
  readonly byHours: boolean;
}

/** What lies over the cells, for the eye and the pointer: the cells themselves say the same in words. */
export function Bars({ laid: { shown, hidden, lanes }, columns, byHours }: BarsProps) {
  const styles = useWeekStyles();
  const look = useLook({ columns, byHours });
  return (
    <td aria-hidden className={styles.bars} style={{ left: NAME_WIDTH }}>
      {shown.map((placed) => bar(placed, look))}
      {hidden.map((count, column) =>
        count === 0 ? null : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={column}
            className={styles.more}
            style={{ top: (lanes - 1) * LANE_PX, left: percent(column, columns), width: percent(1, columns) }}
            data-column={column + 1}
            data-testid="week-more"
          >
            {look.t('week.more', { count })}
          </span>
        ),
      )}
    </td>
  );
}
