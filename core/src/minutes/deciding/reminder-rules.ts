import { type ClosedDays, isWorkingDay, type LocalDate, workingDaysBetween } from '../../shared/index.ts';

/** Working days before the last day. */
const BEFORE = 2;
/** After so many working days nobody is reminded any more. */
const QUIET_AFTER = 3;

/**
 * Which reminder of a last day falls on today, as working days after it: -2 two working days before; 0 on the day, or on the
 * last working day before it where it is a day off; 1 to 3 when it is late. Null: none today.
 */
export function reminderStep(on: LocalDate, today: LocalDate, closed: ClosedDays): number | null {
  if (!isWorkingDay(today, closed)) return null;
  const late = workingDaysBetween(on, today, closed);
  if (today > on) return late >= 1 && late <= QUIET_AFTER ? late : null;
  if (late === 0) return 0;
  return late === -BEFORE ? -BEFORE : null;
}
