import { Field, Select } from '@fluentui/react-components';
import type { Means } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { MEANS } from './means.ts';
import { roundText } from './round-text.ts';

export interface MeansFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly means: Means;
  readonly onChange: (means: Means) => void;
  readonly testId: string;
}

/** How an answer or a wish came: told, on the telephone, by mail, on paper. */
export function MeansField({ label, hint, means, onChange, testId }: MeansFieldProps) {
  const t = useText(roundText);
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Select
        value={means}
        onChange={(_, { value }) => onChange(MEANS.find((one) => one === value) ?? means)}
        data-testid={testId}
      >
        {MEANS.map((one) => (
          <option key={one} value={one}>
            {t(`means.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
