import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type FoundRow, NAMED, REGISTER } from './queries.ts';

/** Of these units, or null: of all. */
export type Units = readonly string[] | null;
const OF_UNITS = '($2::uuid[] is null or k.unit_id = any($2))';

export const unfiledOf = (tx: Tx, units: Units): Promise<(FoundRow & { all: number })[]> =>
  tx.query(
    `select ${NAMED}, (count(*) over ())::int as "all" from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id and r.state <> 'DISCARDED'
     ${REGISTER} where k.municipality_id = $1 and k.state = 'KEPT' and k.folder_id is null and ${OF_UNITS}
     order by k.created_on, k.record_id limit 20`,
    [tx.municipalityId, units],
  );

/** 「番号は要る?」 said yes, and no number was taken. */
export const unnumberedOf = (tx: Tx, units: Units): Promise<(FoundRow & { all: number })[]> =>
  tx.query(
    `select k.record_id as "recordId", null as symbol, null as number, k.title, (count(*) over ())::int as "all"
     from kaigi.records_number_need n
     join kaigi.records_keeping k on k.municipality_id = n.municipality_id and k.record_id = n.record_id
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id and r.state <> 'DISCARDED'
     where n.municipality_id = $1 and n.outcome = 'NUMBERED' and k.state = 'KEPT' and ${OF_UNITS}
       and not exists (select from kaigi.records_register g
         where g.municipality_id = n.municipality_id and g.record_id = n.record_id)
     order by k.created_on, k.record_id limit 20`,
    [tx.municipalityId, units],
  );

interface NumberedRow {
  readonly registerId: string;
  readonly recordId: string | null;
  readonly symbol: string;
  readonly number: number;
  readonly title: string;
  readonly all: number;
}

/** Taken in by the section and not distributed, nor handled there; or given back to it. */
export const undistributedOf = (tx: Tx, units: Units): Promise<(NumberedRow & { takenOn: LocalDate })[]> =>
  tx.query(
    `select k.id as "registerId", k.record_id as "recordId", k.symbol, k.number, coalesce(k.title, '') as title,
       k.taken_on as "takenOn", (count(*) over ())::int as "all"
     from kaigi.records_register k
     left join kaigi.records_receipt t on t.municipality_id = k.municipality_id and t.register_id = k.id
     where k.municipality_id = $1 and k.direction = 'RECEIVED' and k.state = 'TAKEN' and k.completed_on is null
       and k.origin <> 'IMPORTED' and ${OF_UNITS}
       and ((t.register_id is null and k.handling is null) or t.state = 'RETURNED')
     order by k.taken_on, k.id limit 20`,
    [tx.municipalityId, units],
  );

export async function endingSoon(
  tx: Tx,
  units: Units,
  { today, until }: { readonly today: LocalDate; readonly until: LocalDate },
): Promise<{ count: number; ended: number }> {
  const [row] = await tx.query<{ count: number; ended: number }>(
    `select count(*)::int as count, (count(*) filter (where k.ends_on < $4))::int as ended from kaigi.records_keeping k
     where k.municipality_id = $1 and k.state = 'KEPT' and k.ends_on <= $3 and ${OF_UNITS}
       and not exists (select from kaigi.records_disposal_item i where i.municipality_id = k.municipality_id
         and i.subject_kind = 'RECORD' and i.subject_id = k.record_id and i.state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING'))`,
    [tx.municipalityId, units, until, today],
  );
  return row ?? { count: 0, ended: 0 };
}

export const reservedOf = (tx: Tx, units: Units): Promise<(NumberedRow & { until: Date })[]> =>
  tx.query(
    `select k.id as "registerId", k.record_id as "recordId", k.symbol, k.number, coalesce(k.title, '') as title, k.reserved_until as until, (count(*) over ())::int as "all"
     from kaigi.records_register k where k.municipality_id = $1 and k.state = 'RESERVED' and ${OF_UNITS}
     order by k.reserved_until limit 20`,
    [tx.municipalityId, units],
  );

export const overdueOf = (
  tx: Tx,
  units: Units,
  today: LocalDate,
): Promise<
  { boxId: string; code: string; title: string; borrower: { name: string }; dueOn: LocalDate; all: number }[]
> =>
  tx.query(
    `select k.id as "boxId", k.code, k.title, l.borrower, l.due_on as "dueOn", (count(*) over ())::int as "all"
     from kaigi.records_loan l join kaigi.records_box k on k.municipality_id = l.municipality_id and k.id = l.box_id
     where l.municipality_id = $1 and l.returned_on is null and l.due_on < $3 and ${OF_UNITS}
     order by l.due_on, l.id limit 20`,
    [tx.municipalityId, units, today],
  );
