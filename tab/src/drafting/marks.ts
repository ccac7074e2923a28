import type { SlotView } from '@kaigi/core/contract';
import type { DraftField } from './draft-form.ts';

// 要旨: whoever agreed to another proposal has to agree again. The rest only its examiners look at.
const GIST: ReadonlySet<DraftField> = new Set<DraftField>([
  'title',
  'proposalText',
  'legalBasis',
  'matter',
  'effectiveOn',
  'retroactiveReason',
  'paperAttachments',
]);
const HANDLING: ReadonlySet<DraftField> = new Set<DraftField>([
  'classificationCode',
  'disclosure',
  'issuance',
  'confidentiality',
]);

export interface MarkOutlook {
  /** Marks that still count when it is submitted again. */
  readonly kept: readonly string[];
  /** Marks that still count now, but not once the changes in the form are saved. */
  readonly voided: readonly string[];
  /** Those who act again, or for the first time. */
  readonly again: readonly string[];
}

const nameOf = ({ unitName, postTitle, actedBy }: SlotView): string =>
  [unitName, postTitle, actedBy?.name].filter(Boolean).join(' ');

/** Which marks survive: those of the simulated route, less those whose evidence the unsaved changes would alter. */
export function markOutlook(route: readonly SlotView[], changed: readonly DraftField[]): MarkOutlook {
  const gist = changed.some((field) => GIST.has(field));
  const handling = changed.some((field) => HANDLING.has(field));
  const marked = route.filter(({ actedAt, status }) => actedAt !== null && status !== 'SKIPPED_POST_REVIEW');
  const falls = ({ duty }: SlotView): boolean => gist || (handling && duty === 'EXAMINE');
  return {
    kept: marked.filter((slot) => !falls(slot)).map(nameOf),
    voided: marked.filter(falls).map(nameOf),
    again: route.filter(({ actedAt }) => actedAt === null).map(nameOf),
  };
}
