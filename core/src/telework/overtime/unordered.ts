import type { Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { plansOf } from '../days/plans.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { hoursOf } from '../hours/hours-of.ts';
import { punchFactsOf } from '../punches/store.ts';
import { type PersonsHours, scheduledOn } from '../working-time/pattern.ts';
import { rowsOf, type SheetRow } from '../working-time/sheet-rows.ts';

export interface UnorderedDay {
  readonly staffId: string;
  readonly date: LocalDate;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

interface Asked {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Date;
}

/** When it was, as far as it lies together: after the hours of duty, before them, or all of a day off. */
function timesOf({ date, from, to, withoutOrder }: SheetRow, hours: PersonsHours): { from: number; to: number } | null {
  if (from === null || to === null || withoutOrder === 0) return null;
  const scheduled = scheduledOn(date, hours);
  if (scheduled.kind === 'OFF') return { from, to };
  const { shift } = scheduled;
  return to > shift.to ? { from: Math.max(from, shift.to), to } : { from, to: Math.min(to, shift.from) };
}

/** Days on which somebody worked beyond the hours of duty without an order, by their punches. */
export async function unorderedDays(regulations: Regulations, tx: Tx, asked: Asked): Promise<UnorderedDay[]> {
  const { staffIds, from, to, now } = asked;
  if (staffIds.length === 0) return [];
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: to });
  const around = { staffIds, from: addDays(from, -7), to: addDays(to, 1) };
  const [facts, hours, plans] = await Promise.all([
    punchFactsOf(tx, around),
    hoursOf(tx, around, times),
    plansOf(tx, around),
  ]);
  return staffIds.flatMap((staffId) => {
    const own = hours.get(staffId);
    const punched = facts.get(staffId) ?? [];
    if (!own || punched.length === 0) return [];
    const record = { facts: punched, hours: own, plans: plans.get(staffId) ?? new Map(), rules: times.rules, now };
    return rowsOf(from, to, record).flatMap((row) => {
      const when = row.withoutOrder > times.rules.flagWithoutOrder ? timesOf(row, own) : null;
      return when && when.to > when.from ? [{ staffId, date: row.date, ...when, minutes: row.withoutOrder }] : [];
    });
  });
}
