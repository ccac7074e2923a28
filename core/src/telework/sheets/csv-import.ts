import { CsvError, parse } from 'csv-parse/sync';
import { badInput, type Locale } from '../../shared/index.ts';
import type { Imported } from './closing-contract.ts';
import { words } from './words.ts';

export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST = 200_000;

/** UTF-8 where it is valid UTF-8, else Shift_JIS: what Excel in a city hall writes. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** @throws bad-input `telework.sheet_import_file`, `…_columns`, `…_rows` */
export function csvLines(bytes: Uint8Array | null, columns: readonly string[]): CsvLine[] {
  if (!bytes || bytes.length === 0) throw badInput('telework.sheet_import_file');
  try {
    const rows = parse(decoded(bytes), {
      ...{ bom: true, trim: true, info: true, skip_empty_lines: true, relax_column_count: true },
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
  problems: problems.slice(0, SHOWN).map(({ line, code, value }) => ({ line, words: words(locale, code, { value }) })),
});
