import { Checkbox, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import type { FieldProps } from './ActFields.tsx';
import { effectiveDay, openSlots } from './acts.ts';
import { DirectoryPicker } from './DirectoryPicker.tsx';
import { approvalsText } from './text.ts';

export function PaperField({ draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  return (
    <Field validationState={missing ? 'error' : 'none'} validationMessage={missing ? t('act.paper.missing') : null}>
      <Checkbox
        checked={draft.paperChecked}
        label={t('act.paper')}
        onChange={(_, { checked }) => onDraft({ ...draft, paperChecked: checked === true })}
        data-testid="paper-checked"
      />
    </Field>
  );
}

export function InstructionField({ shape, draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const required = shape.offer?.needsInstruction ?? false;
  return (
    <Field
      label={t(required ? 'act.instruction' : 'act.instruction.optional')}
      hint={t('act.instruction.hint')}
      validationState={missing ? 'error' : 'none'}
      validationMessage={missing ? t('act.instruction.missing') : null}
    >
      <Textarea
        value={draft.instruction}
        maxLength={1000}
        resize="vertical"
        onChange={(_, { value }) => onDraft({ ...draft, instruction: value })}
        textarea={{ 'data-testid': 'instruction-text', 'aria-required': required } as object}
      />
    </Field>
  );
}

export function DayField({ opened, draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const where = effectiveDay(draft.day, opened);
  return (
    <Field
      label={t('act.day')}
      required
      validationState={missing ? 'error' : where === 'SAME' ? 'none' : 'warning'}
      validationMessage={missing ? t('act.day.missing') : where === 'SAME' ? null : t(`act.day.${where}`)}
    >
      <Input
        type="date"
        value={draft.day}
        onChange={(_, { value }) => onDraft({ ...draft, day: value })}
        input={{ 'data-testid': 'effective-day' } as object}
      />
    </Field>
  );
}

export function SlotField({ opened, draft, onDraft }: FieldProps) {
  const t = useText(approvalsText);
  const slots = openSlots(opened);
  return (
    <Field label={t('act.slot')}>
      <RadioGroup
        value={draft.slotId ?? slots[0]?.id ?? ''}
        onChange={(_, { value }) => onDraft({ ...draft, slotId: value })}
        data-testid="reassign-slot"
      >
        {slots.map(({ id, unitName, postTitle }) => (
          <Radio key={id} value={id} label={`${unitName} ${postTitle}`} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const LABELS = { assign: 'act.person', reassign: 'act.person.post', circulate: 'act.readers' } as const;
const KINDS = { assign: ['staff'], reassign: ['post', 'staff'], circulate: ['staff', 'post', 'unit'] } as const;

export function PeopleField({ shape, draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const kind = shape.kind === 'assign' || shape.kind === 'reassign' ? shape.kind : 'circulate';
  const several = kind === 'circulate';
  return (
    <DirectoryPicker
      label={t(LABELS[kind])}
      kinds={KINDS[kind]}
      several={several}
      picked={draft.picked}
      onPicked={(picked) => onDraft({ ...draft, picked })}
      trouble={missing ? t(several ? 'act.readers.missing' : 'act.person.missing') : null}
    />
  );
}
