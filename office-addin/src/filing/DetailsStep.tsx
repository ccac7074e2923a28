import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import type { Classification } from '@kaigi/core/contract';
import type { FilingState } from '../pane/pane-state.ts';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { type FormProblem, problemsOf } from './filing-form.ts';
import { KeepingPart } from './KeepingPart.tsx';
import { NamePart } from './NamePart.tsx';
import { ReceiptPart } from './ReceiptPart.tsx';

export interface DetailsStepProps {
  state: FilingState;
  classification: Classification | undefined;
  disabled: boolean;
}

export function DetailsStep({ state, classification, disabled }: DetailsStepProps) {
  const { say, model } = usePane();
  const { form } = state;
  const styles = usePaneStyles();
  const problems = problemsOf(form);
  const problem = (...codes: FormProblem[]) => {
    const found = codes.find((code) => problems.includes(code));
    if (!found) return {};
    const length = found === 'details.proposalLong' ? form.proposalText.length : form.title.trim().length;
    return { validationMessage: say(found, { length }), validationState: 'error' as const };
  };
  return (
    <div className={styles.column}>
      <Field label={say('details.title')} required {...problem('details.titleMissing', 'details.titleLong')}>
        <Textarea
          data-testid="title-input"
          value={form.title}
          resize="vertical"
          disabled={disabled}
          onChange={(_event, data) => model.filing.change({ title: data.value.replaceAll('\n', ' ') })}
        />
      </Field>
      {classification && <KeepingPart state={state} classification={classification} disabled={disabled} />}
      {form.kind === 'DRAFT_DOCUMENT' && (
        <Field label={say('details.proposal')} hint={say('details.proposalHelp')} {...problem('details.proposalLong')}>
          <Textarea
            data-testid="proposal-input"
            value={form.proposalText}
            resize="vertical"
            disabled={disabled}
            onChange={(_event, data) => model.filing.change({ proposalText: data.value })}
          />
        </Field>
      )}
      {form.kind === 'RECEIPT' && <ReceiptPart form={form} disabled={disabled} problem={problem} />}
      <NamePart state={state} disabled={disabled} {...problem('details.fileNameLong')} />
      <Checkbox
        label={say('details.classificationPlace')}
        checked={form.classificationPlace}
        disabled={disabled}
        data-testid="classification-place"
        onChange={(_event, data) => model.filing.change({ classificationPlace: data.checked === true })}
      />
    </div>
  );
}
