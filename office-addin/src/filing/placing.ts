import type { Placing } from '@kaigi/core/contract';
import { type PlacedAs, placedAs } from '@kaigi/core/shared';
import type { FilingForm } from './filing-form.ts';

/** What is sent of it: what was chosen, else what was proposed for exactly this class. */
export const placedFor = (form: FilingForm, placing: { code: string; view: Placing } | null): PlacedAs =>
  placing?.code === form.classificationCode ? placedAs(form, placing.view) : {};
