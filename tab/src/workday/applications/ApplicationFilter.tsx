import { Field, Select } from '@fluentui/react-components';
import { ApplicationKindNameSchema, ApplicationStateSchema } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';
import type { ApplicationsFilter } from './use-applications.ts';

export interface ApplicationFilterProps {
  readonly filter: ApplicationsFilter;
  readonly onFilter: (filter: ApplicationsFilter) => void;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly options: readonly (readonly [code: T, name: string])[];
  readonly value: T | null;
  readonly onValue: (value: T | null) => void;
  readonly testId: string;
}

function Choice<T extends string>({ label, all, options, value, onValue, testId }: ChoiceProps<T>) {
  const chosen = (code: string) => options.find(([one]) => one === code)?.[0] ?? null;
  return (
    <Field label={label}>
      <Select value={value ?? ''} onChange={(_, data) => onValue(chosen(data.value))} data-testid={testId}>
        <option value="">{all}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Of which kind, and how they stand. */
export function ApplicationFilter({ filter, onFilter }: ApplicationFilterProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const all = t('filter.all');
  return (
    <search className={styles.month}>
      <Choice
        label={t('filter.kind')}
        all={all}
        options={ApplicationKindNameSchema.options.map((code) => [code, t(`kind.${code}`)] as const)}
        value={filter.kind}
        onValue={(kind) => onFilter({ ...filter, kind })}
        testId="filter-kind"
      />
      <Choice
        label={t('filter.state')}
        all={all}
        options={ApplicationStateSchema.options.map((code) => [code, t(`state.${code}`)] as const)}
        value={filter.state}
        onValue={(state) => onFilter({ ...filter, state })}
        testId="filter-state"
      />
    </search>
  );
}
