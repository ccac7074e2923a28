import type { LocalDate } from '../../shared/index.ts';
import type { Span } from './span.ts';

export type TeleworkKind = 'HOME' | 'SATELLITE' | 'MOBILE';

/** Approved leave of a day; no span means all of it. */
export interface LeaveOfDay {
  readonly leaveId: string;
  /** `ANNUAL`, or the id of a special leave. */
  readonly kind: string;
  readonly span: Span | null;
}

/** 時間外勤務命令. 事後確認 is the boss's word afterwards that it was worked. */
export interface OvertimeOrder extends Span {
  readonly orderId: string;
  readonly confirmed: boolean;
}

/** What was approved about somebody's day beforehand, and what still waits for an answer. */
export interface DayPlan {
  readonly date: LocalDate;
  readonly telework: readonly { readonly kind: TeleworkKind; readonly span: Span | null }[];
  readonly leave: readonly LeaveOfDay[];
  /** 出張: its hours of duty count as worked without punches (労働基準法38条の2第1項). No span means all of them. */
  readonly trips: readonly { readonly tripId: string; readonly span: Span | null }[];
  /** Split or moved breaks; null leaves the shift's own. */
  readonly breaks: readonly Span[] | null;
  readonly overtime: readonly OvertimeOrder[];
  /** Whether the plan and the result of the day were reported. */
  readonly reported: { readonly plan: boolean; readonly result: boolean };
  /** Requests about this day that nobody has answered yet. */
  readonly open: readonly string[];
}

export const NOTHING_PLANNED: Omit<DayPlan, 'date'> = {
  telework: [],
  leave: [],
  trips: [],
  breaks: null,
  overtime: [],
  reported: { plan: false, result: false },
  open: [],
};
