import { Field, Input, Select } from '@fluentui/react-components';
import { useLocale, useText } from '../../app/locale.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { weekdayName } from './rule-words.ts';
import { yearlyText } from './text.ts';
import { KINDS, MONTHS, ON_DAYS_OFF, type TypedYearly, WEEKDAYS, type YearlyProblem } from './yearly-form.ts';

export interface YearlyFieldsProps {
  readonly typed: TypedYearly;
  readonly problem: YearlyProblem | null;
  readonly onTyped: (change: Partial<TypedYearly>) => void;
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoice: (value: T) => void;
}

function Choice<T extends string>({ name, label, value, options, onChoice }: ChoiceProps<T>) {
  const styles = useDialogStyles();
  const handle = (chosen: string) => {
    const option = options.find(([one]) => one === chosen);
    if (option) onChoice(option[0]);
  };
  return (
    <Field label={label} className={styles.field}>
      <Select
        className={styles.input}
        value={value}
        onChange={(_, data) => handle(data.value)}
        select={{ 'data-testid': `yearly-${name}` } as object}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const numbered = (numbers: readonly number[]) => numbers.map((one) => [String(one), String(one)] as const);

function Weekday({ typed, onTyped }: YearlyFieldsProps) {
  const t = useText(yearlyText);
  const locale = useLocale();
  return (
    <>
      {typed.kind === 'NTH_WEEKDAY' ? (
        <Choice
          name="nth"
          label={t('yearly.field.nth')}
          value={typed.nth}
          options={numbered([1, 2, 3, 4, 5])}
          onChoice={(nth) => onTyped({ nth })}
        />
      ) : null}
      <Choice
        name="weekday"
        label={t('yearly.field.weekday')}
        value={typed.weekday}
        options={WEEKDAYS.map((one) => [String(one), weekdayName(one, locale)] as const)}
        onChoice={(weekday) => onTyped({ weekday })}
      />
    </>
  );
}

function Day({ typed, problem, onTyped }: YearlyFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(yearlyText);
  const wrong =
    problem === 'yearly.field.day.wrong' ? { validationMessage: t(problem), validationState: 'error' as const } : {};
  return (
    <>
      <Field label={t('yearly.field.day')} className={styles.field} {...wrong}>
        <Input
          className={styles.input}
          type="number"
          min={1}
          max={31}
          value={typed.day}
          onChange={(_, { value }) => onTyped({ day: value })}
          data-testid="yearly-day"
        />
      </Field>
      <Choice
        name="off"
        label={t('yearly.field.off')}
        value={typed.onDayOff}
        options={ON_DAYS_OFF.map((one) => [one, t(`yearly.off.${one}`)] as const)}
        onChoice={(onDayOff) => onTyped({ onDayOff })}
      />
    </>
  );
}

/** How the day is found every year. */
export function RuleFields(props: YearlyFieldsProps) {
  const { typed, onTyped } = props;
  const styles = useDialogStyles();
  const t = useText(yearlyText);
  return (
    <div className={styles.line}>
      <Choice
        name="kind"
        label={t('yearly.field.kind')}
        value={typed.kind}
        options={KINDS.map((one) => [one, t(`yearly.kind.${one}`)] as const)}
        onChoice={(kind) => onTyped({ kind })}
      />
      {typed.kind === 'BY_HAND' ? null : (
        <Choice
          name="month"
          label={t('yearly.field.month')}
          value={typed.month}
          options={numbered(MONTHS)}
          onChoice={(month) => onTyped({ month })}
        />
      )}
      {typed.kind === 'NTH_WEEKDAY' || typed.kind === 'LAST_WEEKDAY' ? <Weekday {...props} /> : null}
      {typed.kind === 'DAY' ? <Day {...props} /> : null}
    </div>
  );
}
