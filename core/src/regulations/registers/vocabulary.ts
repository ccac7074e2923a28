import type { Role } from '../../directory/index.ts';
import type { LocalDate, Sentence } from '../../shared/index.ts';

export type NeedOutcome = 'NUMBERED' | 'UNNUMBERED' | 'MINOR';

export interface NeedQuestion {
  readonly id: string;
  readonly question: Sentence;
  readonly help: Sentence | null;
}

/** 「番号は要る?」: the answer with the row that made it so. */
export interface NeedVerdict {
  readonly outcome: NeedOutcome;
  readonly ruleId: string;
  readonly article: string;
  readonly sentence: Sentence;
}

export interface Charge {
  readonly id: string;
  readonly name: Sentence;
  readonly yen: number;
  readonly upToGrams: number | null;
  /** Added to another: 速達, 書留. */
  readonly extra: boolean;
}

export interface PostageTable {
  readonly from: LocalDate;
  readonly article: string;
  readonly charges: readonly Charge[];
}

/** 番号を手で取る系列 */
export interface HandSeries {
  readonly id: string;
  readonly name: Sentence;
  readonly symbol: string;
  readonly article: string;
}

/** What holds for one run of numbers. */
export interface RunRules {
  readonly resets: 'FISCAL_YEAR' | 'CALENDAR_YEAR';
  /** Who may take one by hand; null: whoever holds a post. */
  readonly takenBy: readonly Role[] | null;
  readonly article: string;
}

export interface RegisterRules {
  runOf(symbol: string): RunRules;
  readonly article: string;
  /** What follows a section's symbol: 政収, 政発. */
  readonly suffixes: { readonly RECEIVED: string; readonly SENT: string };
  /** Runs of the whole body: 告示, 指令, 達. */
  readonly series: readonly HandSeries[];
  readonly lastYear: { readonly until: string; readonly article: string; readonly sentence: Sentence };
  readonly reservation: { readonly hours: number; readonly article: string };
  readonly questions: readonly NeedQuestion[];
  /** @returns null where an answer is missing that decides */
  need(answers: Readonly<Record<string, boolean>>): NeedVerdict | null;
  readonly senders: readonly string[];
  /** The charges on a day, null before the first table. */
  postageOn(day: LocalDate): PostageTable | null;
}
