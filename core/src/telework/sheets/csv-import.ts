import { CsvError, parse } from 'csv-parse/sync';
import { badInput, decodedText, type Locale } from '../../shared/index.ts';
import type { Imported } from './closing-contract.ts';
import { words } from './words.ts';

export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST = 200_000;
// Beyond this it is another file: reading it would hold up everybody.
const MOST_BYTES = 20 * 1024 * 1024;

/** @throws bad-input `telework.sheet_import_file`, `…_columns`, `…_rows` */
export function csvLines(bytes: Uint8Array | null, columns: readonly string[]): CsvLine[] {
  if (!bytes || bytes.length === 0) throw badInput('telework.sheet_import_file');
  if (bytes.length > MOST_BYTES) throw badInput('telework.sheet_import_rows', { most: MOST });
  const { text } = decodedText(bytes);
  // What holds U+0000 is no text, whatever its name ends in.
  if (text.includes('\0')) throw badInput('telework.sheet_import_file');
  try {
    const rows = parse(text, {
      ...{ bom: true, trim: true, info: true, skip_empty_lines: true, relax_column_count: true, to: MOST + 1 },
      record_delimiter: ['\r\n', '\n', '\r'],
      columns: (header: string[]) => {
        const missing = columns.filter((column) => !header.includes(column));
        if (missing.length > 0) throw badInput('telework.sheet_import_columns', { columns: missing.join('、') });
        return header;
      },
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    if (rows.length > MOST) throw badInput('telework.sheet_import_rows', { most: MOST });
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw badInput('telework.sheet_import_file');
    throw error;
  }
}

export type ImportProblem = {
  readonly line: number;
  readonly code: 'import_unknown' | 'import_time' | 'import_order' | 'import_number';
  readonly value: string;
};

const SHOWN = 100;

export const importedView = (taken: number, problems: readonly ImportProblem[], locale: Locale): Imported => ({
  taken,
  problems: problems
    .slice(0, SHOWN)
    .map(({ line, code, value }) => ({ line, words: words(locale, code, { value: value.slice(0, 100) }) })),
});
