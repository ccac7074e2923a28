/** 起算: from which event the years run. */
export type RetentionBasis = 'CREATION' | 'COMPLETION' | 'ISSUANCE';

/** A row of the file plan and retention schedule (文書分類表・保存期間表). */
export interface ClassificationRow {
  readonly code: string;
  /** 大分類 */
  readonly major: string;
  /** 中分類 */
  readonly middle: string;
  /** 小分類 */
  readonly minor: string;
  readonly retentionYears: number;
  readonly retentionBasis: RetentionBasis;
  readonly article: string;
  /** Words that, found in a document's title, speak for this class. */
  readonly keywords: readonly string[];
}
