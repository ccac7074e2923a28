import type { Statistics } from '@kaigi/core/contract';
import { fiscalYearOf, fiscalYearStart, type LocalDate, localDateOf } from '@kaigi/core/shared';

/** 66.9 %, said only where there is something to divide by. Cut, never rounded up to a hundred. */
export function percentText(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

/** The rate lies between these two: nobody knows how those without an answer were decided. */
export function rateOf({ numerator, denominator, unanswered }: Statistics['electronic']) {
  return { lower: percentText(numerator, denominator), upper: percentText(numerator + unanswered, denominator) };
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** This fiscal year until today. */
export function thisFiscalYear(now: Date): Days {
  const today: LocalDate = localDateOf(now);
  return { from: fiscalYearStart(fiscalYearOf(today)), to: today };
}

export const isPeriod = ({ from, to }: Days): boolean => from !== '' && to !== '' && from <= to;

/** 4月 or Apr. */
export function monthText(month: string, locale: 'ja' | 'en'): string {
  const [year = '', number = ''] = month.split('-');
  if (locale === 'ja') return `${Number(number)}月`;
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(`${year}-${number}-01`));
}

/** The sections that take longest, for a chart that must stay readable. */
export function longest(sections: Statistics['bySection'], most: number): Statistics['bySection'] {
  return sections
    .filter(({ medianDays }) => medianDays !== null)
    .toSorted((one, other) => (other.medianDays ?? 0) - (one.medianDays ?? 0))
    .slice(0, most);
}
