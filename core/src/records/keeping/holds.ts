import { lastDay } from '../../regulations/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';

/** 監査・訴訟・審査請求・開示請求・業務上の必要 */
export const HOLD_REASONS = ['AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'BUSINESS'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Kept a year longer once it is decided (公文書管理法施行令9条 and the cities' rules after it). */
const A_YEAR_MORE: ReadonlySet<HoldReason> = new Set(['APPEAL', 'DISCLOSURE']);

export const holdsYearMore = (reason: HoldReason): boolean => A_YEAR_MORE.has(reason);

/** The last day of a hold that was decided upon: of 審査請求 and 開示請求 a year after the decision, else that day. */
export function heldUntil(reason: HoldReason, decidedOn: LocalDate): LocalDate {
  if (!holdsYearMore(reason)) return decidedOn;
  // 決定の日の翌日から1年: the last day is that of the decision a year later (民法140条, 143条).
  return lastDay(addDays(decidedOn, 1), 1);
}

export interface HoldTerm {
  readonly until: LocalDate | null;
}

export interface Held {
  readonly isHeld: boolean;
  readonly heldUntil: LocalDate | null;
}

/** Of several holds the latest wins; one that is open holds without end. */
export function heldBy(holds: readonly HoldTerm[]): Held {
  let latest: LocalDate | null = null;
  for (const { until } of holds) if (until !== null && (latest === null || until > latest)) latest = until;
  return { isHeld: holds.some(({ until }) => until === null), heldUntil: latest };
}

/** The first day on which it may be disposed of; null while that day is not known. */
export function disposableFrom({
  endsOn,
  isHeld,
  heldUntil: held,
}: Held & { readonly endsOn: LocalDate | null }): LocalDate | null {
  if (endsOn === null || isHeld) return null;
  return addDays(held !== null && held > endsOn ? held : endsOn, 1);
}
