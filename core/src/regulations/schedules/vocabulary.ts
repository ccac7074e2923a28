import type { Sentence } from '../../shared/index.ts';

/** What a person is told about one way: how long, and by which article. */
export interface Travel {
  /** One way. */
  readonly minutes: number;
  /** null: no row says it, and it is the minutes of what no row says. */
  readonly article: string | null;
}

/** The rules of 予定 of one version. An office is named by the code of its unit; null is the main office. */
export interface ScheduleRules {
  readonly mainOffice: Sentence;
  /** Units that a row names: people below them work there. */
  readonly offices: ReadonlySet<string>;
  travel(from: string | null, to: string | null): Travel;
  /** Codes of the units whose members keep the calendar of whoever holds the post of this code. */
  keepersOf(postCode: string): readonly string[];
}
