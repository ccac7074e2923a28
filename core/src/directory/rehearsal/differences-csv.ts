import { Download, type LocalDate, type Locale, writeCsv } from '../../shared/index.ts';
import type { OrganisationDifference } from './contract.ts';
import { differenceName } from './present.ts';

const HEADER = {
  ja: ['種類', 'コード', '名称', '前', '後'],
  en: ['Kind', 'Code', 'Name', 'Before', 'After'],
};

export function differencesCsv(
  day: LocalDate,
  differences: readonly OrganisationDifference[],
  locale: Locale,
): Download {
  const rows = differences.map(({ kind, code, name, before, after }) => [
    differenceName(kind, locale),
    code,
    name,
    before,
    after,
  ]);
  const { bytes } = writeCsv([HEADER[locale], ...rows], 'utf-8');
  return new Download(`組織改正-${day}.csv`, 'text/csv; charset=utf-8', bytes);
}
