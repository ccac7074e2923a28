import { Field, Input } from '@fluentui/react-components';
import { type LocalDate, localDateOf } from '@kaigi/core/shared';
import { useNow } from '../../app/use-now.ts';

export const useToday = (): LocalDate => localDateOf(new Date(useNow()));

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (event: unknown, data: { value: string }) => void;
  /** What is said of it when it was left empty. */
  readonly missing: { readonly validationMessage?: string };
  readonly min: string;
  readonly max?: string;
  readonly hint?: string;
  readonly testId?: string;
}

/** The day of an act. */
export function DayField({ label, value, onChange, missing, min, max, hint, testId = 'act-day' }: DayFieldProps) {
  return (
    <Field label={label} required {...(hint === undefined ? {} : { hint })} {...missing}>
      <Input type="date" value={value} min={min} max={max} onChange={onChange} data-testid={testId} />
    </Field>
  );
}
