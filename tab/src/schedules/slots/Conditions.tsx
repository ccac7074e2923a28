import { Checkbox, Field, Select } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { BUFFERS_MIN, PERCENTS, type TypedSearch } from './slots-form.ts';
import { slotsText } from './text.ts';

export interface ConditionsProps {
  readonly typed: TypedSearch;
  readonly onTyped: (typed: TypedSearch) => void;
}

/** What everybody is kept free for around it, and how many have to be there. */
export function Conditions({ typed, onTyped }: ConditionsProps) {
  const styles = useDialogStyles();
  const t = useText(slotsText);
  const choice = (name: 'bufferBefore' | 'bufferAfter' | 'percent') => ({
    className: styles.input,
    value: String(typed[name]),
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: Number(value) }),
    select: { 'data-testid': `slots-${name}` } as object,
  });
  const buffers = BUFFERS_MIN.map((count) => (
    <option key={count} value={count}>
      {count === 0 ? t('slots.buffer.none') : t('slots.minutes.one', { count })}
    </option>
  ));
  return (
    <div className={styles.line}>
      <Field label={t('slots.before')} className={styles.field}>
        <Select {...choice('bufferBefore')}>{buffers}</Select>
      </Field>
      <Field label={t('slots.after')} className={styles.field}>
        <Select {...choice('bufferAfter')}>{buffers}</Select>
      </Field>
      <Field label={t('slots.percent')} hint={t('slots.percent.hint')} className={styles.field}>
        <Select {...choice('percent')}>
          {PERCENTS.map((percent) => (
            <option key={percent} value={percent}>
              {percent === 100 ? t('slots.percent.all') : t('slots.percent.one', { percent })}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={t('slots.breaks')}
        checked={typed.breaks}
        onChange={(_, { checked }) => onTyped({ ...typed, breaks: checked === true })}
        data-testid="slots-breaks"
      />
    </div>
  );
}
