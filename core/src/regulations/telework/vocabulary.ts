import type { ClosedDays, LocalDate, Sentence } from '../../shared/index.ts';
import type { Designation } from '../language/parts.ts';
import type { TeleworkFacts, TeleworkProcedure, TeleworkReport, TeleworkTreatment } from '../language/telework.ts';
import type { Severity } from '../language/telework-parts.ts';

/** `09:00`, within one day. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** 全日・午前・午後・時間 */
export type TeleworkSpan = TeleworkFacts['span'];

/** 利用者登録 as it stands. */
export interface Registered {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly places: readonly string[];
  readonly devices: readonly string[];
}

export interface TeleworkPerson {
  /** By the pack’s own word for it. */
  readonly employment: string;
  /** Codes of the person’s unit and of those above it. */
  readonly units: readonly string[];
  readonly reasons: readonly string[];
  readonly registration: Registered | null;
}

/** 実施申請 for one day. */
export interface TeleworkRequest {
  readonly date: LocalDate;
  readonly kind: TeleworkFacts['kind'];
  readonly span: TeleworkSpan;
  /** Needed for HOURS; for other spans the person’s own hours say when. */
  readonly time: TimeSpan | null;
  readonly place: string;
  readonly networks: readonly string[];
  readonly devices: readonly string[];
  /** 扱う情報・業務 */
  readonly information: readonly string[];
  /** Breaks other than the usual ones; null: the usual ones. */
  readonly breaks: readonly TimeSpan[] | null;
  readonly overtime: TeleworkFacts['overtime'];
  readonly stated: TeleworkFacts['stated'];
}

/** 休暇・出張・対面の会議・当番; without times it takes the whole day. */
export interface Commitment {
  readonly date: LocalDate;
  readonly kind: TeleworkFacts['commitments'][number]['kind'];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A switch that was turned on by an order, from a day until a day (both included). */
export interface ActiveSwitch {
  readonly switch: string;
  readonly orderNumber: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Everything around the application. */
export interface TeleworkSituation {
  readonly today: LocalDate;
  /** Other days asked for or approved; at least those of the same week, month and 年度. */
  readonly days: readonly { readonly date: LocalDate; readonly span: TeleworkSpan }[];
  readonly commitments: readonly Commitment[];
  readonly switches: readonly ActiveSwitch[];
  /** Days on which this city hall is closed besides those of the law. */
  readonly closed?: ClosedDays;
  /** The person’s own hours and breaks; missing: those of the rules. */
  readonly pattern?: { readonly from: string; readonly to: string; readonly breaks: readonly TimeSpan[] };
}

export interface TeleworkQuestion {
  readonly person: TeleworkPerson;
  readonly request: TeleworkRequest;
  readonly situation: TeleworkSituation;
}

/** 聞く先 */
export interface Contact {
  readonly code: string | null;
  readonly name: Sentence;
  readonly to: Designation | null;
}

export type FindingValue = string | number | Sentence;

/** What of the rules an application does not keep to. The sentence is in `text.ts` under the code. */
export interface TeleworkFinding {
  readonly severity: Severity;
  /** The row; null where no row speaks: no rules at all, or a word that they do not know. */
  readonly row: string | null;
  readonly article: string | null;
  readonly code: TeleworkCode;
  readonly params: Readonly<Record<string, FindingValue>>;
  /** What the row says, in its own words. */
  readonly sentence: Sentence | null;
  readonly ask: Contact;
}

export type TeleworkCode =
  | 'regulations.telework_no_policy'
  | 'regulations.telework_unknown_word'
  | 'regulations.telework_time_missing'
  | 'regulations.telework_time_empty'
  | 'regulations.telework_forbidden'
  | 'regulations.telework_not_allowed'
  | 'regulations.telework_reason_missing'
  | 'regulations.telework_not_registered'
  | 'regulations.telework_registration_over'
  | 'regulations.telework_not_as_registered'
  | 'regulations.telework_too_late'
  | 'regulations.telework_late'
  | 'regulations.telework_late_reason_missing'
  | 'regulations.telework_afterwards'
  | 'regulations.telework_afterwards_too_late'
  | 'regulations.telework_cap'
  | 'regulations.telework_office_days'
  | 'regulations.telework_overlap'
  | 'regulations.telework_outside_hours'
  | 'regulations.telework_break_fixed'
  | 'regulations.telework_break_outside'
  | 'regulations.telework_break_total'
  | 'regulations.telework_break_law'
  | 'regulations.telework_break_edge'
  | 'regulations.telework_break_parts'
  | 'regulations.telework_break_changed'
  | 'regulations.telework_contact_missing'
  | 'regulations.telework_not_stated';

/** 特別の承認 is a step of the chain like those that the rules list. */
export interface ChainStep {
  readonly row: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly procedure: TeleworkProcedure['procedure'] | 'SPECIAL_APPROVAL';
  readonly name: Sentence;
  readonly by: Designation;
  readonly matter: string | null;
  readonly returned: TeleworkProcedure['returned'] | null;
}

export interface ReportDue {
  readonly row: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly due: TeleworkReport['due'];
  readonly to: Designation;
  /** The last day of a report that may come later; null: at once. */
  readonly lastDay: LocalDate | null;
}

/** 取扱い: 出張とするか、通勤手当を減らすか. */
export interface Treatment {
  readonly row: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly topic: TeleworkTreatment['topic'];
  readonly holds: boolean;
}

/** A row that an order switched off or made milder. */
export interface Relaxed {
  readonly row: string;
  readonly article: string;
  readonly switch: string;
  readonly name: Sentence;
  readonly orderNumber: string;
  /** The article of the switch itself. */
  readonly by: string;
  readonly until: LocalDate;
}

export interface TeleworkVerdict {
  /** The hardest of the findings. */
  readonly verdict: 'ALLOWED' | Severity;
  readonly findings: readonly TeleworkFinding[];
  readonly relaxed: readonly Relaxed[];
  /** What the chain needs, in order. Empty where the answer is a refusal. */
  readonly procedures: readonly ChainStep[];
  readonly reports: readonly ReportDue[];
  readonly treatments: readonly Treatment[];
  /** The time that is asked for, and the breaks within it. */
  readonly time: TimeSpan | null;
  readonly breaks: readonly TimeSpan[];
}
