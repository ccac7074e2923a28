import { mergeClasses } from '@fluentui/react-components';
import { useLocale, useText } from '../../app/locale.ts';
import { useBarStyles } from './Bar.styles.ts';
import { BarContent, shortTime } from './BarContent.tsx';
import type { ItemSpan } from './columns.ts';
import { NAME_WIDTH } from './GridHead.tsx';
import { whenOf, wordsOf } from './item-words.ts';
import type { Laid, Placed } from './lanes.ts';
import { weekText } from './text.ts';
import { LANE_PX, useWeekStyles } from './Week.styles.ts';

const percent = (part: number, of: number): string => `${(100 * part) / of}%`;

interface BarProps extends Omit<BarsProps, 'laid'> {
  readonly placed: Placed<ItemSpan>;
}

function Bar({ placed, columns, byHours }: BarProps) {
  const styles = useWeekStyles();
  const bars = useBarStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const { item, from, to } = placed.span;
  const isLong = to - from > 1 && !item.allDay;
  // Among hours its place tells when it begins.
  const short = byHours ? null : shortTime(item);
  return (
    <span
      className={mergeClasses(bars.bar, bars[item.status], styles.placedBar)}
      style={{
        top: placed.lane * LANE_PX,
        insetInlineStart: `calc(${percent(from, columns)} + 2px)`,
        width: `calc(${percent(to - from, columns)} - 4px)`,
      }}
      title={wordsOf(item, t, locale)}
      data-item={item.id}
      data-column={Math.floor(from) + 1}
      data-status={item.status}
      data-testid="week-bar"
    >
      <BarContent item={item} time={isLong ? whenOf(item, t, locale) : short} t={t} />
    </span>
  );
}

export interface BarsProps {
  readonly laid: Laid<ItemSpan>;
  readonly columns: number;
  readonly byHours: boolean;
}

/** What lies over the cells, for the eye and the pointer: the cells themselves say the same in words. */
export function Bars({ laid: { shown, hidden, lanes }, columns, byHours }: BarsProps) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  return (
    <span aria-hidden className={styles.bars} style={{ insetInlineStart: NAME_WIDTH }}>
      {shown.map((placed) => (
        <Bar key={placed.span.item.id} {...{ placed, columns, byHours }} />
      ))}
      {hidden.map((count, column) =>
        count === 0 ? null : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
            key={column}
            className={styles.more}
            style={{
              top: (lanes - 1) * LANE_PX,
              insetInlineStart: percent(column, columns),
              width: percent(1, columns),
            }}
            data-column={column + 1}
            data-testid="week-more"
          >
            {t('week.more', { count })}
          </span>
        ),
      )}
    </span>
  );
}
