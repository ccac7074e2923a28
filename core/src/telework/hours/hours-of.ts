import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { PatternOfPerson, PersonsHours, WorkPattern } from '../working-time/pattern.ts';
import type { CityTimes } from './city-times.ts';
import { type Days, type RosterDay, rosterOf, type Terms, termsOf } from './store.ts';

const ALWAYS = '0001-01-01' as LocalDate;
/** 常勤職員, as every pack calls them: who has no terms. */
export const REGULAR = 'REGULAR';

/** From one to the next; before the first ones the city's usual pattern. */
function assignedBy(terms: readonly Terms[], usual: WorkPattern | undefined): PatternOfPerson[] {
  const [first] = terms;
  const before = { patternId: usual?.patternId ?? '', from: ALWAYS, to: first?.from ?? null };
  return [before, ...terms.map(({ patternId, from }, at) => ({ patternId, from, to: terms[at + 1]?.from ?? null }))];
}

type Times = Pick<CityTimes, 'patterns' | 'closed'>;

interface Held {
  readonly terms: readonly Terms[];
  readonly roster: readonly RosterDay[];
}

/** By what everybody of these works, from what is kept about them. */
export function hoursFrom(
  staffIds: readonly string[],
  { terms, roster }: Held,
  { patterns, closed }: Times,
): Map<string, PersonsHours> {
  const [usual] = patterns;
  const byId = new Map(patterns.map((pattern) => [pattern.patternId, pattern]));
  const termsByStaff = Map.groupBy(terms, ({ staffId }) => staffId);
  const rosterByStaff = Map.groupBy(roster, ({ staffId }) => staffId);
  return new Map(
    staffIds.map((staffId) => [
      staffId,
      {
        patterns: byId,
        assigned: assignedBy(termsByStaff.get(staffId) ?? [], usual),
        named: new Map((rosterByStaff.get(staffId) ?? []).map(({ date, is }) => [date, { date, is }])),
        closed,
      },
    ]),
  );
}

/** By what everybody of these works on these days, where the city has these patterns and days off (`cityTimesOn`). */
export async function hoursOf(tx: Tx, { staffIds, from, to }: Days, times: Times): Promise<Map<string, PersonsHours>> {
  const [terms, roster] = await Promise.all([termsOf(tx, staffIds, to), rosterOf(tx, { staffIds, from, to })]);
  return hoursFrom(staffIds, { terms, roster }, times);
}

/** The kind of employment of each on the day, by the pack's word. */
export async function employmentsOf(tx: Tx, staffIds: readonly string[], day: LocalDate): Promise<Map<string, string>> {
  const held = new Map((await termsOf(tx, staffIds, day)).map(({ staffId, employment }) => [staffId, employment]));
  return new Map(staffIds.map((staffId) => [staffId, held.get(staffId) ?? REGULAR]));
}
