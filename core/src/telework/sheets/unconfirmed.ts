import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { lastOfMonth, localDateOf } from '../../shared/index.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { confirmDaysOn } from './confirm-days.ts';
import type { Month } from './month.ts';
import { confirmersOf, peopleOf, personOf } from './month-people.ts';
import { type SheetParts, timesOf } from './parts.ts';
import { marksOf, type SheetMark } from './store.ts';

/** A head, and those whose month they have not confirmed. */
export interface Unconfirmed {
  readonly head: Person;
  readonly people: readonly Person[];
}

/** Nobody works a month out for this: what was confirmed counts as it did when somebody last looked. */
export function isConfirmed(
  mark: Pick<SheetMark, 'closed' | 'closingId' | 'confirmed' | 'reviewed'> | undefined,
): boolean {
  if (!mark) return false;
  const { confirmed, reviewed } = mark;
  if (mark.closed || mark.closingId !== null) return true;
  return confirmed !== null && (reviewed === null || reviewed.fingerprint === confirmed.fingerprint);
}

/** By head, of whom a month still waits; nobody for a month before the record began. */
export async function unconfirmed(parts: SheetParts, tx: Tx, month: Month): Promise<Unconfirmed[]> {
  const { rules } = await timesOf(parts, tx, month);
  if (rules.keptSince !== null && rules.keptSince > lastOfMonth(month)) return [];
  const [standing, served] = await Promise.all([parts.standing(tx, month), peopleOf(tx, month)]);
  const marks = await marksOf(
    tx,
    month,
    served.map(({ staffId }) => staffId),
  );
  const byHead = new Map<string, { head: Person; people: Person[] }>();
  for (const one of served) {
    if (isConfirmed(marks.get(one.staffId))) continue;
    for (const head of confirmersOf(standing, one.staffId)) {
      const known = byHead.get(head.staffId) ?? { head, people: [] };
      byHead.set(head.staffId, known);
      known.people.push(personOf(one));
    }
  }
  const place = ({ head }: Unconfirmed) => `${head.unitName} ${head.name}`;
  return [...byHead.values()].sort((a, b) => place(a).localeCompare(place(b), 'ja'));
}

/** What is to be confirmed today, and who is told. `regulations.ready` must have been awaited. */
export function confirmDays({ clock, regulations }: Pick<SheetParts, 'clock' | 'regulations'>, municipalityId: string) {
  const today = localDateOf(clock.now());
  const { rules, closed } = cityTimesOn(regulations, { municipalityId, day: today });
  return confirmDaysOn(today, rules.confirmWithin, closed);
}
