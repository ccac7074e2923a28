import { DeliveryError } from './messenger.ts';

const LONGEST_WAIT_SECONDS = 3_600;
const MOST_POSTPONEMENTS = 200;

/** Teams or Graph named the time to come again (429): that is no failure, and no attempt is lost by it. Null: it is one. */
export function comesAgainAt(error: unknown, postponed: number, now: Date): Date | null {
  if (!(error instanceof DeliveryError) || error.reason !== 'try-later') return null;
  if (error.retryAfterSeconds === undefined || postponed >= MOST_POSTPONEMENTS) return null;
  return new Date(now.getTime() + Math.min(error.retryAfterSeconds, LONGEST_WAIT_SECONDS) * 1_000);
}
