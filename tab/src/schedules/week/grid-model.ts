import type { WeekRow, WeekView } from '@kaigi/core/contract';
import { type Column, columnsOf, type ItemSpan, type Line, linesOf, spansOf } from './columns.ts';
import { type Laid, layOut } from './lanes.ts';

/** More than this in a day is opened by 「+3」. */
const MOST_LANES = 5;
const UNIT_PX = 30;
const NAMED_PX = 52;
const NOTED_PX = 68;
const AROUND_PX = 8;

export type GridLine =
  | { readonly kind: 'unit'; readonly key: string; readonly name: string; readonly height: number }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly row: WeekRow;
      readonly laid: Laid<ItemSpan>;
      readonly lanePx: number;
      readonly height: number;
    };

export interface GridModel {
  readonly columns: readonly Column[];
  readonly lines: readonly GridLine[];
}

const isNoted = ({ synced: { stale, problem } }: WeekRow): boolean => stale || problem !== null;

function gridLine(line: Line, columns: readonly Column[], lanePx: number): GridLine {
  if (line.kind === 'unit') return { ...line, height: UNIT_PX };
  const laid = layOut(spansOf(line.row.items, columns), { columns: columns.length, most: MOST_LANES });
  const named = isNoted(line.row) ? NOTED_PX : NAMED_PX;
  // Among hours bars are short: where one lane is enough it has two lines.
  const px = columns[0]?.hour !== null && laid.lanes === 1 ? 2 * lanePx : lanePx;
  return { ...line, laid, lanePx: px, height: Math.max(named, laid.lanes * px + AROUND_PX) };
}

/** Everything that the grid shows, with the height of every line: none is measured while one scrolls. */
export function gridModel(view: Pick<WeekView, 'days' | 'rows'>, me: string, lanePx: number): GridModel {
  const columns = columnsOf(view);
  return { columns, lines: linesOf(view.rows, me).map((line) => gridLine(line, columns, lanePx)) };
}
