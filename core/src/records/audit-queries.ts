import type { Tx } from '../platform/index.ts';

export interface StoredFile {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly sha256: string;
  readonly size: number;
}

/** All that must be there: whoever has a tombstone may be gone, and working versions that were pruned. */
export async function storedFilesAfter(tx: Tx, after: StoredFile | null, limit: number): Promise<StoredFile[]> {
  return tx.query<StoredFile>(
    `select f.record_id as "recordId", f.file_version as "fileVersion", f.sha256, f.size
     from kaigi.records_file_version f
     where f.municipality_id = $1 and ($2::uuid is null or (f.record_id, f.file_version) > ($2, $3::int))
       and not exists (select from kaigi.records_tombstone t where t.municipality_id = f.municipality_id
         and t.subject_kind = 'RECORD' and t.subject_id = f.record_id and t.content_goes)
       and not exists (select from kaigi.records_pruning p where p.municipality_id = f.municipality_id
         and p.record_id = f.record_id and p.file_version = f.file_version)
     order by f.record_id, f.file_version limit $4`,
    [tx.municipalityId, after?.recordId ?? null, after?.fileVersion ?? null, limit],
  );
}

export interface Disagreement {
  readonly recordId: string;
  /** Its number in the register, where it has one. */
  readonly symbol: string | null;
  readonly fiscalYear: number | null;
  readonly number: number | null;
  readonly code:
    | 'records.record_gone'
    | 'records.record_changed'
    | 'records.record_not_frozen'
    | 'records.number_missing'
    | 'records.versions_disagree';
  readonly fields: string;
}

/**
 * Records that do not stand as their witnessed rows say: the register's row for what has a number, the file's row for
 * the rest. A record may be described anew while it is open, so its title binds from the freezing on. A record is frozen
 * the moment its number is taken; one without a number, the moment it is filed.
 */
export async function disagreements(tx: Tx): Promise<Disagreement[]> {
  return tx.query<Disagreement>(
    `with r as (
       select r.*, f.title as filed_title, f.classification_code as filed_classification, first.kind as filed_kind,
         first.added_by, first.added_at, f.file_version as newest, f.count as versions,
         g.id as number_id, g.symbol, g.fiscal_year, g.number, coalesce(g.confirmed_at, g.taken_at) as taken_at, coalesce(g.later_title, g.title) as g_title, g.classification_code as g_code, g.classification_name as g_name,
         g.retention_years as g_years, g.file_version as g_version, g.case_id as g_case_id
       from kaigi.records_record r
       left join lateral (
         select v.title, v.classification_code, v.file_version, count(*) over () as count
         from kaigi.records_file_version v where v.municipality_id = r.municipality_id and v.record_id = r.id
         order by v.file_version desc limit 1) f on true
       left join kaigi.records_file_version first
         on first.municipality_id = r.municipality_id and first.record_id = r.id and first.file_version = 1
       left join kaigi.records_register g on g.municipality_id = r.municipality_id and g.record_id = r.id
       where r.municipality_id = $1
     ), told as (
       select id, symbol, fiscal_year, number, 'records.record_not_frozen' as code, 'state' as fields from r
         where number_id is not null and state <> 'FROZEN'
       union all
       select id, symbol, fiscal_year, number, 'records.number_missing', 'state' from r
         where number_id is null and state = 'FROZEN' and kind in ('DRAFT_DOCUMENT', 'RECEIPT') and not unnumbered
       union all
       select id, symbol, fiscal_year, number, 'records.versions_disagree', 'file_version' from r
         where file_version is distinct from newest or file_version is distinct from versions
       union all
       select id, symbol, fiscal_year, number, 'records.record_changed', concat_ws(', ',
           case when number_id is not null and title <> g_title then 'title' end,
           case when number_id is null and state = 'FROZEN' and title <> filed_title then 'title' end,
           case when number_id is not null and classification_code <> g_code then 'classification_code' end,
           case when number_id is null and state = 'FROZEN' and classification_code <> filed_classification
             then 'classification_code' end,
           case when number_id is not null and classification_name <> g_name then 'classification_name' end,
           case when number_id is not null and retention_years <> g_years then 'retention_years' end,
           case when number_id is not null and file_version <> g_version then 'file_version' end,
           case when number_id is not null and case_id is distinct from g_case_id then 'case_id' end,
           case when number_id is not null and frozen_at is distinct from taken_at then 'frozen_at' end,
           case when state = 'FROZEN' and kind = 'FINAL_DOCUMENT' and frozen_at is distinct from added_at
             then 'frozen_at' end,
           case when kind is distinct from filed_kind then 'kind' end,
           case when registered_by is distinct from added_by then 'registered_by' end,
           case when registered_at is distinct from added_at then 'registered_at' end) from r
       union all
       select left_over.record_id, g.symbol, g.fiscal_year, g.number, 'records.record_gone',
         string_agg(left_over.rows_of, ', ' order by left_over.rows_of)
       from (select distinct record_id, 'records_file_version' as rows_of from kaigi.records_file_version
               where municipality_id = $1
             union all
             select record_id, 'records_register' from kaigi.records_register
               where municipality_id = $1 and record_id is not null) left_over
       left join kaigi.records_register g on g.municipality_id = $1 and g.record_id = left_over.record_id
       where not exists (select from kaigi.records_record one
         where one.municipality_id = $1 and one.id = left_over.record_id)
       group by 1, 2, 3, 4
     )
     select id as "recordId", symbol, fiscal_year as "fiscalYear", number, code, fields from told where fields <> '' order by id, code`,
    [tx.municipalityId],
  );
}

export interface NumberGap {
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly taken: number;
  readonly highest: number;
  readonly next: number | null;
}

/** Runs of numbers that do not go from 1 to the last one taken, as the counter knows it. */
export async function numberGaps(tx: Tx): Promise<NumberGap[]> {
  return tx.query<NumberGap>(
    `select coalesce(g.symbol, c.symbol) as symbol, coalesce(g.fiscal_year, c.fiscal_year) as "fiscalYear",
       coalesce(g.taken, 0)::int as taken, coalesce(g.highest, c.first_number - 1, 0) as highest, c.next_number as next
     from (select symbol, fiscal_year, count(*) as taken, max(number) as highest from kaigi.records_register
           where municipality_id = $1 and origin <> 'IMPORTED' and branch = 0 group by symbol, fiscal_year) g
     full join (select symbol, fiscal_year, first_number, next_number from kaigi.records_number_counter
                where municipality_id = $1) c
       on c.symbol = g.symbol and c.fiscal_year = g.fiscal_year
     where coalesce(g.taken, 0) <> coalesce(g.highest - c.first_number + 1, 0)
       or c.next_number is distinct from coalesce(g.highest + 1, c.first_number)
     order by 2, 1`,
    [tx.municipalityId],
  );
}
