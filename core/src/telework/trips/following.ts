import type { Absences } from '../../directory/index.ts';
import type { Moved } from '../applications/kind.ts';
import type { DayItem } from '../days/day.ts';
import { DAY, instantOf } from '../working-time/span.ts';

const REF = (first: DayItem): string => first.itemId;

/** Days of a trip that stand, each run without a gap one absence: a day given up in the middle splits it. */
function runsOf(days: readonly DayItem[]): DayItem[][] {
  const runs: DayItem[][] = [];
  for (const day of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const next = last && Date.parse(day.date) - Date.parse(last.date) === DAY * 60_000;
    if (run && next) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** An ordered trip is evidence that somebody is away, from its first moment to its last. */
export async function followTrip(
  absences: Pick<Absences, 'noteAbsence' | 'withdrawAbsence'>,
  { tx, act, at, application, days }: Moved,
): Promise<void> {
  if (act === 'MADE') return;
  const runs = runsOf(days.filter(({ state }) => state === 'APPROVED'));
  const refs = new Set(runs.flatMap(([first]) => (first ? [REF(first)] : [])));
  for (const day of days)
    if (!refs.has(REF(day))) await absences.withdrawAbsence(tx, { source: 'TRIP', ref: REF(day) });
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const from = instantOf(first.date, first.span?.from ?? 0);
    const until = instantOf(last.date, last.span?.to ?? DAY);
    if (until <= at) continue;
    const { staffId } = application;
    const destination = String(first.detail.destination ?? '');
    await absences.noteAbsence(tx, {
      source: 'TRIP',
      ref: REF(first),
      staffId,
      from,
      until,
      statement: destination,
    });
  }
}
