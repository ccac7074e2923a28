import type { z } from 'zod';
import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json, LocalDate, Sentence } from '../../shared/index.ts';
import type { DayDetail, DayItem } from '../days/day.ts';
import type { BookingKind } from '../leave/overlap.ts';
import type { Span } from '../working-time/span.ts';
import type { Answer, ApplicationAct, ApplicationKindName } from './contract.ts';
import type { Application } from './rules.ts';

/** In whose name, on which day and by which organisation something is judged. The regulations are ready to be asked. */
export interface Asking {
  readonly tx: Tx;
  /** The applicant: nobody applies for somebody else. */
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly today: LocalDate;
  readonly now: Date;
  /** Items of days in whose place this one comes: they do not stand in its way. */
  readonly replacing: readonly string[];
}

/** What the rules say against it, in words that stay as they were said. */
export interface Finding {
  readonly severity: Exclude<Answer, 'ALLOWED'>;
  readonly code: string;
  /** With its article, as it is said to people. */
  readonly sentence: Sentence;
  /** What the rule itself says. */
  readonly rule: Sentence | null;
  readonly article: string | null;
  /** Whom to ask. */
  readonly ask: Sentence | null;
  /** Empty: about all of it. */
  readonly dates: readonly LocalDate[];
}

/** A day that is asked for. */
export interface AskedDay {
  readonly date: LocalDate;
  readonly kind: BookingKind;
  readonly span: Span | null;
  readonly detail: DayDetail;
  readonly answer: Answer;
}

/** A post (回議) or a section (供覧) that is to see it besides those whom the regulations name. */
export interface Added {
  readonly duty: 'REVIEW' | 'READING';
  readonly postId: string | null;
  readonly unitId: string | null;
  readonly reason: string;
}

/** 様式: a case that is drafted with a form of rows, each a label and a value. */
export interface Paper {
  /** Names it within the application: `APPROVAL`, `TAKE_OUT_PERMIT` … */
  readonly procedure: string;
  readonly name: Sentence;
  /** By the city's table of decisions; `GENERAL` where a city knows no such matter. */
  readonly matter: { readonly code: string; readonly facts: Readonly<Record<string, string | number | boolean>> };
  readonly title: string;
  readonly proposalText: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly adds: readonly Added[];
  readonly confidentiality: 'C2' | 'C3A' | 'C3B' | 'C3C';
  /** By the matter of the day on which it was made, where nothing else is said. */
  readonly classificationCode?: string;
  /** Why somebody is away or works at home: once decided it is still for those who took part alone. */
  readonly personal?: true;
  /** Which of several cases about the same paper it is: the version of the application that asked for a new one. */
  readonly edition?: number;
  /** 訂正: the 回 of its case, as it lay sent back, in whose place this is put before the superiors. */
  readonly revises?: number;
}

/** What comes of a question by the rules in force. */
export interface Judged {
  readonly answer: Answer;
  readonly regulationVersion: string;
  readonly findings: readonly Finding[];
  readonly relaxed: readonly { readonly name: Sentence; readonly orderNumber: string; readonly article: string }[];
  readonly steps: readonly {
    readonly procedure: string;
    readonly name: Sentence;
    readonly article: string;
    readonly sentence: Sentence;
  }[];
  /** 報告・取扱い. */
  readonly further: readonly { readonly sentence: Sentence; readonly article: string }[];
  /** 「テレワーク実施申請（令和8年11月25日ほか2日）」 */
  readonly title: string;
  readonly days: readonly AskedDay[];
  /** Kinds whose bookings at the same time the city's rules have judged already; else every overlap is refused. */
  readonly meets: readonly BookingKind[];
  readonly papers: readonly Paper[];
  /** 持ち出す物 and, by the day asked for, when they are due back; null where nothing is taken out. */
  readonly takeOut: {
    readonly items: readonly string[];
    readonly due: Readonly<Record<LocalDate, LocalDate>>;
  } | null;
  /** What else is worth keeping with the application for good. Never an address. */
  readonly detail: Readonly<Record<string, Json>>;
}

/** An application that has moved, in the transaction in which it does. */
export interface Moved {
  readonly tx: Tx;
  readonly act: ApplicationAct;
  readonly at: Date;
  readonly application: Application;
  /** Its items as they are from now on. */
  readonly days: readonly DayItem[];
  /** Those that this act has changed. */
  readonly changed: readonly DayItem[];
}

/** Something that has changed about a day between the application and its approval. */
export interface DayNote {
  readonly itemId: string;
  readonly sentence: Sentence;
}

/** What may happen to every application of a kind, whatever was asked. */
export interface Following {
  readonly kind: ApplicationKindName;
  /** The kind's own rows follow; on MADE too. It refuses nothing: what was decided is decided. */
  follow?(moved: Moved): Promise<void>;
  /** What of the question the heads above read who are not the 所属長; all of it where this is missing. */
  withoutPersonal?(input: Readonly<Record<string, Json>>): Readonly<Record<string, Json>>;
  /** At the approval the rules in force are asked once more: what has changed is noted, nothing is dropped. */
  again?(asking: Asking, application: Application, days: readonly DayItem[]): Promise<readonly DayNote[]>;
}

/** A kind of 申請: what is asked, and what the rules make of it. The machinery does the rest. */
export interface ApplicationKind<I extends Readonly<Record<string, Json>>> extends Following {
  readonly input: z.ZodType<I>;
  /**
   * By the rules in force, without making anything. Others book no days of the person meanwhile.
   * @throws bad-input where the question itself makes no sense
   */
  judge(asking: Asking, input: I): Promise<Judged>;
  /** What of the question is kept in the history for good; all of it where this is missing. */
  kept?(input: I): Readonly<Record<string, Json>>;
  /** The days of an earlier application of the person in whose place these come once they are approved. */
  replaces?(input: I): { readonly applicationId: string; readonly itemIds: readonly string[] } | null;
}
