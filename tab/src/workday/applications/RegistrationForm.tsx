import { Checkbox } from '@fluentui/react-components';
import type { MyRegistration, TeleworkRulesView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { ChecksField, LineField } from './fields.tsx';
import type { StartProps } from './start.ts';
import { applicationsText } from './text.ts';
import { NO_REGISTRATION, registrationOf, type TypedRegistration } from './typed.ts';
import { registrationFrom } from './typed-again.ts';
import { useRegistration, useTeleworkRules } from './use-applications.ts';

/** A renewal or a change begins with what holds now. */
function firstTyped({ current, renewable }: MyRegistration): TypedRegistration {
  if (!current) return NO_REGISTRATION;
  return {
    places: current.places.map(({ place }) => place),
    addresses: Object.fromEntries(current.places.map(({ place, address }) => [place, address])),
    devices: current.devices.map(({ device }) => device),
    models: Object.fromEntries(current.devices.map(({ device, model }) => [device, model])),
    reasons: [],
    contact: current.contact,
    renewal: renewable,
  };
}

interface FormProps extends StartProps {
  readonly rules: TeleworkRulesView;
  readonly registration: MyRegistration;
}

function Form({ rules: { words }, registration, start }: FormProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const [typed, setTyped] = useState(() => registrationFrom(start) ?? firstTyped(registration));
  const change = (changed: Partial<TypedRegistration>) => setTyped((before) => ({ ...before, ...changed }));
  const named = (list: TeleworkRulesView['words']['places'], code: string) =>
    list.find((word) => word.code === code)?.name ?? code;
  return (
    <ApplicationForm kind="REGISTRATION" start={start} filled={registrationOf(typed)}>
      {registration.renewable ? (
        <Checkbox
          className={styles.wide}
          checked={typed.renewal}
          label={t('field.renewal')}
          onChange={(_, { checked }) => change({ renewal: checked === true })}
          data-testid="renewal"
        />
      ) : null}
      <ChecksField
        label={t('field.places')}
        options={words.places}
        value={typed.places}
        onChange={(places) => change({ places })}
        testId="places"
      />
      <ChecksField
        label={t('field.devices')}
        options={words.devices}
        value={typed.devices}
        onChange={(devices) => change({ devices })}
        testId="devices"
      />
      {typed.places.map((place) => (
        <LineField
          key={place}
          label={t('field.address', { place: named(words.places, place) })}
          hint={t('field.address.hint')}
          max={300}
          value={typed.addresses[place] ?? ''}
          onChange={(address) => change({ addresses: { ...typed.addresses, [place]: address } })}
          testId={`address-${place}`}
        />
      ))}
      {typed.devices.map((device) => (
        <LineField
          key={device}
          label={t('field.model', { device: named(words.devices, device) })}
          value={typed.models[device] ?? ''}
          onChange={(model) => change({ models: { ...typed.models, [device]: model } })}
          testId={`model-${device}`}
        />
      ))}
      <ChecksField
        label={t('field.reasons')}
        options={words.reasons}
        value={typed.reasons}
        onChange={(reasons) => change({ reasons })}
        testId="reasons"
      />
      <LineField
        label={t('field.contact')}
        hint={t('field.contact.hint')}
        required
        value={typed.contact}
        onChange={(contact) => change({ contact })}
        testId="contact"
      />
    </ApplicationForm>
  );
}

/** 利用者登録: the first one, a change of it, a renewal. */
export function RegistrationForm({ start }: StartProps) {
  const t = useText(applicationsText);
  const rules = useTeleworkRules();
  const registration = useRegistration();
  const failed = [rules, registration].find(({ isError, data }) => isError && !data);
  if (failed) return <ErrorState error={failed.error} title={t('new.error')} onRetry={() => void failed.refetch()} />;
  if (!rules.data || !registration.data) return <LoadingState />;
  return <Form start={start} rules={rules.data} registration={registration.data} />;
}
