import { CsvError, parse } from 'csv-parse/sync';
import { clockTime, instantTime } from './clock-time.ts';
import { type Column, type Columns, columnsNamed, columnsSeen, type Unit } from './table-columns.ts';
import type { Found, FoundCue, Oddities } from './transcript.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** RFC 4180, and with quotes as people leave them where that fails; so many rows at most. */
export function rowsOf(text: string, delimiter: ',' | '\t' | ';', most: number): Row[] | null {
  const options = {
    to: most,
    ...{ bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true, delimiter },
    record_delimiter: ['\r\n', '\n', '\r'],
  };
  for (const relaxed of [{}, { relax_quotes: true }, { quote: false as const }]) {
    try {
      const read: unknown = parse(text, { ...options, ...relaxed });
      const rows = read as readonly { record: string[]; info: { lines: number } }[];
      return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  }
  return null;
}

const NUMBER = /^-?\d{1,12}(?:[.,]\d+)?$/;
/** Nobody speaks faster than so many letters a second. */
const FASTEST = 40;

const numberOf = (cell: string): number | null => (NUMBER.test(cell) ? Number(cell.replace(',', '.')) : null);

/** Whisper writes milliseconds under `start`, others seconds: nobody says an hour's text in four seconds. */
function unitOf(cells: readonly string[], letters: number): Exclude<Unit, null> {
  const numbers = cells.flatMap((cell) => numberOf(cell) ?? []);
  if (numbers.some((value) => !Number.isInteger(value))) return 'SECONDS';
  const last = numbers.reduce((most, value) => Math.max(most, value), 0);
  return letters / FASTEST <= last / 1_000 ? 'MS' : 'SECONDS';
}

interface Times {
  readonly unit: Exclude<Unit, null>;
  /** The first instant, where times are given as days and times of day. */
  readonly zero: number;
}

function timeIn(cell: string, { unit, zero }: Times): number | null {
  const number = numberOf(cell);
  if (number !== null) return Math.round(unit === 'MS' ? number : number * 1_000);
  const instant = instantTime(cell);
  return instant === null ? clockTime(cell) : instant - zero;
}

interface Table {
  readonly rows: readonly Row[];
  readonly columns: Columns;
}

const cellOf = (row: Row, columns: Columns, column: Column): string => {
  const at = columns.at[column];
  return at === undefined ? '' : (row.cells[at] ?? '');
};

function timesOf({ rows, columns }: Table): Times {
  const starts = rows.map((row) => cellOf(row, columns, 'start'));
  const letters = rows.reduce((sum, row) => sum + cellOf(row, columns, 'text').length, 0);
  const zero = starts.reduce((least, cell) => Math.min(least, instantTime(cell) ?? least), Number.POSITIVE_INFINITY);
  return { unit: columns.unit ?? unitOf(starts, letters), zero: Number.isFinite(zero) ? zero : 0 };
}

function endOf(row: Row, columns: Columns, { startMs, times }: { startMs: number; times: Times }): number | null {
  const end = cellOf(row, columns, 'end');
  if (end !== '') return timeIn(end, times);
  const length = timeIn(cellOf(row, columns, 'length'), times);
  return length === null ? null : startMs + length;
}

const HEADINGS_WITHIN = 20;
const SEEN = 300;

function tableIn(rows: readonly Row[]): Table | null {
  for (const [at, { cells }] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = columnsNamed(cells);
    if (columns) return { rows: rows.slice(at + 1), columns };
  }
  const columns = columnsSeen(rows.slice(0, SEEN).map(({ cells }) => cells));
  return columns ? { rows, columns } : null;
}

/** A row whose time cannot be read stands where the row before it stands: its words are not lost. */
function cuesOf(table: Table, odd: Oddities): FoundCue[] {
  const { rows, columns } = table;
  const times = timesOf(table);
  const timed = columns.at.start !== undefined;
  let last = 0;
  return rows.map((row) => {
    const start = timed ? timeIn(cellOf(row, columns, 'start'), times) : 0;
    if (start === null) odd.add('row_without_time', row.line);
    const startMs = start ?? last;
    last = startMs;
    const endMs = start === null || !timed ? null : endOf(row, columns, { startMs, times });
    const speaker = cellOf(row, columns, 'speaker') || null;
    return { startMs, endMs, speaker, text: cellOf(row, columns, 'text'), line: row.line };
  });
}

/** CSV and TSV of any recogniser, by the headings in Japanese or English, or by what the columns hold. */
export function readTable(rows: readonly Row[], odd: Oddities): Found | null {
  const table = tableIn(rows);
  if (!table) return null;
  const before = rows.slice(0, rows.length - table.rows.length).map(({ cells }) => cells.join(' '));
  const starts = table.rows.map((row) => cellOf(row, table.columns, 'start'));
  const named = starts.find((cell) => instantTime(cell) !== null) ?? '';
  const timed = starts.some((cell) => cell !== '');
  return { cues: cuesOf(table, odd), timed, language: null, said: [...before, named].join('\n') };
}
