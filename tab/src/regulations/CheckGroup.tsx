import { Checkbox, InfoLabel } from '@fluentui/react-components';
import { useRegulationsStyles } from './Regulations.styles.ts';

export interface CheckItem {
  readonly code: string;
  readonly label: string;
  readonly checked: boolean;
}

export interface CheckGroupProps {
  readonly label: string;
  readonly info: string;
  readonly items: readonly CheckItem[];
  readonly onChecked: (code: string, checked: boolean) => void;
  /** Each box is named `testId-code` for tests. */
  readonly testId: string;
}

/** Several boxes under one question. No Fluent `Field`: it would give all of them the same id. */
export function CheckGroup({ label, info, items, onChecked, testId }: CheckGroupProps) {
  const styles = useRegulationsStyles();
  return (
    <fieldset className={styles.group} data-testid={`${testId}s`}>
      <legend className={styles.legend}>
        <InfoLabel info={info}>{label}</InfoLabel>
      </legend>
      {items.map(({ code, label: words, checked }) => (
        <Checkbox
          key={code}
          checked={checked}
          label={words}
          onChange={(_, data) => onChecked(code, data.checked === true)}
          input={{ 'data-testid': `${testId}-${code}` } as object}
        />
      ))}
    </fieldset>
  );
}
