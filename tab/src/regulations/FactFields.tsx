import { Dropdown, Field, Input, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useLocale, useText } from '../app/locale.ts';
import { amountEcho, amountText } from './amounts.ts';
import type { MatterItem } from './matters.ts';
import { type Fact, factProblem, factValue } from './question.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

interface FactProps {
  readonly fact: Fact;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** True once all mistakes are to be told, also of fields nobody has been in. */
  readonly tried: boolean;
}

const UNITS = { amountYen: 'fact.yen', nights: 'fact.nights', days: 'fact.days' } as const;

function NumberField({ fact, typed, onTyped }: FactProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  const value = factValue(fact, typed);
  const locale = useLocale();
  const unit = fact.type in UNITS ? t(UNITS[fact.type as keyof typeof UNITS]) : null;
  // So that a zero too many is seen.
  const echo = fact.type === 'amountYen' && typeof value === 'number' ? amountEcho(value, locale) : null;
  return (
    <Input
      className={styles.number}
      value={typed}
      maxLength={30}
      contentAfter={echo ? `= ${echo}` : unit}
      onChange={(_, data) => onTyped(data.value)}
      onBlur={() => {
        if (typeof value === 'number') onTyped(fact.type === 'amountYen' ? amountText(value) : String(value));
      }}
      input={{ inputMode: fact.type === 'amountYen' ? 'text' : 'decimal', 'data-testid': `fact-${fact.key}` } as object}
    />
  );
}

function BooleanField({ fact, typed, onTyped }: FactProps) {
  const t = useText(regulationsText);
  return (
    <RadioGroup
      layout="horizontal"
      value={typed}
      onChange={(_, data) => onTyped(data.value)}
      data-testid={`fact-${fact.key}`}
    >
      <Radio value="true" label={t('fact.yes')} />
      <Radio value="false" label={t('fact.no')} />
    </RadioGroup>
  );
}

function ChoiceField({ fact, typed, onTyped }: FactProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  if (fact.choices.length <= 4) {
    return (
      <RadioGroup value={typed} onChange={(_, data) => onTyped(data.value)} data-testid={`fact-${fact.key}`}>
        {fact.choices.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    );
  }
  const chosen = fact.choices.find(({ value }) => value === typed);
  return (
    <Dropdown
      className={styles.select}
      value={chosen?.label ?? ''}
      selectedOptions={chosen ? [chosen.value] : []}
      placeholder={t('fact.choose.one')}
      onOptionSelect={(_, { optionValue }) => onTyped(optionValue ?? '')}
      data-testid={`fact-${fact.key}`}
    >
      {fact.choices.map(({ value, label }) => (
        <Option key={value} value={value}>
          {label}
        </Option>
      ))}
    </Dropdown>
  );
}

function FactField(props: FactProps) {
  const { fact, typed, tried } = props;
  const t = useText(regulationsText);
  const problem = factProblem(fact, typed);
  // Told while typing: a sentence that comes with leaving the field would move what is being pressed.
  const told = problem !== null && (tried || problem !== 'fact.missing');
  const hint = [fact.help, fact.type === 'amountYen' ? t('fact.amount.hint') : null].filter(Boolean).join(' ');
  const Kind = fact.type === 'boolean' ? BooleanField : fact.type === 'choice' ? ChoiceField : NumberField;
  return (
    <Field
      label={fact.optional ? `${fact.label}${t('fact.optional')}` : fact.label}
      required={!fact.optional}
      hint={hint}
      validationState={told ? 'error' : 'none'}
      validationMessage={told ? t(problem) : null}
    >
      <Kind {...props} />
    </Field>
  );
}

export interface FactFieldsProps {
  readonly matter: MatterItem;
  readonly facts: Readonly<Record<string, string>>;
  readonly onFacts: (facts: Readonly<Record<string, string>>) => void;
  readonly tried: boolean;
}

/** What the chosen matter asks: amount, nights, days, yes or no, one of several. */
export function FactFields({ matter, facts, onFacts, tried }: FactFieldsProps) {
  return matter.facts.map((fact) => (
    <FactField
      key={`${matter.code}/${fact.key}`}
      fact={fact}
      typed={facts[fact.key] ?? ''}
      onTyped={(typed) => onFacts({ ...facts, [fact.key]: typed })}
      tried={tried}
    />
  ));
}
