import type { MatterItem } from '../regulations/matters.ts';
import type { DraftForm } from './draft-form.ts';

/** Fields that not every case needs. */
export type OptionalField = 'legalBasis' | 'disclosure' | 'issuance' | 'effective' | 'escalations';

export const OPTIONAL: readonly OptionalField[] = ['legalBasis', 'disclosure', 'issuance', 'effective', 'escalations'];

export interface Standing {
  readonly matter: MatterItem | null;
  /** The highest class decides already: there is nothing to raise. */
  readonly topDecides: boolean;
}

function isFilled(field: OptionalField, form: DraftForm): boolean {
  switch (field) {
    case 'legalBasis':
      return form.legalBasis !== '';
    case 'disclosure':
      return form.disclosure !== '';
    case 'issuance':
      return form.issuance !== '';
    case 'effective':
      return form.effectiveOn !== '';
    case 'escalations':
      return form.matter.escalations.length > 0;
  }
}

/** What a case of this kind has no use for is hidden; what is filled in is always shown. */
export function shownFields(form: DraftForm, { matter, topDecides }: Standing): ReadonlySet<OptionalField> {
  const minor = matter?.minor ?? false;
  const useless = (field: OptionalField): boolean => minor || (field === 'escalations' && topDecides);
  return new Set(OPTIONAL.filter((field) => !useless(field) || isFilled(field, form)));
}
