import { mergeClasses } from '@fluentui/react-components';
import { dayOfWeek, localDateOf } from '@kaigi/core/shared';
import { memo } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import type { Column } from './columns.ts';
import { weekText } from './text.ts';
import { useWeekStyles } from './Week.styles.ts';
import { shortDay } from './week-days.ts';

export const NAME_WIDTH = '11rem';
export const template = (columns: number): string => `${NAME_WIDTH} repeat(${columns}, minmax(0, 1fr))`;

function DayHead({ column, isToday }: { readonly column: Column; readonly isToday: boolean }) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const { day, hour, holiday } = column;
  if (hour !== null) return <span>{t('week.hour', { hour })}</span>;
  const isRed = dayOfWeek(day) === 0 || holiday !== null;
  const tone = mergeClasses(isRed && styles.sunday, dayOfWeek(day) === 6 && styles.saturday);
  const notes = [isToday ? t('week.today') : null, holiday].filter((one) => one !== null).join(' ');
  return (
    <>
      <span className={tone}>{shortDay(day, locale)}</span>
      {notes === '' ? null : (
        <span className={mergeClasses(styles.columnNote, tone)} title={notes}>
          {notes}
        </span>
      )}
    </>
  );
}

interface HeadProps {
  /** Over the names. */
  readonly corner: string;
  readonly columns: readonly Column[];
  readonly now: number;
}

/** The days or the hours over the columns; it stays while the rows move. */
export const GridHead = memo(function GridHead({ corner, columns, now }: HeadProps) {
  const styles = useWeekStyles();
  const today = localDateOf(new Date(now));
  return (
    <thead className={styles.headRows}>
      <tr
        aria-rowindex={1}
        className={mergeClasses(styles.row, styles.headRow)}
        style={{ gridTemplateColumns: template(columns.length) }}
      >
        <th scope="col" aria-colindex={1} className={mergeClasses(styles.columnHead, styles.corner)}>
          {corner}
        </th>
        {columns.map((column, at) => {
          const isNow = column.hour === null ? column.day === today : column.from <= now && now < column.to;
          return (
            <th
              key={column.key}
              scope="col"
              aria-colindex={at + 2}
              aria-current={isNow ? (column.hour === null ? 'date' : 'time') : undefined}
              className={mergeClasses(styles.columnHead, isNow && styles.todayHead)}
              data-testid="week-column"
            >
              <DayHead column={column} isToday={isNow} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
