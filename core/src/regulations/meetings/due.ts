import { addDays, addWorkingDays, type ClosedDays, type LocalDate } from '../../shared/index.ts';
import type { MeetingBody, Term } from './vocabulary.ts';

/**
 * The last day of a term that begins with the day. The day itself is not counted (民法140条); a last day on which
 * the body's offices are closed moves to the next working day (民法142条), unless the body's own rules keep it.
 */
export function dueOn(
  { days, count, ifClosed }: Omit<Term, 'article'>,
  day: LocalDate,
  closed?: ClosedDays,
): LocalDate {
  if (count === 'WORKING') return addWorkingDays(day, days, closed);
  const last = addDays(day, days);
  return ifClosed === 'SAME_DAY' ? last : addWorkingDays(last, 0, closed);
}

/** The last day on which recordings are kept; the day on which the minutes became final is not counted (民法140条). */
export const keptUntil = ({ keepDays }: Pick<NonNullable<MeetingBody['recording']>, 'keepDays'>, finalOn: LocalDate) =>
  addDays(finalOn, keepDays);
