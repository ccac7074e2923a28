import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { ChoiceField, LineField, LinesField } from './fields.tsx';
import type { StartProps } from './start.ts';
import { applicationsText } from './text.ts';
import { NO_TRIP, type TypedTrip, tripOf } from './typed.ts';
import { tripFrom } from './typed-again.ts';

interface FieldsProps {
  readonly typed: TypedTrip;
  readonly change: (change: Partial<TypedTrip>) => void;
}

const ENDS = ['OFFICE', 'HOME'] as const;

function When({ typed, change }: FieldsProps) {
  const t = useText(applicationsText);
  return (
    <>
      <LineField
        label={t('field.from')}
        type="date"
        required
        value={typed.fromDate}
        onChange={(fromDate) => change({ fromDate })}
        testId="trip-from"
      />
      <LineField
        label={t('field.time_from')}
        type="time"
        value={typed.fromTime}
        onChange={(fromTime) => change({ fromTime })}
        testId="trip-from-time"
      />
      <LineField
        label={t('field.to')}
        type="date"
        value={typed.toDate}
        onChange={(toDate) => change({ toDate })}
        testId="trip-to"
      />
      <LineField
        label={t('field.time_to')}
        type="time"
        value={typed.toTime}
        onChange={(toTime) => change({ toTime })}
        testId="trip-to-time"
      />
    </>
  );
}

function Ways({ typed, change }: FieldsProps) {
  const t = useText(applicationsText);
  const areas = (['CITY', 'DOMESTIC', 'OVERSEAS'] as const).map((code) => ({ code, name: t(`area.${code}`) }));
  return (
    <>
      <ChoiceField
        label={t('field.area')}
        options={areas}
        value={typed.area}
        onChange={(area) => change({ area })}
        testId="area"
      />
      <ChoiceField
        label={t('field.leaves')}
        options={ENDS.map((code) => ({ code, name: t(`leaves.${code}`) }))}
        value={typed.startsAt}
        onChange={(startsAt) => change({ startsAt })}
        testId="leaves"
      />
      <ChoiceField
        label={t('field.returns')}
        options={ENDS.map((code) => ({ code, name: t(`returns.${code}`) }))}
        value={typed.returnsTo}
        onChange={(returnsTo) => change({ returnsTo })}
        testId="returns"
      />
      <LineField
        label={t('field.amount')}
        value={typed.amount}
        onChange={(amount) => change({ amount })}
        testId="amount"
        max={9}
      />
    </>
  );
}

/** 旅行命令の申請. */
export function TripForm({ start }: StartProps) {
  const t = useText(applicationsText);
  const [typed, setTyped] = useState(() => tripFrom(start) ?? NO_TRIP);
  const change = (changed: Partial<TypedTrip>) => setTyped((before) => ({ ...before, ...changed }));
  return (
    <ApplicationForm kind="TRIP" start={start} filled={tripOf(typed)}>
      <LineField
        label={t('field.destination')}
        required
        max={100}
        value={typed.destination}
        onChange={(destination) => change({ destination })}
        testId="destination"
      />
      <LinesField
        label={t('field.purpose')}
        required
        value={typed.purpose}
        onChange={(purpose) => change({ purpose })}
        testId="purpose"
      />
      <When typed={typed} change={change} />
      <Ways typed={typed} change={change} />
      <LineField
        label={t('field.contact')}
        value={typed.contact}
        onChange={(contact) => change({ contact })}
        testId="contact"
      />
      <LinesField
        label={t('field.reason')}
        hint={t('field.reason.late')}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        testId="reason"
      />
    </ApplicationForm>
  );
}
