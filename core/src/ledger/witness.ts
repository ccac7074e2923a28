import type { Tx } from '../platform/index.ts';
import type { Sentence } from '../shared/index.ts';
import type { Leaf } from './entry.ts';

/** Something that is not as it was recorded. */
export interface Finding {
  readonly kind: string;
  readonly subject: string;
  /** `ledger.row_changed`, `records.file_changed`: stable, for machines. */
  readonly code: string;
  readonly sentence: Sentence;
}

/** What a capability answers for when the log is verified. */
export interface Witnessed {
  readonly kind: string;
  /**
   * Rebuilds, from the rows as they stand in the database today, the entries that must be in the log,
   * in any fixed order of subject; an empty page ends them.
   */
  readonly entries: (tx: Tx, afterSubject: string | null, limit: number) => Promise<readonly Leaf[]>;
  /** Further checks of this capability, e.g. that stored files still have their hash. */
  readonly check?: (tx: Tx) => AsyncIterable<Finding>;
  /** How a person calls the row: 「案件 … の履歴 3 行目」. Without it, kind and subject are shown. */
  readonly name?: (subject: string) => Sentence;
}
