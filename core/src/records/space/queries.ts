import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';

export interface FoundRow {
  readonly recordId: string;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly title: string;
}

const NAMED = `k.record_id as "recordId", g.symbol, g.number, k.title`;
const REGISTER = `left join kaigi.records_register g on g.municipality_id = k.municipality_id and g.record_id = k.record_id`;
const MOST = 50;

/** What this person may see and what is kept, as a list that the questions below are asked of. */
function keptBy(sight: Sight, values: unknown[]): string {
  return `kept as materialized (
    select r.id, k.unit_name, k.unit_id, k.ends_on, r.state, r.file_version, r.registered_at
    from kaigi.records_record r
    join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
    where r.municipality_id = $1 and k.state = 'KEPT' and ${visible(sight, binder(values))})`;
}

interface Sized {
  readonly records: number;
  readonly bytes: number;
}

const asked = async <R extends object>(
  tx: Tx,
  sight: Sight,
  query: (kept: string, bind: (value: unknown) => string) => string,
): Promise<R[]> => {
  const values: unknown[] = [tx.municipalityId];
  const bind = binder(values);
  const kept = keptBy(sight, values);
  return tx.query<R>(query(kept, bind), values);
};

const FILES = `join kaigi.records_file_version v on v.municipality_id = $1 and v.record_id = kept.id`;

export async function totalOf(tx: Tx, sight: Sight): Promise<Sized & { stored: number }> {
  const [row] = await asked<Sized & { stored: number }>(
    tx,
    sight,
    (kept) => `with ${kept} select count(distinct kept.id)::int as records, coalesce(sum(v.size), 0)::float8 as bytes,
      coalesce((select sum(once.size) from (select distinct on (v.sha256) v.size from kept ${FILES}) once), 0)::float8 as stored
      from kept ${FILES}`,
  );
  return row ?? { records: 0, bytes: 0, stored: 0 };
}

export const unitsOf = (tx: Tx, sight: Sight): Promise<(Sized & { unitName: string })[]> =>
  asked(
    tx,
    sight,
    (kept) => `with ${kept} select min(kept.unit_name) as "unitName", count(distinct kept.id)::int as records,
      sum(v.size)::float8 as bytes from kept ${FILES} group by kept.unit_id order by bytes desc limit ${MOST}`,
  );

export const duplicatesOf = (tx: Tx, sight: Sight): Promise<{ sha256: string; bytes: number; records: FoundRow[] }[]> =>
  asked(
    tx,
    sight,
    (kept) => `with ${kept}, same as (
        select v.sha256, min(v.size)::float8 as bytes, array_agg(distinct kept.id) as ids
        from kept ${FILES} group by v.sha256 having count(distinct kept.id) > 1 order by min(v.size) desc limit ${MOST})
      select same.sha256, same.bytes, (
        select jsonb_agg(jsonb_build_object('recordId', k.record_id, 'symbol', g.symbol, 'number', g.number, 'title', k.title)
          order by k.created_on, k.record_id)
        from kaigi.records_keeping k ${REGISTER} where k.municipality_id = $1 and k.record_id = any(same.ids)) as records
      from same order by same.bytes desc, same.sha256`,
  );

/** Of what never changes again, the versions before the last. */
export const versionsOf = (tx: Tx, sight: Sight): Promise<(FoundRow & { versions: number; bytes: number })[]> =>
  asked(
    tx,
    sight,
    (kept) => `with ${kept} select ${NAMED}, s.versions, s.bytes from (
        select kept.id, count(*)::int as versions, sum(v.size)::float8 as bytes from kept ${FILES}
        where kept.state = 'FROZEN' and v.file_version < kept.file_version group by kept.id
        order by bytes desc limit ${MOST}) s
      join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = s.id ${REGISTER} order by s.bytes desc, s.id`,
  );

/** Registered before the day, and not opened since. */
export async function unreadSince(
  tx: Tx,
  sight: Sight,
  since: LocalDate,
): Promise<Sized & { items: readonly FoundRow[] }> {
  const unread = (kept: string, bind: (value: unknown) => string) => {
    const day = bind(since);
    return `${kept}, unread as (
      select kept.id from kept
      left join kaigi.records_last_read l on l.municipality_id = $1 and l.record_id = kept.id
      where (kept.registered_at at time zone 'Asia/Tokyo')::date < ${day}::date
        and (l.read_on is null or l.read_on < ${day}::date))`;
  };
  const [[sum], items] = await Promise.all([
    asked<Sized>(
      tx,
      sight,
      (kept, bind) => `with ${unread(kept, bind)} select count(distinct kept.id)::int as records,
        coalesce(sum(v.size), 0)::float8 as bytes from unread kept ${FILES}`,
    ),
    asked<FoundRow>(
      tx,
      sight,
      (kept, bind) => `with ${unread(kept, bind)} select ${NAMED} from unread
        join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = unread.id ${REGISTER}
        order by k.created_on, k.record_id limit ${MOST}`,
    ),
  ]);
  return { records: sum?.records ?? 0, bytes: sum?.bytes ?? 0, items };
}

export async function endingBy(tx: Tx, sight: Sight, day: LocalDate): Promise<Sized> {
  const [row] = await asked<Sized>(
    tx,
    sight,
    (
      kept,
      bind,
    ) => `with ${kept} select count(distinct kept.id)::int as records, coalesce(sum(v.size), 0)::float8 as bytes
      from kept ${FILES} where kept.ends_on <= ${bind(day)}::date`,
  );
  return row ?? { records: 0, bytes: 0 };
}

/** Of these units, or null: of all. */
type Units = readonly string[] | null;
const OF_UNITS = '($2::uuid[] is null or k.unit_id = any($2))';

export const unfiledOf = (tx: Tx, units: Units): Promise<(FoundRow & { all: number })[]> =>
  tx.query(
    `select ${NAMED}, (count(*) over ())::int as "all" from kaigi.records_keeping k
     join kaigi.records_record r on r.municipality_id = k.municipality_id and r.id = k.record_id and r.state <> 'DISCARDED'
     ${REGISTER} where k.municipality_id = $1 and k.state = 'KEPT' and k.folder_id is null and ${OF_UNITS}
     order by k.created_on, k.record_id limit 20`,
    [tx.municipalityId, units],
  );

export async function endingSoon(tx: Tx, units: Units, until: LocalDate): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from kaigi.records_keeping k
     where k.municipality_id = $1 and k.state = 'KEPT' and k.ends_on <= $3 and ${OF_UNITS}
       and not exists (select from kaigi.records_disposal_item i where i.municipality_id = k.municipality_id
         and i.subject_kind = 'RECORD' and i.subject_id = k.record_id and i.state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING'))`,
    [tx.municipalityId, units, until],
  );
  return row?.count ?? 0;
}

export const reservedOf = (
  tx: Tx,
  units: Units,
): Promise<{ symbol: string; number: number; title: string; until: Date; all: number }[]> =>
  tx.query(
    `select k.symbol, k.number, coalesce(k.title, '') as title, k.reserved_until as until, (count(*) over ())::int as "all"
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

export interface CatalogueRow {
  readonly fiscalYear: number;
  readonly unitName: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly title: string;
  readonly records: number;
  readonly electronic: number;
  readonly retentionYears: number;
  readonly isPermanent: boolean;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly action: 'TRANSFER' | 'DESTROY' | 'CONSULT';
  readonly custody: 'SECTION' | 'CENTRAL';
  /** Something in it is above 自治体機密性 2: what it is called is not for the public. */
  readonly isClosed: boolean;
}

/** 公文書ファイル管理簿: the 簿冊 of a 年度. */
export const catalogueOf = (tx: Tx, fiscalYear: number): Promise<CatalogueRow[]> =>
  tx.query(
    `select f.fiscal_year as "fiscalYear", f.unit_name as "unitName", f.classification_code as "classificationCode",
       f.classification_name as "classificationName", f.title, count(k.record_id)::int as records,
       (count(k.record_id) filter (where k.medium = 'ELECTRONIC'))::int as electronic,
       f.retention_years as "retentionYears", f.is_permanent as "isPermanent", f.starts_on as "startsOn",
       f.ends_on as "endsOn", f.action, f.custody,
       coalesce(bool_or(k.level in ('C3A', 'C3B', 'C3C') or k.only_participants), false) as "isClosed"
     from kaigi.records_folder f
     left join kaigi.records_keeping k on k.municipality_id = f.municipality_id and k.folder_id = f.id
     where f.municipality_id = $1 and f.fiscal_year = $2 group by f.municipality_id, f.id
     order by f.unit_name, f.classification_code, f.title`,
    [tx.municipalityId, fiscalYear],
  );

/** Opened today: kept to the day. */
export async function noteRead(tx: Tx, recordId: string, day: LocalDate): Promise<void> {
  await tx.query(
    `insert into kaigi.records_last_read as l (municipality_id, record_id, read_on) values ($1, $2, $3)
     on conflict (municipality_id, record_id) do update set read_on = excluded.read_on where l.read_on < excluded.read_on`,
    [tx.municipalityId, recordId, day],
  );
}
