import type { ApplicationKindName } from '@kaigi/core/contract';
import type { ComponentType } from 'react';
import { LeaveForm } from './LeaveForm.tsx';
import { OvertimeForm } from './OvertimeForm.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import { TeleworkForm } from './TeleworkForm.tsx';
import { TripForm } from './TripForm.tsx';

const FORMS: Readonly<Record<ApplicationKindName, ComponentType>> = {
  REGISTRATION: RegistrationForm,
  TELEWORK: TeleworkForm,
  LEAVE: LeaveForm,
  OVERTIME: OvertimeForm,
  TRIP: TripForm,
};

export function NewApplication({ kind }: { readonly kind: ApplicationKindName }) {
  const Form = FORMS[kind];
  return <Form />;
}
