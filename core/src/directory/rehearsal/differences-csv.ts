import { Download, type LocalDate, type Locale } from '../../shared/index.ts';
import type { OrganisationDifference } from './contract.ts';
import { differenceName } from './present.ts';

const HEADER = {
  ja: ['種類', 'コード', '名称', '前', '後'],
  en: ['Kind', 'Code', 'Name', 'Before', 'After'],
};

// A cell that begins like a formula would be worked out by a spreadsheet.
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

export function differencesCsv(
  day: LocalDate,
  differences: readonly OrganisationDifference[],
  locale: Locale,
): Download {
  const rows = differences.map(({ kind, code, name, before, after }) => [
    differenceName(kind, locale),
    code,
    name,
    before ?? '',
    after ?? '',
  ]);
  const text = [HEADER[locale], ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n');
  // Excel takes it for UTF-8 only with the mark.
  return new Download(`組織改正-${day}.csv`, 'text/csv; charset=utf-8', new TextEncoder().encode(`\uFEFF${text}\r\n`));
}
