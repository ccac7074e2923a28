import { Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { DayField, InstructionField, PaperField, PeopleField, SlotField } from './ActExtraFields.tsx';
import { CompletedOnField, IssuedOnField, MethodField, NoteField } from './ActFinishFields.tsx';
import type { ActShape, ExtraField } from './act-shapes.ts';
import { type ActDraft, effectiveDay, extrasOf, missingIn } from './acts.ts';
import { AddresseeField, EscalationField } from './ExtendRouteFields.tsx';
import { approvalsText } from './text.ts';

export interface ActFieldsProps {
  readonly opened: CaseView;
  readonly shape: ActShape;
  readonly draft: ActDraft;
  readonly onDraft: (draft: ActDraft) => void;
  /** Mistakes are told only after the first try. */
  readonly tried: boolean;
  /** One line is enough to begin with. */
  readonly short: boolean;
}

export type FieldProps = Omit<ActFieldsProps, 'tried' | 'short'> & { readonly missing: boolean };

const LONGEST = 1000;
const DRAFTER = 'drafter';

function TargetField({ opened, draft, onDraft }: FieldProps) {
  const t = useText(approvalsText);
  return (
    <Field label={t('act.target')}>
      <RadioGroup
        value={draft.toSlotId ?? DRAFTER}
        onChange={(_, { value }) => onDraft({ ...draft, toSlotId: value === DRAFTER ? null : value })}
        data-testid="send-back-target"
      >
        <Radio value={DRAFTER} label={t('act.target.drafter', { name: opened.drafter.name })} />
        {opened.sendBackTargets.map(({ slotId, label }) => (
          <Radio key={slotId} value={slotId} label={label} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function MarksField({ draft, onDraft }: FieldProps) {
  const t = useText(approvalsText);
  return (
    <Field hint={t('act.marks.hint')}>
      <Checkbox
        checked={draft.voidMarks}
        label={t('act.marks')}
        onChange={(_, { checked }) => onDraft({ ...draft, voidMarks: checked === true })}
        data-testid="void-marks"
      />
    </Field>
  );
}

function OutcomeField({ draft, onDraft }: FieldProps) {
  const t = useText(approvalsText);
  return (
    <Field label={t('act.outcome')}>
      <RadioGroup
        value={draft.outcome}
        onChange={(_, { value }) => onDraft({ ...draft, outcome: value === 'PROCEED' ? 'PROCEED' : 'REVISE' })}
        data-testid="dispute-outcome"
      >
        <Radio value="REVISE" label={t('act.outcome.REVISE')} />
        <Radio value="PROCEED" label={t('act.outcome.PROCEED')} />
      </RadioGroup>
    </Field>
  );
}

const EXTRAS: Readonly<Record<ExtraField, (props: FieldProps) => React.ReactNode>> = {
  target: TargetField,
  marks: MarksField,
  outcome: OutcomeField,
  paper: PaperField,
  instruction: InstructionField,
  day: DayField,
  person: PeopleField,
  issuedOn: IssuedOnField,
  completedOn: CompletedOnField,
  method: MethodField,
  note: NoteField,
  readers: PeopleField,
  slot: SlotField,
  addressee: AddresseeField,
  escalation: EscalationField,
};

const TEST_IDS: Readonly<Partial<Record<ActShape['kind'], string>>> = {
  sendBack: 'send-back-reason',
  ask: 'question-text',
};

function testIdOf({ kind, field }: ActShape): string {
  return TEST_IDS[kind] ?? (field === 'comment' ? 'act-comment' : 'act-reason');
}

function TextField({ opened, shape, draft, onDraft, missing, short }: FieldProps & Pick<ActFieldsProps, 'short'>) {
  const t = useText(approvalsText);
  const { field } = shape;
  if (field === null) return null;
  const dated = shape.kind === 'setEffectiveDate';
  const explained = dated && effectiveDay(draft.day, opened) !== 'SAME';
  const label = dated ? t(explained ? 'act.reason.effective' : 'act.reason.optional') : t(`act.${field}`);
  const message = field === 'comment' || !missing ? null : t(`act.${field}.missing`);
  return (
    <Field label={label} validationState={missing ? 'error' : 'none'} validationMessage={message}>
      <Textarea
        value={draft.text}
        maxLength={LONGEST}
        rows={short && field === 'comment' ? 1 : 4}
        resize="vertical"
        onChange={(_, { value }) => onDraft({ ...draft, text: value })}
        textarea={
          { 'data-testid': testIdOf(shape), 'aria-required': field !== 'comment' && !(dated && !explained) } as object
        }
      />
    </Field>
  );
}

export function ActFields({ opened, shape, draft, onDraft, tried, short }: ActFieldsProps) {
  const missing = tried ? missingIn(shape, draft, opened) : [];
  const common = { opened, shape, draft, onDraft };
  return (
    <>
      {extrasOf(shape, opened).map((field) => {
        const Extra = EXTRAS[field];
        return <Extra key={field} {...common} missing={missing.includes(field)} />;
      })}
      <TextField {...common} short={short} missing={missing.includes('text')} />
    </>
  );
}
