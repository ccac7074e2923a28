import { type CsvCell, Download, type Locale, writeCsv } from '../../shared/index.ts';
import type { Statistics } from './contract.ts';
import { csvWords, dutyWords } from './text.ts';

const percent = (part: number, whole: number): CsvCell => (whole === 0 ? null : ((100 * part) / whole).toFixed(1));

function wholeRows(shown: Statistics, word: (name: keyof typeof csvWords) => string): CsvCell[][] {
  const { electronic, returns, standIns } = shown;
  const { numerator, denominator, unanswered } = electronic;
  return [
    [word('figure'), word('value')],
    [word('from'), shown.from],
    [word('to'), shown.to],
    [word('rate'), percent(numerator, denominator)],
    [word('rateAtMost'), percent(numerator + unanswered, denominator)],
    [word('numerator'), numerator],
    [word('denominator'), denominator],
    ...electronic.exclusions.map(({ sentence, count }) => [sentence, count]),
    [word('median'), shown.medianDays],
    [word('p90'), shown.p90Days],
    [word('returned'), returns.returnedCases],
    [word('ended'), returns.cases],
    [word('deputies'), standIns.deputyDecisions],
    [word('skipped'), standIns.skipped],
    [word('reviewsOpen'), standIns.postReviewsOpen],
    [word('reviewsOverdue'), standIns.postReviewsOverdue],
  ];
}

/** The same figures for a spreadsheet: the whole, then by section, by month and by step. */
export function statisticsCsv(shown: Statistics, locale: Locale): Download {
  const word = (name: keyof typeof csvWords) => csvWords[name][locale];
  const { bySection, byMonth, slowestSteps } = shown;
  const rows: CsvCell[][] = [
    ...wholeRows(shown, word),
    [],
    [word('section'), word('decided'), word('electronic'), word('median'), word('p90'), word('returnedIn')],
    ...bySection.map((one) => [one.unitName, one.decided, one.electronic, one.medianDays, one.p90Days, one.returned]),
    [],
    [word('month'), word('decided'), word('electronic'), word('median')],
    ...byMonth.map(({ month, decided, electronic, medianDays }) => [month, decided, electronic, medianDays]),
    [],
    [word('step'), word('duty'), word('acts'), word('median'), word('p90')],
    ...slowestSteps.map((one) => [
      `${one.unitName} ${one.postTitle}`,
      dutyWords[one.duty][locale],
      one.acts,
      one.medianDays,
      one.p90Days,
    ]),
  ];
  const { bytes } = writeCsv(
    rows.map((cells) => cells.map((cell) => String(cell ?? ''))),
    'utf-8',
  );
  return new Download(`決裁統計-${shown.from}-${shown.to}.csv`, 'text/csv; charset=utf-8', bytes);
}
