import { Field, type FieldProps, Input } from '@fluentui/react-components';
import { usePane } from '../parts/pane-context.ts';
import type { FilingForm, FormProblem } from './filing-form.ts';
import { NeedPart } from './NeedPart.tsx';

export interface ReceiptPartProps {
  form: FilingForm;
  disabled: boolean;
  problem: (...codes: FormProblem[]) => Pick<FieldProps, 'validationMessage' | 'validationState'>;
}

/** What the register keeps of a 収受 beside its title. */
export function ReceiptPart({ form, disabled, problem }: ReceiptPartProps) {
  const { say, model } = usePane();
  return (
    <>
      <Field
        label={say('details.counterparty')}
        hint={say('details.counterpartyHelp')}
        {...problem('details.counterpartyLong')}
      >
        <Input
          data-testid="counterparty-input"
          value={form.counterparty}
          disabled={disabled}
          onChange={(_event, data) => model.filing.change({ counterparty: data.value })}
        />
      </Field>
      <Field
        label={say('details.theirNumber')}
        hint={say('details.theirNumberHelp')}
        {...problem('details.theirNumberLong')}
      >
        <Input
          data-testid="their-number-input"
          value={form.theirNumber}
          disabled={disabled}
          onChange={(_event, data) => model.filing.change({ theirNumber: data.value })}
        />
      </Field>
      <Field label={say('details.dueOn')}>
        <Input
          type="date"
          data-testid="due-on-input"
          value={form.dueOn}
          disabled={disabled}
          onChange={(_event, data) => model.filing.change({ dueOn: data.value })}
        />
      </Field>
      <NeedPart form={form} disabled={disabled} />
    </>
  );
}
