import {
  Button,
  Checkbox,
  Field,
  Input,
  type InputProps,
  Radio,
  RadioGroup,
  Select,
  Textarea,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { shortDayText } from '../times.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';

export interface Option {
  readonly code: string;
  readonly name: string;
}

interface Common<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly testId: string;
  readonly hint?: string;
  readonly required?: boolean;
}

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint });

export function LineField(
  props: Common<string> & { readonly type?: NonNullable<InputProps['type']>; readonly max?: number },
) {
  const { label, value, onChange, testId, hint, required = false, type = 'text', max = 200 } = props;
  return (
    <Field label={label} required={required} {...hintOf(hint)}>
      <Input
        type={type}
        value={value}
        maxLength={max}
        onChange={(_, data) => onChange(data.value)}
        data-testid={testId}
      />
    </Field>
  );
}

export function LinesField({ label, value, onChange, testId, hint, required = false }: Common<string>) {
  const styles = useWorkdayStyles();
  return (
    <Field label={label} required={required} className={styles.wide} {...hintOf(hint)}>
      <Textarea
        value={value}
        rows={3}
        maxLength={1000}
        resize="vertical"
        onChange={(_, data) => onChange(data.value)}
        data-testid={testId}
      />
    </Field>
  );
}

export function ChoiceField(props: Common<string> & { readonly options: readonly Option[] }) {
  const { label, value, onChange, testId, hint, required = false, options } = props;
  const t = useText(applicationsText);
  return (
    <Field label={label} required={required} {...hintOf(hint)}>
      <Select value={value} onChange={(_, data) => onChange(data.value)} data-testid={testId}>
        {value === '' ? <option value="">{t('choose')}</option> : null}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function RadioField(props: Common<string> & { readonly options: readonly Option[] }) {
  const { label, value, onChange, testId, options } = props;
  const styles = useWorkdayStyles();
  return (
    <Field label={label} className={styles.wide}>
      <RadioGroup layout="horizontal" value={value} onChange={(_, data) => onChange(data.value)} data-testid={testId}>
        {options.map(({ code, name }) => (
          <Radio key={code} value={code} label={name} data-testid={`${testId}-${code}`} />
        ))}
      </RadioGroup>
    </Field>
  );
}

interface ChecksProps extends Common<readonly string[]> {
  readonly options: readonly Option[];
}

/** Any of a few. */
export function ChecksField({ label, value, onChange, testId, options }: ChecksProps) {
  const styles = useWorkdayStyles();
  const toggled = (code: string, on: boolean) => (on ? [...value, code] : value.filter((one) => one !== code));
  if (options.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.list}>
        {options.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={value.includes(code)}
            label={name}
            onChange={(_, { checked }) => onChange(toggled(code, checked === true))}
            data-testid={`${testId}-${code}`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Several days by name, one field each. */
export function DatesField({ label, value, onChange, testId }: Common<readonly string[]>) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.stack}>
        {value.map((date, at) => (
          // Days have no other name than their place in the list.
          // biome-ignore lint/suspicious/noArrayIndexKey: a field stays where it is while its day is typed
          <div key={at} className={styles.month}>
            <Input
              type="date"
              value={date}
              aria-label={t('field.date')}
              onChange={(_, data) => onChange(value.with(at, data.value))}
              data-testid={testId}
            />
            {value.length > 1 ? (
              <Button appearance="subtle" onClick={() => onChange(value.toSpliced(at, 1))}>
                {t('field.remove_date', { day: date === '' ? t('field.date') : shortDayText(date, locale) })}
              </Button>
            ) : null}
          </div>
        ))}
        <div>
          <Button onClick={() => onChange([...value, ''])} data-testid={`${testId}-add`}>
            {t('field.add_date')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

export function FormGrid({ children }: { readonly children: ReactNode }) {
  const styles = useWorkdayStyles();
  return <div className={styles.form}>{children}</div>;
}
