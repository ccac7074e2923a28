import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { LineField, LinesField } from './fields.tsx';
import type { StartProps } from './start.ts';
import { applicationsText } from './text.ts';
import { NO_OVERTIME, overtimeOf, type TypedOvertime } from './typed.ts';
import { overtimeFrom } from './typed-again.ts';

/** 時間外勤務の事前命令を求める. */
export function OvertimeForm({ start }: StartProps) {
  const t = useText(applicationsText);
  const [typed, setTyped] = useState(() => overtimeFrom(start) ?? NO_OVERTIME);
  const change = (changed: Partial<TypedOvertime>) => setTyped((before) => ({ ...before, ...changed }));
  return (
    <ApplicationForm kind="OVERTIME" start={start} filled={overtimeOf(typed)}>
      <LineField
        label={t('field.date')}
        type="date"
        required
        value={typed.date}
        onChange={(date) => change({ date })}
        testId="overtime-date"
      />
      <LineField
        label={t('field.from_time')}
        hint={t('field.from_time.hint')}
        type="time"
        value={typed.from}
        onChange={(from) => change({ from })}
        testId="overtime-from"
      />
      <LineField
        label={t('field.until_time')}
        type="time"
        required
        value={typed.to}
        onChange={(to) => change({ to })}
        testId="overtime-to"
      />
      <LinesField
        label={t('field.reason')}
        required
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        testId="reason"
      />
    </ApplicationForm>
  );
}
