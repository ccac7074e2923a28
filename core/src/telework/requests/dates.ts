import { addDays, badInput, dayOfWeek, type LocalDate } from '../../shared/index.ts';
import type { RequestDates } from './contract.ts';

const MOST_DAYS = 366;

/** From a day to another, both included; empty where the second comes first. */
function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (days.length >= MOST_DAYS) throw badInput('telework.too_long');
    days.push(date);
  }
  return days;
}

/**
 * 毎週火曜 becomes single days, each of which goes its own way from then on; those on which one does not work are left out.
 * @throws bad-input `telework.too_long`, `telework.dates_backwards`
 */
export function datesOf(when: RequestDates, works: (date: LocalDate) => boolean): LocalDate[] {
  if ('dates' in when) return [...new Set(when.dates as LocalDate[])].toSorted();
  const { weekly, from, to } = when;
  if (to < from) throw badInput('telework.dates_backwards');
  return daysFrom(from as LocalDate, to as LocalDate).filter((date) => weekly.includes(dayOfWeek(date)) && works(date));
}

/** The first and the last day that may be meant. */
export function rangeOf(when: RequestDates): { from: LocalDate; to: LocalDate } {
  const [from, to] = 'dates' in when ? [when.dates.toSorted()[0], when.dates.toSorted().at(-1)] : [when.from, when.to];
  return { from: from as LocalDate, to: to as LocalDate };
}
