import { localDateOf } from '@kaigi/core/shared';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { placeOf } from './columns.ts';
import { GridHead, NAME_WIDTH } from './GridHead.tsx';
import { GridRow, UnitRow } from './GridRow.tsx';
import { movedBy, type Place } from './grid-keys.ts';
import type { GridModel } from './grid-model.ts';
import { weekText } from './text.ts';
import { HEAD_PX, useWeekStyles } from './Week.styles.ts';

/** What was opened: a person and a column, or all of them (null); perhaps one entry of it. */
export interface Opened {
  readonly staffId: string;
  readonly column: number | null;
  readonly itemId: string | null;
}

/** To the cell from which a dialog was opened: it is no button of the dialog's own, so nobody else leads back to it. */
export function leadBack({ staffId, column }: Opened): void {
  const cell = `[data-staff-id="${staffId}"] > [data-column="${column === null ? 0 : column + 1}"]`;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(cell)?.focus({ preventScroll: true }));
}

export interface WeekGridProps {
  readonly model: GridModel;
  readonly label: string;
  /** What the rows are: over their names. */
  readonly corner: string;
  readonly me: string;
  readonly withUnit: boolean;
  readonly busy: boolean;
  readonly onOpen: (opened: Opened) => void;
}

/** The cell that Tab leads to: it is kept by person, whatever comes or goes above. */
interface Active {
  readonly key: string;
  readonly column: number;
}

const attributeIn = (element: Element, name: string): string | null =>
  element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null;

function useGrid({ model: { lines, columns }, onOpen }: WeekGridProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState<Active | null>(null);
  const [look, setLook] = useState(0);
  const known = kept === null ? -1 : lines.findIndex(({ key }) => key === kept.key);
  const line = known < 0 ? lines.findIndex(({ kind }) => kind === 'person') : known;
  const active: Place = { line, column: Math.min(kept?.column ?? 1, columns.length) };
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (at) => lines[at]?.height ?? 0,
    getItemKey: (at) => lines[at]?.key ?? at,
    scrollPaddingStart: HEAD_PX,
    scrollMargin: HEAD_PX,
    overscan: 3,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return line < 0 || inSight.includes(line) ? inSight : [...inSight, line].sort((a, b) => a - b);
    },
  });
  // Other heights come with other days or people.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for these lines alone
  useEffect(() => virtual.measure(), [lines]);
  const latest = useRef({ virtual, active });
  latest.current = { virtual, active };
  useEffect(() => {
    if (look === 0) return;
    const { active: to } = latest.current;
    latest.current.virtual.scrollToIndex(to.line);
    const cell = `[data-line="${to.line}"] > [data-column="${to.column}"]`;
    scroll.current?.querySelector<HTMLElement>(cell)?.focus({ preventScroll: true });
  }, [look]);

  const open = ({ line: at, column }: Place, itemId: string | null) => {
    const opened = lines[at];
    if (opened?.kind !== 'person') return;
    setKept({ key: opened.key, column });
    onOpen({ staffId: opened.key, column: column === 0 ? null : column - 1, itemId });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(active, null);
      return;
    }
    const field = { people: lines.map(({ kind }) => kind === 'person'), columns: columns.length };
    const to = movedBy({ key: event.key, isCtrl: event.ctrlKey || event.metaKey }, active, field);
    const there = to && lines[to.line];
    if (!to || !there) return;
    event.preventDefault();
    setKept({ key: there.key, column: to.column });
    setLook((before) => before + 1);
  };
  const handleClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const [at, column] = [attributeIn(target, 'line'), attributeIn(target, 'column')];
    if (at !== null && column !== null) open({ line: Number(at), column: Number(column) }, attributeIn(target, 'item'));
  };
  return { scroll, active, virtual, handleKeyDown, handleClick };
}

function NowLine({ now, columns }: { readonly now: number } & Pick<GridModel, 'columns'>) {
  const styles = useWeekStyles();
  const t = useText(weekText);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || first.hour === null || now < first.from || now >= last.to) return null;
  return (
    <div aria-hidden className={styles.nowFrame} style={{ insetInlineStart: NAME_WIDTH }}>
      <div
        className={styles.now}
        style={{ insetInlineStart: `${(100 * placeOf(now, columns)) / columns.length}%` }}
        title={t('week.now')}
        data-testid="week-now"
      />
    </div>
  );
}

function Rows({ grid, props, today }: RowsProps) {
  const styles = useWeekStyles();
  const { virtual, active } = grid;
  const { model, me, withUnit } = props;
  const { columns, lines } = model;
  return (
    <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const line = lines[index];
        const stands = { at: index, top: start - HEAD_PX };
        if (!line) return null;
        if (line.kind === 'unit') return <UnitRow key={key} {...{ ...stands, line }} columns={columns.length} />;
        return (
          <GridRow
            key={key}
            {...{ ...stands, line, columns, today, withUnit }}
            active={active.line === index ? active.column : null}
            isMe={line.key === me}
          />
        );
      })}
    </tbody>
  );
}
interface RowsProps {
  readonly grid: ReturnType<typeof useGrid>;
  readonly props: WeekGridProps;
  readonly today: string;
}

/** People by days or by hours; of a hundred rows those in sight are there. */
export function WeekGrid(props: WeekGridProps) {
  const { model, label, corner, busy } = props;
  const styles = useWeekStyles();
  const t = useText(weekText);
  const helpId = useId();
  const now = useNow();
  const grid = useGrid(props);
  const { columns, lines } = model;
  return (
    <div ref={grid.scroll} className={styles.grid} data-testid="week-scroll">
      <p id={helpId} hidden>
        {t('week.grid.help')}
      </p>
      <div className={styles.inner}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table through which arrow keys lead is a grid
          role="grid"
          aria-label={label}
          aria-describedby={helpId}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + 1}
          aria-busy={busy}
          className={styles.table}
          onKeyDown={grid.handleKeyDown}
          onClick={grid.handleClick}
          data-testid="week-grid"
        >
          <GridHead corner={corner} columns={columns} now={now} />
          <Rows grid={grid} props={props} today={localDateOf(new Date(now))} />
        </table>
        <NowLine now={now} columns={columns} />
      </div>
    </div>
  );
}
