import { numberLabel } from '../../regulations/index.ts';
import { badInput, warekiFiscalYear } from '../../shared/index.ts';
import type { At } from '../register/at.ts';
import { below, type Columns, type Rows } from './rows.ts';
import { type LegacyRow, readRow, type Said } from './rules.ts';
import { begunRuns, keyOf, type Run, standing } from './store.ts';
import type { Line, Table } from './table.ts';

const BATCH = 1_000;
/** Of each list in the report: the rest is only counted. */
export const SHOWN = 100;

export interface Named extends Said {
  readonly line: number;
}

/** What is found while the file is read once; nothing of a row is kept but its number. */
export class Look {
  readonly errors: Named[] = [];
  readonly warnings: Named[] = [];
  readonly sample: LegacyRow[] = [];
  readonly runs = new Map<string, { symbol: string; fiscalYear: number; numbers: number[] }>();
  private readonly lineOf = new Map<string, number>();
  rows = 0;
  known = 0;
  errorCount = 0;
  warningCount = 0;

  error(one: Named): void {
    this.errorCount += 1;
    if (this.errors.length < SHOWN) this.errors.push(one);
  }

  warn(one: Named): void {
    this.warningCount += 1;
    if (this.warnings.length < SHOWN) this.warnings.push(one);
  }

  take({ line, cells }: Line, columns: Columns): LegacyRow | null {
    this.rows += 1;
    const { row, errors, warnings } = readRow(cells, columns);
    for (const one of errors) this.error({ ...one, line });
    for (const one of warnings) this.warn({ ...one, line });
    if (!row) return null;
    const key = keyOf(row);
    const before = this.lineOf.get(key);
    if (before !== undefined) {
      const params = { number: numberLabel(row.symbol, row.number, row.branch), other: before };
      this.error({ line, column: '番号', code: 'records.import_twice', params });
      return null;
    }
    this.lineOf.set(key, line);
    const run = this.runs.get(`${row.fiscalYear}/${row.symbol}`) ?? {
      symbol: row.symbol,
      fiscalYear: row.fiscalYear,
      numbers: [],
    };
    if (row.branch === 0) run.numbers.push(row.number);
    this.runs.set(`${row.fiscalYear}/${row.symbol}`, run);
    if (this.sample.length < 5) this.sample.push(row);
    return row;
  }

  line(key: string): number {
    return this.lineOf.get(key) ?? 0;
  }

  highest(): Run[] {
    return [...this.runs.values()].flatMap(({ symbol, fiscalYear, numbers }) =>
      numbers.length === 0
        ? []
        : [{ symbol, fiscalYear, highest: numbers.reduce((most, one) => Math.max(most, one), 0) }],
    );
  }
}

export function* batches(rows: Iterable<LegacyRow | null>): Generator<LegacyRow[]> {
  let batch: LegacyRow[] = [];
  for (const row of rows) {
    if (row) batch.push(row);
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

export function* taken(look: Look, table: Table, rows: Rows): Generator<LegacyRow | null> {
  for (const line of below(table, rows)) yield look.take(line, rows.columns);
}

const sameAsBefore = (row: LegacyRow, there: { origin: string; title: string }): boolean =>
  there.origin === 'IMPORTED' && there.title === row.title;

/** Reads the file once, beside what stands in the register. */
export async function lookOver(at: At, table: Table, rows: Rows): Promise<Look> {
  const look = new Look();
  for (const batch of batches(taken(look, table, rows))) {
    const there = await standing(at.tx, batch);
    for (const row of batch) {
      const before = there.get(keyOf(row));
      if (!before) continue;
      look.known += 1;
      const params = {
        number: numberLabel(row.symbol, row.number, row.branch),
        title: before.origin === 'IMPORTED' ? before.title : '―',
      };
      if (!sameAsBefore(row, before))
        look.error({ line: look.line(keyOf(row)), column: '番号', code: 'records.import_taken', params });
    }
  }
  if (look.rows === 0) throw badInput('records.import_empty');
  for (const { symbol, fiscalYear, highest } of await begunRuns(at.tx, look.highest())) {
    const params = { symbol, year: warekiFiscalYear(fiscalYear), highest };
    if (look.known < look.rows) look.error({ line: 0, column: null, code: 'records.import_overlaps', params });
  }
  return look;
}
