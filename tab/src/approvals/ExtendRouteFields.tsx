import { Dropdown, Field, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { classesAbove } from '../regulations/question.ts';
import { useMatters } from '../regulations/use-matters.ts';
import type { FieldProps } from './ActFields.tsx';
import type { ActDraft } from './acts.ts';
import { DirectoryPicker } from './DirectoryPicker.tsx';
import { approvalsText } from './text.ts';

const DUTIES: readonly ActDraft['duty'][] = ['CONSULT', 'REVIEW'];
const KINDS = { CONSULT: ['unit', 'post'], REVIEW: ['post'] } as const;

/** Whom to ask before the decision: a section or a post for its opinion, a post for its review. */
export function AddresseeField({ draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const { duty } = draft;
  return (
    <>
      <Field label={t('act.duty')}>
        <RadioGroup
          value={duty}
          onChange={(_, { value }) =>
            onDraft({ ...draft, duty: value === 'REVIEW' ? 'REVIEW' : 'CONSULT', picked: [] })
          }
          data-testid="extend-duty"
        >
          {DUTIES.map((one) => (
            <Radio key={one} value={one} label={t(`act.duty.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <DirectoryPicker
        key={duty}
        label={t(`act.addressee.${duty}`)}
        kinds={KINDS[duty]}
        several={false}
        asSection
        picked={draft.picked}
        onPicked={(picked) => onDraft({ ...draft, picked })}
        trouble={missing ? t('act.addressee.missing') : null}
      />
    </>
  );
}

/** 専決の制限, in the words of the regulations in force, and who is to decide. */
export function EscalationField({ opened, draft, onDraft, missing }: FieldProps) {
  const t = useText(approvalsText);
  const locale = useLocale();
  const matters = useMatters();
  const above = matters.data ? classesAbove(matters.data, opened.basis?.decisionClass ?? null) : [];
  const chosen = above.find(({ code }) => code === draft.raiseTo);
  const trouble = matters.isError
    ? `${t('act.escalation.failed')}: ${errorWords(matters.error, locale).sentence}`
    : missing
      ? t('act.escalation.missing')
      : null;
  return (
    <>
      <Field
        label={t('act.escalation')}
        required
        validationState={trouble ? 'error' : 'none'}
        validationMessage={trouble}
      >
        <RadioGroup
          value={draft.escalation}
          onChange={(_, { value }) => onDraft({ ...draft, escalation: value })}
          data-testid="raise-reason"
        >
          {(matters.data?.reasons ?? []).map(({ code, name }) => (
            <Radio key={code} value={code} label={name} />
          ))}
        </RadioGroup>
      </Field>
      {above.length > 0 ? (
        <Field label={t('act.raiseTo')} hint={t('act.raiseTo.hint')}>
          <Dropdown
            value={chosen?.name ?? t('act.raiseTo.rule')}
            selectedOptions={[draft.raiseTo ?? '']}
            onOptionSelect={(_, { optionValue }) => onDraft({ ...draft, raiseTo: optionValue ? optionValue : null })}
            data-testid="raise-decider-to"
          >
            <Option value="">{t('act.raiseTo.rule')}</Option>
            {above.map(({ code, name }) => (
              <Option key={code} value={code}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
      ) : null}
    </>
  );
}
