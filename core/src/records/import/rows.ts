import { badInput } from '../../shared/index.ts';
import { type Column, columnsOf } from './rules.ts';
import type { Line, Table } from './table.ts';

const HEAD_WITHIN = 10;

export type Columns = ReadonlyMap<Column, number>;

export interface Rows {
  readonly headAt: number;
  readonly columns: Columns;
}

/** The line of heads: among the first, below a title perhaps. @throws bad-input */
export function headOf({ lines }: Table): Rows {
  let at = 0;
  for (const { line, cells } of lines()) {
    const columns = columnsOf(cells);
    if (columns) return { headAt: line, columns };
    at += 1;
    if (at >= HEAD_WITHIN) break;
  }
  throw badInput('records.import_no_head');
}

export function* below({ lines }: Table, { headAt }: Rows): Generator<Line> {
  for (const one of lines()) if (one.line > headAt && one.cells.some((cell) => cell !== '')) yield one;
}
