import { CsvError, parse } from 'csv-parse/sync';
import { dayTyped, decodedText, KaigiError, type LocalDate } from '../../shared/index.ts';
import type { NamedDay, Shift } from '../working-time/pattern.ts';
import { DAY, type Span } from '../working-time/span.ts';
import type { HoursCsvProblem } from './contract.ts';

export interface Line<T> {
  readonly line: number;
  readonly signInName: string;
  readonly said: T;
}

export interface TermsSaid {
  readonly from: LocalDate;
  readonly employment: string;
  readonly patternId: string;
}

export interface RosterSaid {
  readonly date: LocalDate;
  /** Null: as the pattern says. */
  readonly is: NamedDay['is'] | null;
}

const SHOWN = 100;

export const refusedCsv = (
  code: 'telework.hours_csv_unreadable' | 'telework.hours_csv_rows',
  problems: readonly HoursCsvProblem[],
): KaigiError => new KaigiError('bad-input', code, { count: problems.length }, problems.slice(0, SHOWN));

type Cells = Readonly<Record<string, string>>;
interface Read {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

const unreadable = (code: HoursCsvProblem['code'], line: number, column: string | null = null) =>
  refusedCsv('telework.hours_csv_unreadable', [{ line, column, value: '', code }]);

function readCells(bytes: Uint8Array, columns: readonly string[]): Read[] {
  const { text } = decodedText(bytes);
  if (text.includes('\0')) throw unreadable('broken_line', text.slice(0, text.indexOf('\0')).split('\n').length);
  try {
    const rows: unknown = parse(text, {
      ...{ bom: true, trim: true, info: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] },
      columns: (header: string[]) => {
        const missing = columns.find((column) => !header.includes(column));
        if (missing !== undefined) throw unreadable('missing_column', 1, missing);
        return header;
      },
    });
    return rows as Read[];
  } catch (error) {
    if (error instanceof KaigiError) throw error;
    throw unreadable('broken_line', error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1);
  }
}

const WHO = '職員(サインイン名)';

interface Reading<T> {
  readonly columns: readonly string[];
  /** What a line says, or the column that is wrong. */
  readonly read: (cells: Cells) => T | string;
}

/** Everything wrong is listed together; nothing is half-read. */
function readLines<T extends object>(bytes: Uint8Array, { columns, read }: Reading<T>): Line<T>[] {
  const cells = readCells(bytes, [WHO, ...columns]);
  if (cells.length === 0) throw unreadable('no_lines', 1);
  const problems: HoursCsvProblem[] = [];
  const lines = cells.flatMap(({ record, info: { lines: line } }): Line<T>[] => {
    const signInName = (record[WHO] ?? '').toLowerCase();
    const said = signInName === '' ? WHO : read(record);
    if (typeof said !== 'string') return [{ line, signInName, said }];
    problems.push({ line, column: said, value: (record[said] ?? '').slice(0, 100), code: 'wrong_value' });
    return [];
  });
  if (problems.length > 0) throw refusedCsv('telework.hours_csv_rows', problems);
  return lines;
}

/** `2026-04-01` and `2026/4/1`. */
function dayFrom(text = ''): LocalDate | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.normalize('NFKC').trim());
  return dayTyped(`${match?.[1]}-${match?.[2]?.padStart(2, '0')}-${match?.[3]?.padStart(2, '0')}`);
}

/** 勤務条件の一覧: who, from when, in which employment, by which pattern. */
export const readTermsCsv = (bytes: Uint8Array): Line<TermsSaid>[] =>
  readLines(bytes, {
    columns: ['開始日', '任用', '勤務パターン'],
    read: (cells) => {
      const from = dayFrom(cells.開始日);
      if (!from) return '開始日';
      const [employment = '', patternId = ''] = [cells.任用, cells.勤務パターン];
      return { from, employment, patternId };
    },
  });

const HOURS = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;

function spanIn(text: string): Span | null {
  const [, ...numbers] = HOURS.exec(text)?.map(Number) ?? [];
  const [hour = 0, minute = 0, toHour = 0, toMinute = 0] = numbers;
  if (numbers.length < 4 || minute > 59 || toMinute > 59) return null;
  const [from, to] = [60 * hour + minute, 60 * toHour + toMinute];
  // The latest is midnight of the day after.
  return from < to && to <= 2 * DAY ? { from, to } : null;
}

const MOST_BREAKS = 10;

/** `16:30-33:00/24:00-26:00`: the hours, then each break. */
function shiftIn(text: string): Shift | null {
  const parts = text.split('/');
  if (parts.length > MOST_BREAKS + 1) return null;
  const [hours, ...breaks] = parts.map((part) => spanIn(part.trim()));
  if (!hours || hours.from >= DAY || breaks.some((one) => one === null || one.from < hours.from || one.to > hours.to))
    return null;
  return { shiftId: text, ...hours, breaks: breaks.flatMap((one) => one ?? []) };
}

const DAYS_OFF: Readonly<Record<string, RosterSaid['is']>> = {
  週休: 'DAY_OFF',
  休: 'DAY_OFF',
  法休: 'STATUTORY_DAY_OFF',
  '-': null,
};

/** 勤務割: who, which day, and the shift by its id in the city's patterns, by its hours, or as a day off. */
export const readRosterCsv = (bytes: Uint8Array, shifts: ReadonlyMap<string, Shift>): Line<RosterSaid>[] =>
  readLines(bytes, {
    columns: ['日付', '勤務'],
    read: (cells) => {
      const date = dayFrom(cells.日付);
      if (!date) return '日付';
      const word = (cells.勤務 ?? '').normalize('NFKC').trim();
      if (Object.hasOwn(DAYS_OFF, word)) return { date, is: DAYS_OFF[word] ?? null };
      const is = shifts.get(word) ?? shiftIn(word);
      return is ? { date, is } : '勤務';
    },
  });
