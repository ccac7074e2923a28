import type { WeekView } from '@kaigi/core/contract';
import { useWeekStyles } from './Week.styles.ts';

/** Beside the heading: why the only day that is shown is none on which the city hall works. Several days say it themselves. */
export function DayNote({ days }: Pick<WeekView, 'days'>) {
  const styles = useWeekStyles();
  const holiday = days.length === 1 ? days[0]?.holiday : null;
  if (!holiday) return null;
  return (
    <p className={styles.holiday} data-testid="day-note">
      {holiday}
    </p>
  );
}
