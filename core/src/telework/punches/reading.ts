import type { OrganisationSnapshot } from '../../directory/index.ts';
import { type Actor, type Directory, hasRole } from '../../directory/index.ts';
import { type Clock, type Database, gathered, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, type LocalDate } from '../../shared/index.ts';
import { plansFrom } from '../days/plans.ts';
import { askingDays, type BookedRow, bookedFrom } from '../days/store.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { hoursFrom } from '../hours/hours-of.ts';
import { askingRoster, askingTerms, type RosterDay, type Terms } from '../hours/store.ts';
import { headsAbove, mayActAsBoss } from '../people/people.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import type { PunchRow, StoredRow } from './fact.ts';
import { askingPunches, type PunchesAsked, punchRowsFrom } from './store.ts';

export interface PunchesParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly wake: () => void;
}

/** What somebody's days are made from. */
export interface Read {
  readonly rows: readonly PunchRow[];
  readonly person: PersonsRecord;
}

const NONE = { patterns: new Map(), assigned: [], named: new Map(), closed: new Set<LocalDate>() };

type Found = readonly [readonly StoredRow[], readonly Terms[], readonly RosterDay[], readonly BookedRow[]];

/**
 * What the days of these people are made from, in one question: it is asked with every tap.
 * `regulations.ready` must have been awaited.
 */
export async function readPeople(
  { regulations }: Pick<PunchesParts, 'regulations'>,
  tx: Tx,
  { staffIds, from, to, now }: PunchesAsked & { readonly now: Date },
): Promise<Map<string, Read>> {
  // The night before may reach into the first day, and a shift may begin the evening before its own.
  const wide = { staffIds, from: addDays(from, -2), to: addDays(to, 2) };
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: to });
  const [punches, terms, roster, days] = await gathered<Found>(tx, [
    askingPunches(tx, wide),
    askingTerms(tx, staffIds, wide.to),
    askingRoster(tx, wide),
    askingDays(tx, wide),
  ]);
  const rows = punchRowsFrom(punches);
  const hours = hoursFrom(staffIds, { terms, roster }, times);
  const plans = plansFrom(bookedFrom(days));
  return new Map(
    staffIds.map((staffId) => {
      const own = rows.get(staffId) ?? [];
      const record = { facts: own.map(({ fact }) => fact), hours: hours.get(staffId) ?? NONE, rules: times.rules, now };
      return [staffId, { rows: own, person: { ...record, plans: plans.get(staffId) ?? new Map() } }];
    }),
  );
}

export async function readPerson(
  parts: Pick<PunchesParts, 'regulations'>,
  tx: Tx,
  { staffId, ...asked }: { staffId: string; from: LocalDate; to: LocalDate; now: Date },
): Promise<Read> {
  const found = await readPeople(parts, tx, { ...asked, staffIds: [staffId] });
  return found.get(staffId) as Read;
}

/** A head above; for whoever has none above, personnel. Never oneself. */
export const maySettle = (there: OrganisationSnapshot, actor: Actor, staffId: string): boolean =>
  mayActAsBoss(there, actor, staffId) ||
  (actor.staffId !== staffId && hasRole(actor, 'PERSONNEL') && headsAbove(there, staffId).length === 0);
