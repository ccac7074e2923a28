import { Dropdown, Field, Input, Option, Textarea } from '@fluentui/react-components';
import { IssuanceMethodSchema } from '@kaigi/core/contract';
import { fiscalYearOf, type LocalDate, localDateOf } from '@kaigi/core/shared';
import { fiscalYearText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import type { FieldProps } from './ActFields.tsx';
import { approvalsText } from './text.ts';

interface RegisteredDayProps extends FieldProps {
  readonly of: 'issuedOn' | 'completedOn';
  /** Nothing is registered for a day before it. */
  readonly from: string | null;
  readonly hint?: string | null;
}

/** A day that has been, not one to come; the service has the last word on which. */
function RegisteredDay({ of, from, hint = null, draft, onDraft, missing }: RegisteredDayProps) {
  const t = useText(approvalsText);
  return (
    <Field
      label={t(`act.${of}`)}
      hint={hint}
      required
      validationState={missing ? 'error' : 'none'}
      validationMessage={missing ? t('act.day.missing') : null}
    >
      <Input
        type="date"
        value={draft.day}
        min={from ?? undefined}
        max={localDateOf(new Date())}
        onChange={(_, { value }) => onDraft({ ...draft, day: value })}
        input={{ 'data-testid': 'registered-day' } as object}
      />
    </Field>
  );
}

const decidedOn = ({ opened }: FieldProps) => (opened.decidedAt ? localDateOf(new Date(opened.decidedAt)) : null);

export const IssuedOnField = (props: FieldProps) => <RegisteredDay {...props} of="issuedOn" from={decidedOn(props)} />;

export function CompletedOnField(props: FieldProps) {
  const t = useText(approvalsText);
  const locale = useLocale();
  const { draft, opened } = props;
  const year = draft.day === '' ? null : fiscalYearText(fiscalYearOf(draft.day as LocalDate), locale);
  const hint = year ? t('act.completedOn.year', { year }) : null;
  return <RegisteredDay {...props} of="completedOn" from={opened.issued?.on ?? decidedOn(props)} hint={hint} />;
}

export function MethodField({ draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const { method } = draft;
  return (
    <Field
      label={t('fact.issuance')}
      required
      validationState={missing ? 'error' : 'none'}
      validationMessage={missing ? t('act.method.missing') : null}
    >
      <Dropdown
        value={method ? t(`issuance.${method}`) : ''}
        selectedOptions={method ? [method] : []}
        placeholder={t('act.method.choose')}
        onOptionSelect={(_, { optionValue }) =>
          onDraft({ ...draft, method: IssuanceMethodSchema.options.find((one) => one === optionValue) ?? method })
        }
        data-testid="issuance-method"
      >
        {IssuanceMethodSchema.options.map((one) => (
          <Option key={one} value={one}>
            {t(`issuance.${one}`)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

export function NoteField({ shape, draft, onDraft }: FieldProps) {
  const t = useText(approvalsText);
  return (
    <Field label={t(shape.kind === 'complete' ? 'act.note' : 'act.note.issued')}>
      <Textarea
        value={draft.note}
        maxLength={1000}
        resize="vertical"
        onChange={(_, { value }) => onDraft({ ...draft, note: value })}
        textarea={{ 'data-testid': 'act-note' } as object}
      />
    </Field>
  );
}
