import { type Encoded, encodeShiftJis } from './shift-jis.ts';

export type CsvCell = string | number | null;
export type CsvEncoding = 'utf-8' | 'shift_jis';

// A cell that begins like a formula would be worked out by a spreadsheet, in Japan also by wide signs; a number is one.
const quoted = (cell: CsvCell): string =>
  typeof cell === 'number'
    ? String(cell)
    : `"${(cell ?? '').replace(/^[=+\-@＝＋－＠\t\r\n]/u, "'$&").replaceAll('"', '""')}"`;

/** Rows as a CSV file (RFC 4180): UTF-8 with the mark by which Excel knows it, or Shift_JIS. */
export function writeCsv(rows: readonly (readonly CsvCell[])[], encoding: CsvEncoding): Encoded {
  const text = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  if (encoding === 'shift_jis') return encodeShiftJis(text);
  return { bytes: new TextEncoder().encode(`\uFEFF${text}`), unmappable: [] };
}
