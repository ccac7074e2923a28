import { addDays, addWorkingDays, dayOfWeek, type LocalDate, localDateOf } from '@kaigi/core/shared';

const MINUTE = 60_000;
const mondayOf = (date: LocalDate) => addDays(date, -((dayOfWeek(date) + 6) % 7));

/** A day for which telework may be asked today: the rules want a day at the office in every week, so one whose week has another working day. */
export function aComingDay(today: LocalDate = localDateOf(new Date())): LocalDate {
  const isAlone = (date: LocalDate) => [1, -1].every((step) => mondayOf(addWorkingDays(date, step)) !== mondayOf(date));
  let date = addWorkingDays(today, 2);
  while (isAlone(date)) date = addWorkingDays(date, 1);
  return date;
}

/** What is reported on one day is not read on the next. */
export async function notAroundMidnight(): Promise<void> {
  const left = Date.parse(`${addDays(localDateOf(new Date()), 1)}T00:00:00+09:00`) - Date.now();
  if (left < 3 * MINUTE) await new Promise((resolve) => setTimeout(resolve, left));
}
