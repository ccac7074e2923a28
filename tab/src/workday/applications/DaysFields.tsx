import { useLocale, useText } from '../../app/locale.ts';
import { ChecksField, DatesField, LineField, RadioField } from './fields.tsx';
import { applicationsText } from './text.ts';
import type { TypedDays } from './typed.ts';

export interface DaysFieldsProps {
  readonly typed: TypedDays;
  readonly change: (change: Partial<TypedDays>) => void;
}

const WEEKDAYS = [
  { code: '1', ja: '月', en: 'Mon' },
  { code: '2', ja: '火', en: 'Tue' },
  { code: '3', ja: '水', en: 'Wed' },
  { code: '4', ja: '木', en: 'Thu' },
  { code: '5', ja: '金', en: 'Fri' },
] as const;

/** Certain days, or some days of every week. */
export function DaysFields({ typed, change }: DaysFieldsProps) {
  const t = useText(applicationsText);
  const locale = useLocale();
  const weekdays = WEEKDAYS.map(({ code, ...name }) => ({ code, name: name[locale] }));
  const how = (['single', 'weekly'] as const).map((code) => ({ code, name: t(`how.${code}`) }));
  return (
    <>
      <RadioField
        label={t('field.how')}
        options={how}
        value={typed.how}
        onChange={(chosen) => change({ how: chosen })}
        testId="how"
      />
      {typed.how === 'single' ? (
        <DatesField
          label={t('field.dates')}
          value={typed.dates}
          onChange={(dates) => change({ dates })}
          testId="date"
        />
      ) : (
        <>
          <ChecksField
            label={t('field.weekdays')}
            options={weekdays}
            value={typed.weekly}
            onChange={(weekly) => change({ weekly })}
            testId="weekday"
          />
          <div>
            <LineField
              label={t('field.from')}
              type="date"
              required
              value={typed.from}
              onChange={(from) => change({ from })}
              testId="from"
            />
            <LineField
              label={t('field.to')}
              type="date"
              required
              value={typed.to}
              onChange={(to) => change({ to })}
              testId="to"
            />
          </div>
        </>
      )}
    </>
  );
}
