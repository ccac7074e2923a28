import { Button, Field, Select } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { localDateOf } from '@kaigi/core/shared';
import { useLocale, useText } from '../app/locale.ts';
import { useNow } from '../app/use-now.ts';
import { monthAfter } from '../workday/times.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { monthName, monthsToChoose, monthToLookAt } from './months.ts';
import { attendanceText } from './text.ts';

/** The month of the address, or the one that one comes for on such a day. */
export function useShownMonth(month: string | null): string {
  const now = useNow();
  return month ?? monthToLookAt(localDateOf(new Date(now)));
}

export interface MonthPickerProps {
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

export function MonthPicker({ month, onMonth }: MonthPickerProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const months = monthsToChoose(localDateOf(new Date(useNow())), month);
  const after = monthAfter(month, 1);
  const isLast = months[0] === undefined || after > months[0];
  return (
    <div className={styles.month}>
      <Button
        icon={<ChevronLeftRegular />}
        aria-label={t('month.before')}
        onClick={() => onMonth(monthAfter(month, -1))}
        data-testid="month-before"
      />
      <Field label={t('month.choose')} className={styles.monthField}>
        <Select value={month} onChange={(_, { value }) => onMonth(value)} data-testid="month">
          {months.map((one) => (
            <option key={one} value={one}>
              {monthName(one, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        icon={<ChevronRightRegular />}
        aria-label={t('month.after')}
        disabledFocusable={isLast}
        onClick={() => (isLast ? undefined : onMonth(after))}
        data-testid="month-after"
      />
    </div>
  );
}
