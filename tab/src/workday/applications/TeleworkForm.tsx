import { Checkbox } from '@fluentui/react-components';
import type { MyRegistration, TeleworkRulesView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { DaysFields } from './DaysFields.tsx';
import { ChecksField, ChoiceField, LineField, LinesField, RadioField } from './fields.tsx';
import type { StartProps } from './start.ts';
import { applicationsText } from './text.ts';
import { NO_TELEWORK, type TypedTelework, teleworkOf } from './typed.ts';
import { teleworkFrom } from './typed-again.ts';
import { useRegistration, useTeleworkRules } from './use-applications.ts';

type Words = TeleworkRulesView['words'];

const first = (words: Words, list: 'networks' | 'devices' | 'information'): string[] =>
  words[list].slice(0, 1).map(({ code }) => code);

/** As the form in the chat: the first day in time, what is registered, and else what the rules name first. */
function firstTyped({ current, firstDay }: MyRegistration, words: Words): TypedTelework {
  const devices = (current?.devices ?? []).map(({ device }) => device);
  return {
    ...NO_TELEWORK,
    dates: [firstDay ?? ''],
    place: current?.places[0]?.place ?? words.places[0]?.code ?? '',
    networks: first(words, 'networks'),
    devices: devices.length > 0 ? devices : first(words, 'devices'),
    information: first(words, 'information'),
    contact: current?.contact ?? '',
  };
}

interface FieldsProps {
  readonly typed: TypedTelework;
  readonly change: (change: Partial<TypedTelework>) => void;
  readonly words: Words;
}

function Times({ typed, change }: FieldsProps) {
  const t = useText(applicationsText);
  if (typed.span !== 'HOURS') return null;
  return (
    <>
      <LineField
        label={t('field.time_from')}
        type="time"
        required
        value={typed.timeFrom}
        onChange={(timeFrom) => change({ timeFrom })}
        testId="time-from"
      />
      <LineField
        label={t('field.time_to')}
        type="time"
        required
        value={typed.timeTo}
        onChange={(timeTo) => change({ timeTo })}
        testId="time-to"
      />
    </>
  );
}

function Breaks({ typed, change }: FieldsProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  return (
    <>
      <Checkbox
        className={styles.wide}
        checked={typed.otherBreaks}
        label={t('field.breaks')}
        onChange={(_, { checked }) => change({ otherBreaks: checked === true })}
        data-testid="other-breaks"
      />
      {typed.otherBreaks ? (
        <>
          <LineField
            label={t('field.break_from')}
            type="time"
            value={typed.breakFrom}
            onChange={(breakFrom) => change({ breakFrom })}
            testId="break-from"
          />
          <LineField
            label={t('field.break_to')}
            type="time"
            value={typed.breakTo}
            onChange={(breakTo) => change({ breakTo })}
            testId="break-to"
          />
        </>
      ) : null}
    </>
  );
}

function Words({ typed, change, words }: FieldsProps) {
  const t = useText(applicationsText);
  return (
    <>
      <ChoiceField
        label={t('field.place')}
        required
        options={words.places}
        value={typed.place}
        onChange={(place) => change({ place })}
        testId="place"
      />
      {(['networks', 'devices', 'information', 'reasons'] as const).map((list) => (
        <ChecksField
          key={list}
          label={t(`field.${list}`)}
          options={words[list]}
          value={typed[list]}
          onChange={(chosen) => change({ [list]: chosen })}
          testId={list}
        />
      ))}
    </>
  );
}

function Told({ typed, change }: FieldsProps) {
  const t = useText(applicationsText);
  return (
    <>
      <LinesField label={t('field.tasks')} value={typed.tasks} onChange={(tasks) => change({ tasks })} testId="tasks" />
      <LineField
        label={t('field.contact')}
        hint={t('field.contact.hint')}
        value={typed.contact}
        onChange={(contact) => change({ contact })}
        testId="contact"
      />
      <LinesField label={t('field.items')} value={typed.items} onChange={(items) => change({ items })} testId="items" />
      <LinesField
        label={t('field.reason')}
        hint={t('field.reason.late')}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        testId="reason"
      />
    </>
  );
}

interface FormProps extends StartProps {
  readonly rules: TeleworkRulesView;
  readonly registration: MyRegistration;
}

function Form({ rules, registration, start }: FormProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const [typed, setTyped] = useState(() => teleworkFrom(start) ?? firstTyped(registration, rules.words));
  const change = (changed: Partial<TypedTelework>) => setTyped((before) => ({ ...before, ...changed }));
  const fields = { typed, change, words: rules.words };
  const kinds = (['HOME', 'SATELLITE', 'MOBILE'] as const).map((code) => ({ code, name: t(`telework.${code}`) }));
  const spans = (['DAY', 'MORNING', 'AFTERNOON', 'HOURS'] as const).map((code) => ({ code, name: t(`span.${code}`) }));
  return (
    <ApplicationForm kind="TELEWORK" start={start} filled={teleworkOf(typed)}>
      <DaysFields typed={typed} change={change} />
      <Checkbox
        className={styles.wide}
        checked={typed.leaveOut}
        label={t('field.leave_out')}
        onChange={(_, { checked }) => change({ leaveOut: checked === true })}
        data-testid="leave-out"
      />
      <RadioField
        label={t('field.kind')}
        options={kinds}
        value={typed.kind}
        onChange={(kind) => change({ kind })}
        testId="kind"
      />
      <RadioField
        label={t('field.span')}
        options={spans}
        value={typed.span}
        onChange={(span) => change({ span })}
        testId="span"
      />
      <Times {...fields} />
      <Words {...fields} />
      <Breaks {...fields} />
      <Told {...fields} />
    </ApplicationForm>
  );
}

/** テレワークの実施申請. */
export function TeleworkForm({ start }: StartProps) {
  const t = useText(applicationsText);
  const rules = useTeleworkRules();
  const registration = useRegistration();
  const failed = [rules, registration].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={t('new.error')} onRetry={() => void failed.refetch()} />;
  if (!rules.data || !registration.data) return <LoadingState />;
  return <Form start={start} rules={rules.data} registration={registration.data} />;
}
