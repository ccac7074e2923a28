import type { OptionalField } from './applicable.ts';
import type { ProblemField } from './problems.ts';
import type { Draft } from './use-draft.ts';

/** What every part of the page is given. */
export interface SectionProps {
  readonly draft: Draft;
  readonly shown: ReadonlySet<OptionalField>;
  /** The sentence about a field once mistakes are told; null otherwise. */
  readonly told: (field: ProblemField) => string | null;
}
