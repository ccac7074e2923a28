import { CsvError, parse } from 'csv-parse/sync';
import {
  type CsvEncoding,
  decodedText,
  type ErrorParams,
  typedLine,
  type Unmappable,
  writeCsv,
} from '../../shared/index.ts';
import type { TermKind } from './glossary.ts';
import { BETWEEN, type TermContent, tidied } from './keeping.ts';

const COLUMNS = ['会議体', '表記', '読み', '種別', '誤認識'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

const KINDS: Readonly<Record<TermKind, string>> = {
  ...{ PERSON: '人名', PLACE: '地名', UNIT: '部署', PROJECT: '事業名', OTHER: 'その他' },
};
const LONGEST = 100;
const MOST_HEARD = 20;

/** Something in the file that cannot be taken in, by the code of its sentence. */
export interface Problem {
  readonly line: number;
  readonly column: Column | null;
  readonly value: string;
  readonly code: `minutes.glossary_csv_${string}` | `minutes.${'term_there' | 'heard_taken' | 'heard_is_term'}`;
  readonly params: ErrorParams;
}

export interface TermLine {
  readonly line: number;
  readonly content: TermContent;
}

export interface ReadTerms {
  readonly lines: readonly TermLine[];
  readonly problems: readonly Problem[];
}

/** 会議体 as people name it in a file. */
export interface NamedBody {
  readonly id: string;
  readonly name: string;
}

interface Read {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

const problem = (line: number, code: Problem['code'], at: Partial<Problem> = {}): Problem => ({
  ...{ line, code, column: null, value: '', params: {} },
  ...at,
});

// `writeCsv` puts the sign before what a spreadsheet would work out.
const plain = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@＝＋－＠])/u, '').trim();

function bodyIdOf(cell: string, bodies: readonly NamedBody[]): string | null | undefined {
  if (cell === '') return null;
  return bodies.find(({ id, name }) => name === cell || id === cell)?.id;
}

const kindOf = (cell: string): TermKind | undefined =>
  cell === '' ? 'OTHER' : (Object.keys(KINDS) as TermKind[]).find((kind) => KINDS[kind] === cell || kind === cell);

const isLine = (text: string): boolean => typedLine(LONGEST).safeParse(text).success;

function readLine({ record, info: { lines: line } }: Read, bodies: readonly NamedBody[]): TermLine | Problem {
  const wrong = (column: Column, value: string): Problem =>
    problem(line, 'minutes.glossary_csv_wrong', { column, value, params: { column, value } });
  const cell = (column: Column) => plain(record[column]);
  const [body, written, reading, kindName] = [cell('会議体'), cell('表記'), cell('読み'), cell('種別')];
  const bodyId = bodyIdOf(body, bodies);
  if (bodyId === undefined) return wrong('会議体', body);
  if (!isLine(written)) return wrong('表記', written);
  if (reading !== '' && !isLine(reading)) return wrong('読み', reading);
  const kind = kindOf(kindName);
  if (kind === undefined) return wrong('種別', kindName);
  const content = tidied({ bodyId, written, reading, kind, heard: [cell('誤認識')] });
  if (content.heard.length > MOST_HEARD || !content.heard.every(isLine)) return wrong('誤認識', cell('誤認識'));
  return { line, content };
}

class MissingColumn extends Error {}

function cellsOf(text: string): Read[] | Problem {
  try {
    const rows: unknown = parse(text, {
      ...{ bom: true, trim: true, info: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] },
      columns: (header: string[]) => {
        if (!header.includes('表記')) throw new MissingColumn();
        return header;
      },
    });
    return rows as Read[];
  } catch (error) {
    if (error instanceof MissingColumn)
      return problem(1, 'minutes.glossary_csv_no_column', { column: '表記', params: { column: '表記' } });
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
    return problem(line, 'minutes.glossary_csv_broken');
  }
}

/** Reads a 用語集 in CSV, UTF-8 or Shift_JIS: 表記 is needed, the other columns may be left out. Everything wrong is listed. */
export function readTermsCsv(bytes: Uint8Array, bodies: readonly NamedBody[]): ReadTerms {
  const { text, damaged } = decodedText(bytes);
  // PostgreSQL keeps no NUL.
  if (text.includes('\0') || damaged > 0) return { lines: [], problems: [problem(1, 'minutes.glossary_csv_broken')] };
  const read = cellsOf(text);
  if (!Array.isArray(read)) return { lines: [], problems: [read] };
  if (read.length === 0) return { lines: [], problems: [problem(1, 'minutes.glossary_csv_empty')] };
  const found = read.map((one) => readLine(one, bodies));
  return {
    lines: found.filter((one) => 'content' in one),
    problems: found.filter((one) => 'code' in one),
  };
}

export interface WrittenTerms {
  readonly bytes: Uint8Array;
  readonly unmappable: readonly Unmappable[];
}

/** The same columns, so that what is written can be changed in a spreadsheet and taken in again. */
export const writeTermsCsv = (
  terms: readonly TermContent[],
  bodies: readonly NamedBody[],
  encoding: CsvEncoding,
): WrittenTerms =>
  writeCsv(
    [
      COLUMNS,
      ...terms.map(({ bodyId, written, reading, kind, heard }) => [
        ...[bodies.find(({ id }) => id === bodyId)?.name ?? bodyId ?? '', written, reading, KINDS[kind]],
        heard.join(BETWEEN),
      ]),
    ],
    encoding,
  );
