import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { shortDay } from './months.ts';
import { attendanceText } from './text.ts';

const MOST = 6;

/** Days by name, or how many where they would fill the page. */
export function DaysNamed({ dates }: { readonly dates: readonly string[] }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  if (dates.length === 0) return null;
  const named = listText(
    dates.slice(0, MOST).map((date) => shortDay(date, locale)),
    locale,
  );
  return (
    <span className={styles.small}>
      {dates.length > MOST ? t('row.days.more', { named, count: dates.length }) : named}
    </span>
  );
}
