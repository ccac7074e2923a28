import { Dropdown, Field, Option } from '@fluentui/react-components';
import type { MattersView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { CheckGroup } from './CheckGroup.tsx';
import { classesAbove, type TypedMatter } from './question.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

const RAISED = 'raise.';
type Code = keyof typeof regulationsText;

/** The five reasons that most regulations know, as plain questions; others in the words of the regulations. */
function codeOf(reason: string): Code | null {
  const code = `${RAISED}${reason}`;
  return code in regulationsText ? (code as Code) : null;
}

export interface EscalationFieldsProps {
  readonly matters: MattersView;
  readonly typed: TypedMatter;
  readonly onTyped: (typed: TypedMatter) => void;
  /** Who decides by the rule, so that only higher classes are offered; null while that is not known. */
  readonly decisionClass: string | null;
}

/** 専決の制限: lets the decision go up, and never down. */
export function EscalationFields({ matters, typed, onTyped, decisionClass }: EscalationFieldsProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const chosen = new Set(typed.escalations);
  const handleReason = (code: string, checked: boolean) => {
    const escalations = matters.reasons
      .map((reason) => reason.code)
      .filter((one) => (one === code ? checked : chosen.has(one)));
    onTyped({ ...typed, escalations, raiseTo: escalations.length > 0 ? typed.raiseTo : null });
  };
  const above = classesAbove(matters, decisionClass);
  const offered = matters.classes.filter((one) => above.includes(one) || one.code === typed.raiseTo);
  const raised = matters.classes.find(({ code }) => code === typed.raiseTo);
  return (
    <>
      <CheckGroup
        label={t('raise.label')}
        info={t('raise.help')}
        items={matters.reasons.map(({ code, name }) => {
          const asked = codeOf(code);
          return { code, label: asked ? t(asked) : name, checked: chosen.has(code) };
        })}
        onChecked={handleReason}
        testId="escalation"
      />
      {chosen.size > 0 && offered.length > 0 ? (
        <Field label={t('raise.to')} hint={t('raise.to.help')}>
          <Dropdown
            className={styles.select}
            value={raised?.name ?? t('raise.to.rule')}
            selectedOptions={[typed.raiseTo ?? '']}
            onOptionSelect={(_, { optionValue }) => onTyped({ ...typed, raiseTo: optionValue ? optionValue : null })}
            data-testid="raise-to"
          >
            <Option value="">{t('raise.to.rule')}</Option>
            {offered.map(({ code, name }) => (
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
