import { type LocalDate, localDateOf, workingTimeBetween } from '../../shared/index.ts';
import { type ApprovalCase, isSettled, lastActedAt, type SettledSlot } from '../case.ts';
import type { SlotDuty } from '../contract.ts';

export type Outcome = 'DECIDED' | 'REJECTED' | 'ABANDONED' | 'WITHDRAWN';

/** What is counted of an ended case. */
export interface Ended {
  readonly caseId: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly endedOn: LocalDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly drafterStaffId: string;
  readonly submitted: boolean;
  readonly dayTenths: number | null;
  readonly returns: number;
  readonly deputies: number;
  readonly skipped: number;
  readonly paperAttachments: boolean;
  /** Steps on which somebody acted, in the order of the route. */
  readonly steps: readonly { readonly postId: string; readonly duty: SlotDuty; readonly dayTenths: number }[];
}

const tenths = (from: Date, to: Date): number => Math.round(workingTimeBetween(from, to).days * 10);

const acted = ({ status }: SettledSlot): boolean => status !== 'SKIPPED_POST_REVIEW' && status !== 'NOT_REQUIRED';

function endOf(one: ApprovalCase): { outcome: Outcome; at: Date } | null {
  switch (one.status) {
    case 'DECIDED':
    case 'ISSUED':
    case 'COMPLETED':
      return { outcome: 'DECIDED', at: one.decidedAt };
    case 'REJECTED':
    case 'ABANDONED':
      return { outcome: one.status, at: one.ended.at };
    case 'WITHDRAWN':
      return { outcome: one.status, at: lastActedAt(one) };
    case 'DRAFT':
    case 'IN_REVIEW':
    case 'IN_DISPUTE':
    case 'SENT_BACK':
      return null;
  }
}

/**
 * What is counted of a case; null while it has not ended.
 * @param submittedAt when it was submitted first, as its history says; null where it never was
 */
export function endedOf(one: ApprovalCase, submittedAt: Date | null): Ended | null {
  const end = endOf(one);
  if (!end) return null;
  const settled = one.route.filter(isSettled);
  const by = (kind: SettledSlot['mark']['basis']['kind']) =>
    settled.filter(({ mark }) => mark.basis.kind === kind).length;
  const { caseId, version, unitId, unitName, drafter, returns, details } = one;
  return {
    caseId,
    version,
    outcome: end.outcome,
    endedOn: localDateOf(end.at),
    unitId,
    unitName,
    drafterStaffId: drafter.staffId,
    submitted: submittedAt !== null,
    dayTenths: submittedAt && tenths(submittedAt, end.at),
    returns,
    deputies: by('DEPUTY'),
    skipped: settled.filter(({ status }) => status === 'SKIPPED_POST_REVIEW').length,
    paperAttachments: details.paperAttachments.length > 0,
    steps: settled.filter(acted).flatMap(({ postId, duty, activeSince, mark }) => {
      return activeSince ? [{ postId, duty, dayTenths: tenths(activeSince, mark.actedAt) }] : [];
    }),
  };
}

/** How many took how long: working days in tenths → count. */
export type Spread = ReadonlyMap<number, number>;

/** The value below or at which this share lies, in working days (nearest rank); null of nothing. */
export function quantile(spread: Spread, share: number): number | null {
  const total = [...spread.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let left = Math.max(1, Math.ceil(share * total));
  for (const [value, count] of [...spread].sort(([a], [b]) => a - b)) {
    left -= count;
    if (left <= 0) return value / 10;
  }
  return null;
}

export const medianOf = (spread: Spread): number | null => quantile(spread, 0.5);
export const p90Of = (spread: Spread): number | null => quantile(spread, 0.9);

/** Several spreads as one. */
export function joined(spreads: readonly Spread[]): Spread {
  const sum = new Map<number, number>();
  for (const spread of spreads) for (const [value, count] of spread) sum.set(value, (sum.get(value) ?? 0) + count);
  return sum;
}
