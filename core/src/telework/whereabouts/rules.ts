import type { Person } from '../../directory/index.ts';
import { addDays, localDateOf, startOfDay } from '../../shared/index.ts';
import type { WhereaboutsKind, WhereaboutsView } from './contract.ts';

/** One statement about where somebody is. */
export interface Whereabouts {
  readonly whereaboutsId: string;
  readonly staffId: string;
  readonly person: Person;
  readonly kind: WhereaboutsKind;
  readonly from: Date;
  /** As said; null where nothing was. */
  readonly until: Date | null;
  readonly expiresAt: Date;
  readonly place: string;
  readonly saidAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: 'BACK' | 'REPLACED' | null;
}

export interface Period {
  readonly from: Date;
  readonly until: Date | null;
}

const LONGEST_MS = 24 * 3_600_000;

const endOfDay = (at: Date): Date => startOfDay(addDays(localDateOf(at), 1));

/** 外出 until the time said; without one, and 直帰, until the day is over. */
export const expiryOf = (kind: WhereaboutsKind, { from, until }: Period): Date =>
  kind === 'DIRECT_HOME' || until === null ? endOfDay(from) : until;

export type PeriodProblem =
  | 'telework.whereabouts_over'
  | 'telework.whereabouts_ends_before'
  | 'telework.whereabouts_far';

/** What is wrong with the times of a statement that was made now, or null. */
export function periodProblem({ from, until }: Period, now: Date): PeriodProblem | null {
  if (until !== null && until <= now) return 'telework.whereabouts_over';
  if (until !== null && until <= from) return 'telework.whereabouts_ends_before';
  const far = [from, until ?? from].some((at) => Math.abs(at.getTime() - now.getTime()) > LONGEST_MS);
  return far ? 'telework.whereabouts_far' : null;
}

export function stateOf({ endedBy, expiresAt }: Whereabouts, now: Date): WhereaboutsView['state'] {
  if (endedBy !== null) return endedBy;
  return expiresAt > now ? 'OPEN' : 'OVER';
}

/** Whether it says where the person is at this moment. */
export const holdsAt = ({ from, expiresAt, endedAt }: Whereabouts, at: Date): boolean =>
  from <= at && expiresAt > at && endedAt === null;
