import type { AbsenceRow } from '../language/schema.ts';
import type { Situation } from './situation.ts';
import { absenceRowFor, type StoodInFor } from './stand-in-rows.ts';
import type { KnownAbsence } from './vocabulary.ts';

interface Known {
  readonly absent: KnownAbsence | null;
  readonly at: Date;
  readonly urgent: boolean;
}

const HOUR = 3_600_000;

/** Whether what is known of the absence is an absence by this row, at this moment. */
export function isAbsence(row: AbsenceRow, { absent, at, urgent }: Known): boolean {
  if (absent === null || !row.sources.includes(absent.source)) return false;
  const from = Date.parse(absent.from);
  const until = absent.until === null ? Number.POSITIVE_INFINITY : Date.parse(absent.until);
  if (!(from <= at.getTime() && at.getTime() < until)) return false;
  if (urgent && row.urgentLifts) return true;
  const hours = (until - from) / HOUR;
  return hours > (row.awayMoreThanDays ?? 0) * 24 && hours >= (row.awayAtLeastHours ?? 0);
}

/** Whether the holder of the post is absent as these regulations mean it; a vacancy is another question. */
export function absenceCounts(situation: Situation, slot: StoodInFor, known: Known): boolean {
  const row = known.absent === null ? undefined : absenceRowFor(situation, slot);
  return row !== undefined && isAbsence(row, known);
}
