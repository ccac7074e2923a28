import { addDays, type ClosedDays, firstOfMonth, isWorkingDay, type LocalDate } from '../../shared/index.ts';
import { type Month, monthOf, monthsBefore } from './month.ts';

/** The nth working day of a month. */
export function nthWorkingDay(month: Month, nth: number, closed?: ClosedDays): LocalDate {
  let day = firstOfMonth(month);
  for (let left = isWorkingDay(day, closed) ? nth - 1 : nth; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
}

export interface ConfirmDays {
  readonly month: Month;
  /** Until when heads confirm it. */
  readonly lastDay: LocalDate;
  /** Whom it is time to tell: heads on the working day before and on the last day, personnel from the day after on. */
  readonly tell: 'HEAD' | 'PERSONNEL' | null;
}

/** Which month is to be confirmed, and who is told of it on a day. */
export function confirmDaysOn(today: LocalDate, within: number, closed?: ClosedDays): ConfirmDays {
  const thisMonth = monthOf(today);
  const month = monthsBefore(thisMonth).at(-1) ?? thisMonth;
  const lastDay = nthWorkingDay(thisMonth, within, closed);
  const before = nthWorkingDay(thisMonth, Math.max(1, within - 1), closed);
  const isDay = isWorkingDay(today, closed);
  const tell = !isDay || today < before ? null : today <= lastDay ? 'HEAD' : 'PERSONNEL';
  return { month, lastDay, tell };
}
