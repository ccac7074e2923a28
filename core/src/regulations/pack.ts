import type { UnitKind } from '../directory/index.ts';
import type { LocalDate, Sentence } from '../shared/index.ts';
import type { DecisionBasis } from './contract.ts';

/** 決裁区分, lowest first: which post decides. */
export type DecisionClass = DecisionBasis['decisionClass'];

/** What is to be decided. Later parts add kinds of matter with amounts and conditions. */
export type Matter = 'GENERAL';

/** A row of the decision table (別表第1). */
export interface DecisionRow {
  readonly ruleId: string;
  readonly matter: Matter;
  /** The kinds of unit in which the row holds; missing: in all. */
  readonly unitKinds?: readonly UnitKind[];
  readonly decisionClass: DecisionClass;
  readonly article: string;
  readonly sentence: Sentence;
}

/** 起算: from which event the years run (features.md R-11). */
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

/** 記号: the sign of a section in its document numbers. */
interface SymbolRow {
  readonly unitCode: string;
  readonly symbol: string;
}

/** One municipality's regulations as they stand from a day on. A new version is a new pack; none is ever edited. */
export interface RegulationPack {
  readonly version: string;
  /** 施行日 */
  readonly effectiveFrom: LocalDate;
  readonly decisions: readonly DecisionRow[];
  readonly classifications: readonly ClassificationRow[];
  readonly symbols: readonly SymbolRow[];
  /** The article on document symbols and numbers. */
  readonly numberingArticle: string;
}
