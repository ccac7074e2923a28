import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import type { SpaceAnswer } from './answers.ts';

export interface FoundRow {
  readonly recordId: string;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly title: string;
}

export const NAMED = `k.record_id as "recordId", g.symbol, g.number, k.title`;
export const REGISTER = `left join kaigi.records_register g on g.municipality_id = k.municipality_id and g.record_id = k.record_id`;
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

/** Working versions that were pruned take no room any more. */
const STILL_THERE = `not exists (select from kaigi.records_pruning p where p.municipality_id = v.municipality_id
    and p.record_id = v.record_id and p.file_version = v.file_version)`;
const FILES = `join kaigi.records_file_version v on v.municipality_id = $1 and v.record_id = kept.id and ${STILL_THERE}`;

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

const WHOLE_SIZE = `coalesce((select sum(v.size) from kaigi.records_file_version v
    where v.municipality_id = k.municipality_id and v.record_id = k.record_id and ${STILL_THERE}), 0)::float8`;
const PROPOSED = `${NAMED}, k.unit_id as "unitId", k.custody, k.ends_on as "endsOn", ${WHOLE_SIZE} as bytes,
  a.answer, a.answered_by ->> 'name' as "answeredBy", a.answered_on as "answeredOn"`;
const ANSWER = `left join kaigi.records_space_answer a
  on a.municipality_id = k.municipality_id and a.record_id = k.record_id`;

/** What is proposed to be let go of, with what its section said. */
export interface ProposedRow extends FoundRow {
  readonly unitId: string;
  readonly custody: 'SECTION' | 'CENTRAL';
  readonly endsOn: LocalDate | null;
  readonly bytes: number;
  readonly answer: SpaceAnswer | null;
  readonly answeredBy: string | null;
  readonly answeredOn: LocalDate | null;
}

/** The same bytes in several records; not where the section said of each of them that it is needed. */
export const duplicatesOf = (
  tx: Tx,
  sight: Sight,
): Promise<{ sha256: string; bytes: number; records: ProposedRow[] }[]> =>
  asked(
    tx,
    sight,
    (kept) => `with ${kept}, same as (
        select v.sha256, min(v.size)::float8 as bytes, array_agg(distinct kept.id) as ids
        from kept ${FILES}
        left join kaigi.records_space_answer a on a.municipality_id = $1 and a.record_id = kept.id
        group by v.sha256 having count(distinct kept.id) > 1 and bool_or(a.answer is distinct from 'KEEP')
        order by min(v.size) desc limit ${MOST})
      select same.sha256, same.bytes, (
        select jsonb_agg(to_jsonb(one) order by one."endsOn" nulls last, one."recordId") from (
          select ${PROPOSED} from kaigi.records_keeping k ${REGISTER} ${ANSWER}
          where k.municipality_id = $1 and k.record_id = any(same.ids)) one) as records
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

/** Registered before the day, and neither opened since nor said to be needed. */
export async function unreadSince(
  tx: Tx,
  sight: Sight,
  since: LocalDate,
): Promise<Sized & { items: readonly ProposedRow[] }> {
  const unread = (kept: string, bind: (value: unknown) => string) => {
    const day = bind(since);
    return `${kept}, unread as (
      select kept.id from kept
      left join kaigi.records_last_read l on l.municipality_id = $1 and l.record_id = kept.id
      where (kept.registered_at at time zone 'Asia/Tokyo')::date < ${day}::date
        and (l.read_on is null or l.read_on < ${day}::date)
        and not exists (select from kaigi.records_space_answer a where a.municipality_id = $1 and a.record_id = kept.id
          and a.answer = 'KEEP' and a.answered_on >= ${day}::date))`;
  };
  const [[sum], items] = await Promise.all([
    asked<Sized>(
      tx,
      sight,
      (kept, bind) => `with ${unread(kept, bind)} select count(distinct kept.id)::int as records,
        coalesce(sum(v.size), 0)::float8 as bytes from unread kept ${FILES}`,
    ),
    asked<ProposedRow>(
      tx,
      sight,
      (kept, bind) => `with ${unread(kept, bind)} select ${PROPOSED} from unread
        join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = unread.id ${REGISTER} ${ANSWER}
        order by bytes desc, k.record_id limit ${MOST}`,
    ),
  ]);
  return { records: sum?.records ?? 0, bytes: sum?.bytes ?? 0, items };
}

/**
 * What has ended by the day and may lawfully go: neither held nor 永年. `freed`: bytes in the store that only these records
 * are made of; what somebody else's record has too stays there.
 */
export async function endingBy(tx: Tx, sight: Sight, day: LocalDate): Promise<Sized & { freed: number }> {
  const [row] = await asked<Sized & { freed: number }>(tx, sight, (kept, bind) => {
    const by = bind(day);
    return `with ${kept}, ending as (
        select kept.id from kept
        join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = kept.id
        left join kaigi.records_folder fo on fo.municipality_id = $1 and fo.id = k.folder_id
        where k.ends_on <= ${by}::date and not k.is_permanent and not k.is_held and not coalesce(fo.is_held, false)
          and coalesce(greatest(k.held_until, fo.held_until) < ${by}::date, true)),
      files as (select v.sha256, v.size, ending.id from ending
        join kaigi.records_file_version v on v.municipality_id = $1 and v.record_id = ending.id)
      select (select count(*)::int from ending) as records, coalesce(sum(files.size), 0)::float8 as bytes,
        coalesce((select sum(once.size) from (
          select min(files.size) as size from files
          where not exists (select from kaigi.records_file_version o
            join kaigi.records_keeping k on k.municipality_id = o.municipality_id and k.record_id = o.record_id and k.state = 'KEPT'
            where o.municipality_id = $1 and o.sha256 = files.sha256
              and not exists (select from ending where ending.id = o.record_id))
          group by files.sha256) once), 0)::float8 as freed
      from files`;
  });
  return row ?? { records: 0, bytes: 0, freed: 0 };
}

/** What its section need not keep longer than its period. */
export async function letGoOf(tx: Tx, sight: Sight): Promise<Sized> {
  const [row] = await asked<Sized>(
    tx,
    sight,
    (kept) => `with ${kept} select count(distinct kept.id)::int as records, coalesce(sum(v.size), 0)::float8 as bytes
      from kept join kaigi.records_space_answer a on a.municipality_id = $1 and a.record_id = kept.id and a.answer = 'LET_GO'
      ${FILES}`,
  );
  return row ?? { records: 0, bytes: 0 };
}

/** Opened today: kept to the day. */
export async function noteRead(tx: Tx, recordId: string, day: LocalDate): Promise<void> {
  await tx.query(
    `insert into kaigi.records_last_read as l (municipality_id, record_id, read_on) values ($1, $2, $3)
     on conflict (municipality_id, record_id) do update set read_on = excluded.read_on where l.read_on < excluded.read_on`,
    [tx.municipalityId, recordId, day],
  );
}
