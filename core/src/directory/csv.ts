import { CsvError, parse } from 'csv-parse/sync';
import { decodedText, KaigiError, type LocalDate, readDay } from '../shared/index.ts';
import { type CsvProblem, type Role, RoleSchema } from './contract.ts';
import { problemsBetweenLines } from './csv-lines.ts';
import type { Rank, UnitKind } from './rules.ts';

/** One line of the posts CSV: an appointment, or a vacant post when `signInName` is null. */
export interface PostLine {
  /** Where it stands in the file; the header is line 1. */
  readonly line: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly parentCode: string | null;
  readonly postCode: string;
  readonly postTitle: string;
  readonly rank: Rank;
  readonly headsUnit: boolean;
  readonly signInName: string | null;
  readonly concurrent: boolean;
  readonly roles: readonly Role[];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const COLUMNS = [
  '所属コード',
  '所属名',
  '所属種別',
  '上位所属コード',
  '職コード',
  '職名',
  '職位',
  '所属長',
  '職員(サインイン名)',
  '兼務',
  '役割',
  '開始日',
  '終了日',
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;

const KINDS: readonly UnitKind[] = ['BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH'];
const RANKS: readonly Rank[] = [
  'MAYOR',
  'DEPUTY_MAYOR',
  'BUREAU_HEAD',
  'WARD_HEAD',
  'DEPARTMENT_HEAD',
  'SECTION_HEAD',
  'DEPUTY_SECTION_HEAD',
  'SUBSECTION_HEAD',
  'CHIEF',
  'STAFF',
];

const flag = (text: string): boolean | null => (text === '1' ? true : text === '0' || text === '' ? false : null);

function readLine(line: number, cells: Cells): PostLine | CsvProblem {
  const wrong = (column: Column): CsvProblem => ({ line, column, value: cells[column], code: 'wrong_value' });
  const kind = KINDS.find((candidate) => candidate === cells.所属種別);
  if (!kind) return wrong('所属種別');
  const rank = RANKS.find((candidate) => candidate === cells.職位);
  if (!rank) return wrong('職位');
  const empty = (['所属コード', '所属名', '職コード', '職名'] as const).find((column) => cells[column] === '');
  if (empty) return { line, column: empty, value: '', code: 'empty' };
  const from = readDay(cells.開始日);
  if (!from) return wrong('開始日');
  const to = cells.終了日 === '' ? null : readDay(cells.終了日);
  if (cells.終了日 !== '' && (!to || to <= from)) return wrong('終了日');
  const roles = RoleSchema.array().safeParse(cells.役割 === '' ? [] : cells.役割.split('|').map((role) => role.trim()));
  if (!roles.success) return wrong('役割');
  const headsUnit = flag(cells.所属長);
  if (headsUnit === null) return wrong('所属長');
  const concurrent = flag(cells.兼務);
  if (concurrent === null) return wrong('兼務');
  return {
    line,
    unitCode: cells.所属コード,
    unitName: cells.所属名,
    unitKind: kind,
    parentCode: cells.上位所属コード || null,
    postCode: cells.職コード,
    postTitle: cells.職名,
    rank,
    headsUnit,
    signInName: cells['職員(サインイン名)'].toLowerCase() || null,
    concurrent,
    roles: roles.data,
    from,
    to,
  };
}

const SHOWN = 100;

function refused(code: 'directory.csv_unreadable' | 'directory.csv_rows', problems: readonly CsvProblem[]): KaigiError {
  return new KaigiError('bad-input', code, { count: problems.length }, problems.slice(0, SHOWN));
}

interface Read {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

function readCells(bytes: Uint8Array): Read[] {
  const unreadable = (code: CsvProblem['code'], line: number, column: string | null = null) =>
    refused('directory.csv_unreadable', [{ line, column, value: '', code }]);
  const { text } = decodedText(bytes);
  // PostgreSQL keeps no NUL, and no list of people has one.
  if (text.includes('\0')) throw unreadable('broken_line', text.slice(0, text.indexOf('\0')).split('\n').length);
  try {
    const rows: unknown = parse(text, {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      columns: (header: string[]) => {
        const missing = COLUMNS.filter((column) => !header.includes(column));
        if (missing.length === 0) return header;
        throw refused(
          'directory.csv_unreadable',
          missing.map((column) => ({ line: 1, column, value: '', code: 'missing_column' })),
        );
      },
    });
    return rows as Read[];
  } catch (error) {
    if (error instanceof KaigiError) throw error;
    throw unreadable('broken_line', error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1);
  }
}

/**
 * Reads the CSV of posts (docs/administrators: 職の一覧). All errors are listed together; nothing is half-read.
 * @throws bad-input `directory.csv_unreadable`, `directory.csv_rows`, each with its `CsvProblem`s as `present`
 */
export function readPostsCsv(bytes: Uint8Array): PostLine[] {
  const read = readCells(bytes).map(({ record, info }) => readLine(info.lines, record));
  // An empty list would end every post of the city; it is a mistake, whoever made it.
  if (read.length === 0)
    throw refused('directory.csv_unreadable', [{ line: 1, column: null, value: '', code: 'no_lines' }]);
  const lines = read.filter((line): line is PostLine => !('code' in line));
  const wrong = read.filter((line): line is CsvProblem => 'code' in line);
  // A wrong line may be the one that another line needs, so those between the lines are said of a clean list only.
  const problems = wrong.length > 0 ? wrong : problemsBetweenLines(lines);
  if (problems.length > 0) throw refused('directory.csv_rows', problems);
  return lines;
}
