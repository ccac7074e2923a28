import type { Statement, Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { NamedDay } from '../working-time/pattern.ts';

/** Terms that hold from a day until the next ones of the same person. */
export interface Terms {
  readonly staffId: string;
  readonly from: LocalDate;
  readonly employment: string;
  readonly patternId: string;
}

export interface RosterDay extends NamedDay {
  readonly staffId: string;
}

const TERMS = `select t.staff_id as "staffId", t.from_day as "from", t.employment, t.pattern_id as "patternId"
  from kaigi.telework_terms t where t.municipality_id = $1 and t.staff_id = any($2::uuid[])`;

/** Those that hold on some day up to `to`, oldest first. */
export const askingTerms = (tx: Tx, staffIds: readonly string[], to: LocalDate | null = null): Statement => ({
  text: `${TERMS} and ($3::date is null or t.from_day <= $3) order by t.staff_id, t.from_day`,
  values: [tx.municipalityId, staffIds, to],
});

export function termsOf(tx: Tx, staffIds: readonly string[], to: LocalDate | null = null): Promise<Terms[]> {
  const { text, values } = askingTerms(tx, staffIds, to);
  return tx.query<Terms>(text, values);
}

export async function saveTerms(tx: Tx, terms: readonly Terms[]): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_terms (municipality_id, staff_id, from_day, employment, pattern_id)
     select $1, r.* from jsonb_to_recordset($2)
       as r("staffId" uuid, "from" date, employment text, "patternId" text)
     on conflict (municipality_id, staff_id, from_day)
       do update set employment = excluded.employment, pattern_id = excluded.pattern_id`,
    [tx.municipalityId, JSON.stringify(terms)],
  );
}

export interface Days {
  readonly staffIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const askingRoster = (tx: Tx, { staffIds, from, to }: Days): Statement => ({
  text: `select r.staff_id as "staffId", r.day as date, r.is_day as "is" from kaigi.telework_roster r
    where r.municipality_id = $1 and r.staff_id = any($2::uuid[]) and r.day between $3 and $4`,
  values: [tx.municipalityId, staffIds, from, to],
});

export function rosterOf(tx: Tx, days: Days): Promise<RosterDay[]> {
  const { text, values } = askingRoster(tx, days);
  return tx.query<RosterDay>(text, values);
}

/** A day that is nothing any more goes back to the pattern. */
export async function saveRoster(
  tx: Tx,
  days: readonly { readonly staffId: string; readonly date: LocalDate; readonly is: NamedDay['is'] | null }[],
): Promise<void> {
  const named = days.filter(({ is }) => is !== null);
  await Promise.all([
    tx.query(
      `delete from kaigi.telework_roster r using jsonb_to_recordset($2) as d("staffId" uuid, date date)
       where r.municipality_id = $1 and r.staff_id = d."staffId" and r.day = d.date`,
      [tx.municipalityId, JSON.stringify(days.filter(({ is }) => is === null))],
    ),
    tx.query(
      `insert into kaigi.telework_roster (municipality_id, staff_id, day, is_day)
       select $1, r.* from jsonb_to_recordset($2) as r("staffId" uuid, date date, "is" jsonb)
       on conflict (municipality_id, staff_id, day) do update set is_day = excluded.is_day`,
      [tx.municipalityId, JSON.stringify(named)],
    ),
  ]);
}
