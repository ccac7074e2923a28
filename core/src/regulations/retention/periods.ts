import { addDays, addYears, fiscalYearOf, fiscalYearStart, type LocalDate } from '../../shared/index.ts';
import type { RetentionBasis, RetentionStart } from '../file-plan.ts';

/** How long, as far as counting goes. */
export interface Period {
  /** 0 is 1年未満; of 永年 the years until it is looked at again. */
  readonly retentionYears: number;
  /** When the years begin after the day that decides; 1 April of the next 年度 unless the city says otherwise. */
  readonly starts: RetentionStart;
  /** Of 1年未満, where the schedule names the length itself. */
  readonly keepDays: number | null;
}

/** What happened to a record, as far as 起算 asks. */
export interface BasisDays {
  readonly createdOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly eventOn: LocalDate | null;
}

export interface Span {
  readonly startsOn: LocalDate | null;
  /** 満了日, the last day of the period; of 永年 the day on which it is reviewed. */
  readonly endsOn: LocalDate | null;
}

/** The day that decides; null while it has not come. What is never issued is counted from its 完結. */
export function basisDay(basis: RetentionBasis, days: BasisDays): LocalDate | null {
  switch (basis) {
    case 'CREATION':
      return days.createdOn;
    case 'ISSUANCE':
      return days.issuedOn ?? days.completedOn;
    case 'COMPLETION':
      return days.completedOn;
    case 'EVENT':
      return days.eventOn;
  }
}

export function startDay(starts: RetentionStart, basisOn: LocalDate): LocalDate {
  if (starts === 'NEXT_DAY') return addDays(basisOn, 1);
  if (starts === 'NEXT_CALENDAR_YEAR')
    return `${String(Number(basisOn.slice(0, 4)) + 1).padStart(4, '0')}-01-01` as LocalDate;
  return fiscalYearStart(fiscalYearOf(basisOn) + 1);
}

/**
 * The last day of n years that begin on this day. Where the year in which they end has no such day (29 February),
 * they end with the last day of that month (民法 143 条 2 項ただし書).
 */
export function lastDay(startsOn: LocalDate, years: number): LocalDate {
  const sameDay = addYears(startsOn, years);
  return sameDay.slice(5) === startsOn.slice(5) ? addDays(sameDay, -1) : sameDay;
}

const NOT_YET: Span = { startsOn: null, endsOn: null };

/**
 * From when until when it is kept. 1年未満 begins with the day that decides and ends on the day said for it, or after
 * as many days as the schedule names.
 */
export function spanOf(period: Period, basisOn: LocalDate | null, keptUntil: LocalDate | null = null): Span {
  if (basisOn === null) return NOT_YET;
  const { retentionYears, starts, keepDays } = period;
  if (retentionYears === 0) {
    const endsOn = keptUntil ?? (keepDays === null ? null : addDays(basisOn, keepDays));
    return { startsOn: basisOn, endsOn };
  }
  const startsOn = startDay(starts, basisOn);
  return { startsOn, endsOn: lastDay(startsOn, retentionYears) };
}

/** 1年未満: after the day that decides, and before a year is over. */
export const isUnderOneYear = (basisOn: LocalDate, until: LocalDate): boolean =>
  until >= basisOn && until < addYears(basisOn, 1);
