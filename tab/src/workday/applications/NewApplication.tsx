import type { ApplicationKindName } from '@kaigi/core/contract';
import type { ComponentType } from 'react';
import { LeaveForm } from './LeaveForm.tsx';
import { OvertimeForm } from './OvertimeForm.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';
import { BLANK, type Start, type StartProps } from './start.ts';
import { TeleworkForm } from './TeleworkForm.tsx';
import { TripForm } from './TripForm.tsx';

const FORMS: Readonly<Record<ApplicationKindName, ComponentType<StartProps>>> = {
  REGISTRATION: RegistrationForm,
  TELEWORK: TeleworkForm,
  LEAVE: LeaveForm,
  OVERTIME: OvertimeForm,
  TRIP: TripForm,
};

export interface NewApplicationProps {
  readonly kind: ApplicationKindName;
  readonly start?: Start;
}

export function NewApplication({ kind, start = BLANK }: NewApplicationProps) {
  const Form = FORMS[kind];
  return <Form start={start} />;
}
