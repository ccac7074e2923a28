import type { DraftForm } from './draft-form.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The form over a newer state of the case: fields that the person has not touched show what is there now. */
export function rebased(form: DraftForm, before: DraftForm, now: DraftForm): DraftForm {
  const names = Object.keys(form) as (keyof DraftForm)[];
  const untouched = names.filter((name) => same(form[name], before[name]));
  return { ...form, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) };
}
