import type { PostName } from './case-parts.ts';

// What the regulations want of a case besides its slots.

/** Posts that the route leaves out, with the reason: 起案者, 欠員, or above a 専決 (―). */
export interface PassedOver extends PostName {
  readonly why: 'DRAFTER' | 'VACANT' | 'STRUCK';
  readonly sentence: string | null;
}

/** 引継先・報告先: reads it once it is decided. */
export interface Inform extends PostName {
  readonly article: string;
}

/** 催促: who is told after how many working days. */
export interface ReminderStep {
  readonly afterWorkingDays: number;
  readonly to: 'HOLDER' | 'SUPERIOR' | 'RECORDS' | 'DRAFTER';
  /** Only where it waits for one of these; missing: for any. */
  readonly duties?: readonly string[] | undefined;
}

/** 催促 of 後閲 past its last day. */
export interface OverdueStep {
  readonly afterWorkingDays: number;
  readonly to: 'READER' | 'SUPERIOR' | 'OFFICER' | 'RECORDS' | 'ADMIN' | 'DRAFTER';
}

/** 番号の系列: of the section, of the whole city under its own symbol, or none for minor matters. */
export interface Numbering {
  readonly none: boolean;
  readonly symbol: string | null;
}
