import { Field, Input, Select } from '@fluentui/react-components';
import type { WindowView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { panelText } from './text.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const MINUTES = [5, 10, 15, 20, 30] as const;
type Day = (typeof DAYS)[number];

export type WindowSaid = Pick<WindowView, 'weekday' | 'from' | 'to' | 'minutes'>;

/** 「火曜 16:00–17:00（1件15分）」 */
export function useWindowText(): (window: WindowSaid) => string {
  const t = useText(panelText);
  return ({ weekday, from, to, minutes }) =>
    t('windows.one', { from, to, minutes, day: t(`windows.day.${weekday as Day}`) });
}

interface Props {
  readonly said: WindowSaid;
  readonly onSaid: (said: WindowSaid) => void;
  /** Two of these may stand on the page. */
  readonly testId: string;
}

/** The day, the time, and how long one case gets. */
export function WindowFields({ said, onSaid, testId }: Props) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  return (
    <div className={styles.line}>
      <Field label={t('windows.day')}>
        <Select
          value={String(said.weekday)}
          onChange={(_, { value }) => onSaid({ ...said, weekday: Number(value) })}
          select={{ 'data-testid': `${testId}-day` } as object}
        >
          {DAYS.map((day) => (
            <option key={day} value={day}>
              {t(`windows.day.${day}`)}
            </option>
          ))}
        </Select>
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`windows.${end}`)}>
          <Input
            type="time"
            value={said[end]}
            onChange={(_, { value }) => onSaid({ ...said, [end]: value })}
            data-testid={`${testId}-${end}`}
          />
        </Field>
      ))}
      <Field label={t('windows.minutes')}>
        <Select
          value={String(said.minutes)}
          onChange={(_, { value }) =>
            onSaid({ ...said, minutes: MINUTES.find((one) => String(one) === value) ?? said.minutes })
          }
          select={{ 'data-testid': `${testId}-minutes` } as object}
        >
          {MINUTES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
