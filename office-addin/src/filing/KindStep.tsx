import { Radio, RadioGroup, Text } from '@fluentui/react-components';
import { RecordKindSchema } from '@kaigi/core/contract';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import type { FilingForm } from './filing-form.ts';

export function KindStep({ form, disabled }: { form: FilingForm; disabled: boolean }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  return (
    <RadioGroup
      aria-label={say('kind.question')}
      value={form.kind}
      disabled={disabled}
      onChange={(_event, data) => model.filing.change({ kind: RecordKindSchema.parse(data.value) })}
    >
      {RecordKindSchema.options.map((kind) => (
        <Radio
          key={kind}
          value={kind}
          data-testid={`kind-${kind}`}
          label={
            <span className={styles.tight}>
              <Text weight="semibold">{say(`kind.${kind}`)}</Text>
              <Text size={200} className={styles.soft}>
                {say(`kind.${kind}.when`)}
              </Text>
            </span>
          }
        />
      ))}
    </RadioGroup>
  );
}
