import type { GiveInstructionInput } from '@kaigi/core/contract';
import { confidentialityOf } from '../drafting/confidentiality.ts';

/** As it stands in the fields. */
export interface TypedInstruction {
  readonly staffId: string;
  readonly purpose: string;
  readonly reader: string;
  readonly length: string;
  readonly dueOn: string;
  readonly sampleNumber: string;
  readonly confidential: boolean;
}

export const NOTHING_TYPED: TypedInstruction = {
  staffId: '',
  purpose: '',
  reader: '',
  length: '',
  dueOn: '',
  sampleNumber: '',
  confidential: false,
};

export type Wrong = 'form.whom.missing' | 'form.purpose.missing' | 'form.due.past';

/** What keeps it from being sent, by field. */
export function wrongIn(typed: TypedInstruction, today: string): Partial<Record<keyof TypedInstruction, Wrong>> {
  return {
    ...(typed.staffId === '' ? { staffId: 'form.whom.missing' } : {}),
    ...(typed.purpose.trim() === '' ? { purpose: 'form.purpose.missing' } : {}),
    ...(typed.dueOn !== '' && typed.dueOn < today ? { dueOn: 'form.due.past' } : {}),
  };
}

export function inputOf({ confidential, dueOn, ...typed }: TypedInstruction): GiveInstructionInput {
  return {
    staffId: typed.staffId,
    purpose: typed.purpose.trim(),
    reader: typed.reader.trim(),
    length: typed.length.trim(),
    sampleNumber: typed.sampleNumber.trim(),
    dueOn: dueOn === '' ? null : dueOn,
    confidentiality: confidentialityOf(confidential ? ['CAREFUL'] : ['INTERNAL']),
  };
}
