import { mergeClasses } from '@fluentui/react-components';
import type { WeekItem } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { type ReactNode, useMemo } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useBarStyles } from './Bar.styles.ts';
import { type BarLook, barContent, shortTime } from './BarContent.tsx';
import { type ItemSpan, isWholeDays } from './columns.ts';
import { NAME_WIDTH } from './GridHead.tsx';
import { whenOf, wordsOf } from './item-words.ts';
import type { Laid, Placed } from './lanes.ts';
import { weekText } from './text.ts';
import { useWeekStyles } from './Week.styles.ts';

const percent = (part: number, of: number): string => `${(100 * part) / of}%`;

interface GridLook extends BarLook {
  readonly locale: Locale;
  readonly bars: Readonly<Record<WeekItem['status'], string>>;
  readonly runningOver: string;
  readonly columns: number;
  readonly byHours: boolean;
  readonly lanePx: number;
}

function timeOf({ item, from, to }: ItemSpan, { t, locale, byHours }: GridLook): string | null {
  if (isWholeDays(item)) return null;
  if (to - from > 1) return whenOf(item, t, locale);
  // Among hours its place tells when it begins.
  return byHours ? null : shortTime(item);
}

// Into the free time behind a short bar its words may run: for the eye only, what is pressed there is the cell.
function words({ span, until }: Placed<ItemSpan>, look: GridLook): ReactNode {
  const content = barContent(span.item, timeOf(span, look), look);
  if (!look.byHours) return content;
  const width = `calc((100cqw - ${NAME_WIDTH}) * ${(until - span.from) / look.columns} - 14px)`;
  return (
    <span className={look.runningOver} style={{ width }} data-testid="bar-words">
      {content}
    </span>
  );
}

// Not a component of its own: hundreds come into sight while one scrolls.
function bar(placed: Placed<ItemSpan>, look: GridLook): ReactNode {
  const { span, lane } = placed;
  const { item, from, to } = span;
  return (
    <span
      key={item.id}
      className={look.bars[item.status]}
      style={{
        top: lane * look.lanePx,
        height: look.lanePx - 2,
        left: `calc(${percent(from, look.columns)} + 2px)`,
        width: `calc(${percent(to - from, look.columns)} - 4px)`,
      }}
      title={wordsOf(item, look.t, look.locale)}
      data-item={item.id}
      data-column={Math.floor(from) + 1}
      data-status={item.status}
      data-testid="week-bar"
    >
      {words(placed, look)}
    </span>
  );
}

function useLook({ columns, byHours, lanePx, laid }: BarsProps): GridLook {
  const week = useWeekStyles();
  const styles = useBarStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const tall = byHours && laid.lanes === 1;
  return useMemo(() => {
    const of = (status: WeekItem['status']) =>
      mergeClasses(styles.bar, styles[status], week.placedBar, byHours && styles.open);
    const [FREE, TENTATIVE, BUSY] = [of('FREE'), of('TENTATIVE'), of('BUSY')];
    const bars = { FREE, TENTATIVE, BUSY, OOF: of('OOF'), ELSEWHERE: of('ELSEWHERE') };
    const runningOver = mergeClasses(styles.running, tall && styles.runningTall);
    return { styles, t, locale, bars, runningOver, columns, byHours, lanePx, wrapped: false, tall };
  }, [week, styles, t, locale, columns, byHours, lanePx, tall]);
}

export interface BarsProps {
  readonly laid: Laid<ItemSpan>;
  readonly columns: number;
  readonly byHours: boolean;
  readonly lanePx: number;
}

/** What lies over the cells, for the eye and the pointer: the cells themselves say the same in words. */
export function Bars(props: BarsProps) {
  const styles = useWeekStyles();
  const look = useLook(props);
  const { laid, columns, lanePx } = props;
  const { shown, hidden, lanes } = laid;
  return (
    <td aria-hidden className={styles.bars} style={{ left: NAME_WIDTH }}>
      {shown.map((placed) => bar(placed, look))}
      {hidden.map((count, column) =>
        count === 0 ? null : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={column}
            className={styles.more}
            style={{ top: (lanes - 1) * lanePx, left: percent(column, columns), width: percent(1, columns) }}
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
