import type { LocalDate, Locale, Sentence } from '../../shared/index.ts';

/** Minutes since midnight of the working day; 1590 is half past two of the day after. */
interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

export interface OvertimeLimits {
  readonly month: number;
  readonly year: number;
  readonly monthsAbove: number;
  readonly singleMonth: number;
  readonly average: number;
  readonly warnAtPercent: readonly number[];
  readonly countsDayOffWork: boolean;
}

/** The values of the record of working time, in minutes where nothing else is said. */
export interface TimeValues {
  readonly dayTurnsAt: number;
  readonly openAfterShift: number;
  readonly earlyStart: number;
  readonly doubleTapSeconds: number;
  readonly offlineAfterSeconds: number;
  readonly offlineAtMostHours: number;
  readonly askAfter: number;
  readonly askAboutMidShift: number;
  readonly flagWithoutOrder: number;
  /** How far punches and what else is known of the day may lie apart before it is asked about. */
  readonly askAboutGap: number;
  /** Of days before it nothing is said to be missing; null: the day of the first punch in the body. */
  readonly keptSince: LocalDate | null;
  /** Until which working day of the month after heads confirm a month. */
  readonly confirmWithin: number;
  readonly dayOffBy: 'CALENDAR_DAY' | 'WORKING_DAY';
  /** 0 is Sunday. */
  readonly weekBegins: number;
  readonly payRounding: { readonly unit: 15 | 30 | 60; readonly how: 'NEAREST' | 'UP' } | null;
  readonly limits: OvertimeLimits;
}

/** 年次有給休暇. */
export interface LeaveValues {
  readonly yearBegins: number;
  readonly days: number;
  /** By the months from the one of joining to the end of the leave year; [0] is one month. */
  readonly firstYear: readonly number[];
  readonly carryOverDays: number;
  readonly lasts: 'NEXT_LEAVE_YEAR' | 'TWO_YEARS';
  readonly minutesPerDay: number;
  readonly hourStep: number;
  readonly halfDays: { readonly AM: number; readonly PM: number } | null;
  readonly partTime: readonly PartTimeLeave[];
}

/** 年次有給休暇 of staff who work less than full time. */
export interface PartTimeLeave {
  readonly employments: readonly string[];
  /** By the table of 労働基準法施行規則24条の3, or a share of the year's days. */
  readonly by: 'LAW' | 'SHARE';
  readonly first: 'JOINING' | 'HALF_YEAR';
  /** The month of the grants after the first; null: yearly from the first on. */
  readonly begins: number | null;
  /** More than the law, by days a week. */
  readonly table: Readonly<Partial<Record<string, readonly number[]>>>;
}

export interface ShiftHours extends MinuteSpan {
  readonly shiftId: string;
  readonly breaks: readonly MinuteSpan[];
}

export interface HoursPattern {
  readonly patternId: string;
  readonly name: string;
  /** By day of the week, 0 is Sunday; null is 週休日. */
  readonly week: readonly (ShiftHours | null)[];
  readonly statutoryDayOff: number | null;
  readonly worksOnHolidays: boolean;
  readonly variableHours: boolean;
  readonly yearlyMinutes: number | null;
}

/** 特別休暇 and what is treated like it. */
export interface SpecialLeaveKind {
  readonly id: string;
  readonly name: Sentence;
  /** Null: for as long as is needed. */
  readonly days: number | null;
  readonly per: 'OCCASION' | 'YEAR';
  readonly unit: 'DAY' | 'HALF_DAY' | 'HOUR' | 'MINUTE';
  readonly paid: boolean;
  readonly evidence: 'NONE' | 'STATEMENT' | 'CERTIFICATE';
  readonly article: string;
  readonly calendarDays: boolean;
  readonly daysBy?: Readonly<Record<string, number>>;
}

/** What a row may speak of: a value by its path, a pattern, a shift or a kind of special leave by its code. */
export type WorkingTimeTopic =
  | keyof Omit<TimeValues, 'limits'>
  | `limits.${keyof OvertimeLimits}`
  | `leave.${keyof LeaveValues}`;

/** The rules of working time and leave of one version, the national ones where it says nothing. */
export interface WorkingTimeRules {
  readonly regulationVersion: string;
  readonly rules: TimeValues;
  readonly patterns: ReadonlyMap<string, HoursPattern>;
  /** Of the pattern or shift whose code it is; the code where nobody knows it. */
  nameOf(code: string, locale: Locale): string;
  readonly defaultPatternId: string;
  /** By the pack's own word for the employment; the usual one where no pattern names it. */
  patternIdOf(employment: string): string;
  /** 勤務の時間割 by code: what a roster may give. */
  readonly shifts: ReadonlyMap<string, ShiftHours>;
  /** The shifts that a roster may give to those who work by the pattern. */
  rosterOf(patternId: string): readonly ShiftHours[];
  /** The body’s own days off, of the years around the day that was asked about. */
  readonly closed: ReadonlySet<LocalDate>;
  readonly leave: LeaveValues;
  readonly specialLeave: readonly SpecialLeaveKind[];
  /** On what something rests: a value, or a pattern, shift or special leave by its code. Null where nothing says it. */
  articleOf(of: WorkingTimeTopic | { readonly code: string }): string | null;
}
