import { Download, type Locale } from '../../shared/index.ts';
import type { Statistics } from './contract.ts';
import { csvWords, dutyWords } from './text.ts';

type Cell = string | number | null;

// A cell that begins like a formula would be worked out by a spreadsheet.
const quoted = (cell: Cell): string =>
  `"${String(cell ?? '')
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replaceAll('"', '""')}"`;

const percent = (part: number, whole: number): Cell => (whole === 0 ? null : ((100 * part) / whole).toFixed(1));

function wholeRows(shown: Statistics, word: (name: keyof typeof csvWords) => string): Cell[][] {
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
  const rows: Cell[][] = [
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
  const text = rows.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  // Excel takes it for UTF-8 only with the mark.
  const bytes = new TextEncoder().encode(`\uFEFF${text}\r\n`);
  return new Download(`決裁統計-${shown.from}-${shown.to}.csv`, 'text/csv; charset=utf-8', bytes);
}
