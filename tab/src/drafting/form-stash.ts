import { type DraftForm, EMPTY_FORM } from './draft-form.ts';

interface Stashed {
  readonly form: DraftForm;
  /** Of the case that it was typed over; 0 for a new one. */
  readonly version: number;
}

const key = (staffId: string, caseId: string | null): string => `kaigi.drafting.${staffId}.${caseId ?? 'new'}`;

function isForm(value: unknown): value is DraftForm {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(EMPTY_FORM).every(([name, empty]) => {
    const found = (value as Record<string, unknown>)[name];
    return typeof found === typeof empty && Array.isArray(found) === Array.isArray(empty);
  });
}

/** What was typed survives a change of the page: Teams throws a tab away when another one is opened. */
export function stash(staffId: string, caseId: string | null, stashed: Stashed): void {
  try {
    sessionStorage.setItem(key(staffId, caseId), JSON.stringify(stashed));
  } catch {
    // A browser that keeps nothing still lets one draft.
  }
}

export function unstash(staffId: string, caseId: string | null): Stashed | null {
  try {
    const { form, version } = JSON.parse(sessionStorage.getItem(key(staffId, caseId)) ?? 'null') as Stashed;
    return isForm(form) && typeof version === 'number' ? { form, version } : null;
  } catch {
    return null;
  }
}

export function forget(staffId: string, caseId: string | null): void {
  try {
    sessionStorage.removeItem(key(staffId, caseId));
  } catch {
    // Nothing was kept.
  }
}
