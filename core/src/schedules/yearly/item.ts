import type { LocalDate } from '../../shared/index.ts';
import type { WhenRule } from './rules.ts';

/** 行事: what a section does in one fiscal year. */
export interface YearlyItem {
  readonly itemId: string;
  /** The 課. */
  readonly unitId: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly note: string;
  readonly rule: WhenRule;
  /** As it is in this year; by the rule, or chosen. */
  readonly date: LocalDate;
  /** How many days it lasts. */
  readonly days: number;
  /** Prepared from so many days before; 0: nothing is said. */
  readonly daysBefore: number;
  /** What it was taken over from. */
  readonly copiedFrom: string | null;
  readonly version: number;
}
