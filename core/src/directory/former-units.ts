import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';

/** A unit that is there no more, as it was last. */
export interface FormerUnit {
  readonly unitId: string;
  readonly name: string;
  readonly parentUnitId: string | null;
  /** The first day without it. */
  readonly until: LocalDate;
}

/** The units that were there before the day and are not on it. */
export async function formerUnits(tx: Tx, day: LocalDate): Promise<Map<string, FormerUnit>> {
  const rows = await tx.query<FormerUnit>(
    `select distinct on (u.unit_id) u.unit_id as "unitId", u.name, u.parent_unit_id as "parentUnitId", u.valid_to as until
     from kaigi.directory_unit u
     where u.municipality_id = $1 and u.cancelled_at is null and u.valid_from <= $2::date and not exists (
       select from kaigi.directory_unit now
       where now.municipality_id = $1 and now.unit_id = u.unit_id and now.cancelled_at is null
         and now.valid_from <= $2::date and (now.valid_to is null or now.valid_to > $2::date))
     order by u.unit_id, u.valid_from desc`,
    [tx.municipalityId, day],
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}
