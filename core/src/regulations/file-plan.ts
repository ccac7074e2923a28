/** 起算: from which event the years run. */
export type RetentionBasis = 'CREATION' | 'COMPLETION' | 'ISSUANCE' | 'EVENT';

/** 満了時の措置: 移管, 廃棄, 協議 (decided when it ends). */
export type EndAction = 'TRANSFER' | 'DESTROY' | 'CONSULT';

/** When the years begin after the day that decides; the city's own exceptions beside 1 April. */
export type RetentionStart = 'NEXT_FISCAL_YEAR' | 'NEXT_CALENDAR_YEAR' | 'NEXT_DAY';

/** A row of the file plan and retention schedule (文書分類表・保存期間表). */
export interface ClassificationRow {
  readonly code: string;
  /** 大分類 */
  readonly major: string;
  /** 中分類 */
  readonly middle: string;
  /** 小分類 */
  readonly minor: string;
  /** 0 is 1年未満; of 永年 the years until it is looked at again. */
  readonly retentionYears: number;
  readonly retentionBasis: RetentionBasis;
  /** 永年 */
  readonly permanent?: boolean | undefined;
  /** Of 1年未満: how many days, where the schedule says so; else a day is named for each record. */
  readonly keepDays?: number | undefined;
  readonly starts?: RetentionStart | undefined;
  /** Of `EVENT`: what has to happen, e.g. 契約の終了. */
  readonly event?: { readonly ja: string; readonly en: string } | undefined;
  readonly endAction: EndAction;
  readonly article: string;
  /** Words that, found in a document's title, speak for this class. */
  readonly keywords: readonly string[];
}

/** What Kaigi keeps besides documents: each has its purpose, class and end in the schedule (個人情報の保有期間). */
export const DATA_SETS = [
  'CASE',
  'READING_LOG',
  'TELEWORK',
  'PRESENCE',
  'CALENDAR',
  'MINUTES',
  'RECORDING',
  'TRANSCRIPT',
] as const;
export type DataSet = (typeof DATA_SETS)[number];

/** A row of the schedule for data that are no documents. */
export interface DataSetRow {
  readonly set: DataSet;
  readonly name: { readonly ja: string; readonly en: string };
  /** 利用目的 */
  readonly purpose: { readonly ja: string; readonly en: string };
  readonly article: string;
  readonly retentionYears: number;
  readonly keepDays?: number | undefined;
  readonly retentionBasis: RetentionBasis;
  readonly event?: { readonly ja: string; readonly en: string } | undefined;
  readonly starts?: RetentionStart | undefined;
  readonly endAction: EndAction;
}
