import type { LocalDate } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import type { WorkLocation } from './port.ts';

/** What is kept of one day. */
export interface LocationRow {
  readonly staffId: string;
  readonly date: LocalDate;
  readonly wanted: WorkLocation | null;
  readonly written: WorkLocation | null;
  readonly problem: 'NO_MAILBOX' | 'NOT_PERMITTED' | null;
}

/** Outlook knows one place for a day: telework of a part of it is not written. A satellite is a place of the city's. */
export function wantedBy(items: readonly BookedDay[]): ReadonlyMap<LocalDate, WorkLocation> {
  const whole = items.filter(({ kind, state, span }) => kind === 'TELEWORK' && state === 'APPROVED' && span === null);
  return new Map(whole.map(({ date, detail }) => [date, detail.kind === 'SATELLITE' ? 'office' : 'remote']));
}

/** The days of which something else is wanted now than was before. */
export function changedDays(
  wanted: ReadonlyMap<LocalDate, WorkLocation>,
  rows: readonly LocationRow[],
): { date: LocalDate; wanted: WorkLocation | null }[] {
  const known = new Map(rows.map((row) => [row.date, row.wanted]));
  const dates = [...new Set([...wanted.keys(), ...known.keys()])].sort();
  return dates
    .map((date) => ({ date, wanted: wanted.get(date) ?? null }))
    .filter((one) => one.wanted !== (known.get(one.date) ?? null));
}
