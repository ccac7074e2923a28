import type { TeleworkRules } from '../../regulations/index.ts';
import { addWorkingDays, isWorkingDay, type LocalDate } from '../../shared/index.ts';

type Policy = NonNullable<TeleworkRules['policy']>;

/** The first day that is asked for in time, whatever kind of telework it is. */
export function firstInTime({ rules }: Policy, today: LocalDate): LocalDate {
  const ahead = Math.max(0, ...rules.flatMap((row) => (row.rule === 'LEAD_TIME' ? [row.workingDays] : [])));
  return addWorkingDays(today, Math.max(1, isWorkingDay(today) ? ahead : ahead + 1));
}
