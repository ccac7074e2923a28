import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { Bars } from './Bars.tsx';
import type { Column } from './columns.ts';
import { template } from './GridHead.tsx';
import type { GridLine } from './grid-model.ts';
import { cellWords, syncWords } from './item-words.ts';
import { weekText } from './text.ts';
import { useWeekStyles } from './Week.styles.ts';
import { isWeekend } from './week-days.ts';

type PersonLine = Extract<GridLine, { kind: 'person' }>;

interface Stands {
  readonly at: number;
  /** In pixels, from the first row. */
  readonly top: number;
}

export interface GridRowProps extends Stands {
  readonly line: PersonLine;
  readonly columns: readonly Column[];
  readonly today: string;
  /** The cell that Tab leads to, if it is one of this row. */
  readonly active: number | null;
  readonly isMe: boolean;
  /** Where one unit is shown the page names it. */
  readonly withUnit: boolean;
}

function Person({ line, active, isMe, withUnit }: Pick<GridRowProps, 'line' | 'active' | 'isMe' | 'withUnit'>) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const { person } = line.row;
  const sync = syncWords(line.row, t);
  const post = withUnit ? `${person.unitName} ${person.postTitle}` : person.postTitle;
  return (
    <th
      scope="row"
      aria-colindex={1}
      tabIndex={active === 0 ? 0 : -1}
      data-column={0}
      className={mergeClasses(styles.person, styles.focusable, isMe && styles.mine)}
    >
      <span className={styles.name} title={person.name}>
        {person.name}
      </span>
      <span className={styles.small} title={post}>
        {post}
      </span>
      {sync ? (
        <span className={mergeClasses(styles.small, styles.warn)} title={sync.why} data-testid="week-synced">
          {sync.short}
        </span>
      ) : null}
    </th>
  );
}

/** One person: the name, a cell for each column, and over the cells the bars of what lies there. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { line, at, top, columns, today, active, isMe, withUnit } = props;
  const styles = useWeekStyles();
  const t = useText(weekText);
  const locale = useLocale();
  const dayClass = ({ day, hour, holiday }: Column) =>
    mergeClasses((isWeekend(day) || holiday !== null) && styles.closed, hour === null && day === today && styles.today);
  return (
    <tr
      aria-rowindex={at + 2}
      className={mergeClasses(styles.row, styles.placed)}
      style={{
        gridTemplateColumns: template(columns.length),
        height: line.height,
        transform: `translateY(${top}px)`,
      }}
      data-line={at}
      data-testid="week-row"
      data-staff-id={line.key}
    >
      <Person {...{ line, active, isMe, withUnit }} />
      {columns.map((column, index) => (
        <td
          key={column.key}
          aria-colindex={index + 2}
          aria-label={cellWords(line.row, column, { t, locale })}
          tabIndex={active === index + 1 ? 0 : -1}
          className={mergeClasses(styles.cell, styles.focusable, dayClass(column))}
          data-column={index + 1}
          data-testid="week-cell"
        />
      ))}
      <Bars laid={line.laid} columns={columns.length} byHours={columns[0]?.hour !== null} lanePx={line.lanePx} />
    </tr>
  );
});

interface UnitRowProps extends Stands {
  readonly line: Extract<GridLine, { kind: 'unit' }>;
  readonly columns: number;
}

/** The name of a unit over its people. */
export function UnitRow({ line, at, top, columns }: UnitRowProps) {
  const styles = useWeekStyles();
  return (
    <tr
      aria-rowindex={at + 2}
      className={mergeClasses(styles.row, styles.placed)}
      style={{ height: line.height, transform: `translateY(${top}px)` }}
      data-testid="week-unit"
    >
      <th scope="rowgroup" colSpan={columns + 1} className={styles.unit}>
        {line.name}
      </th>
    </tr>
  );
}
