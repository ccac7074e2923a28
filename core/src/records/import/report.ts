import { numberLabel } from '../../regulations/index.ts';
import { type Locale, say, warekiFiscalYear } from '../../shared/index.ts';
import type { ImportReport } from './contract.ts';
import { type Look, type Named, SHOWN } from './look.ts';
import { missingIn } from './rules.ts';
import { importTexts } from './text.ts';

const sentences = (all: readonly Named[], locale: Locale) =>
  all.map(({ line, column, code, params }) => ({
    line,
    column,
    sentence: say(importTexts, code as keyof typeof importTexts, locale, params ?? {}) ?? code,
  }));

export function reported(
  look: Look,
  { locale, fileName, encoding }: { locale: Locale; fileName: string; encoding: string },
): Omit<ImportReport, 'imported'> {
  const gaps = [...look.runs.values()].map(({ symbol, fiscalYear, numbers }) => ({
    symbol,
    fiscalYear,
    ...missingIn(numbers),
  }));
  return {
    ...{ fileName, encoding, rows: look.rows, fresh: look.rows - look.known, known: look.known },
    ...{ errorCount: look.errorCount, warningCount: look.warningCount },
    ...{ errors: sentences(look.errors, locale), warnings: sentences(look.warnings, locale) },
    gaps: gaps
      .filter(({ count }) => count > 0)
      .slice(0, SHOWN)
      .map(({ symbol, fiscalYear, text, count }) => ({
        symbol,
        fiscalYear: warekiFiscalYear(fiscalYear),
        missing: text,
        count,
      })),
    sample: look.sample.map((row) => ({
      ...{
        number: numberLabel(row.symbol, row.number, row.branch),
        fiscalYear: warekiFiscalYear(row.fiscalYear),
        date: row.date,
      },
      ...{ direction: row.direction, title: row.title, counterparty: row.counterparty, unitName: row.unitName ?? '' },
    })),
  };
}
