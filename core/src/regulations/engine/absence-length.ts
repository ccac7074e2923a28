import type { KnownAbsence } from './vocabulary.ts';

/** What is known of the absence of a holder, and when it is asked about. */
export interface AwayNow {
  readonly absent: KnownAbsence | null;
  readonly at: Date;
}

const DAY = 86_400_000;

/** How long the holder is away in days, as far as anybody knows: where no end is known, so long until now. */
export function daysAway({ absent, at }: AwayNow): number {
  if (absent === null) return 0;
  const until = absent.until === null ? at.getTime() : Date.parse(absent.until);
  return Math.max(0, until - Date.parse(absent.from)) / DAY;
}
