import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type Cut, cut } from '../cut.ts';
import type { Item, ListRow } from './list.ts';
import type { Standing } from './rules.ts';
import { LIST_COLUMNS } from './store.ts';

// Of the hashes of all versions, so that whoever decided knows for good which files were meant.
const FILES = `left join lateral (
    select count(*)::int as files, coalesce(sum(v.size), 0)::float8 as bytes,
      encode(sha256(convert_to(coalesce(string_agg(v.file_version || ' ' || v.sha256, E'\\n' order by v.file_version), ''), 'UTF8')), 'hex') as digest
    from kaigi.records_file_version v where v.municipality_id = k.municipality_id and v.record_id = k.record_id) f on true`;
// A hold on the 簿冊 holds everything in it.
const HELD = `(k.is_held or coalesce(fo.is_held, false)) as "isHeld", greatest(k.held_until, fo.held_until) as "heldUntil"`;
const FOLDER = `left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id`;

/** A record whose period ends, with the section that answers for it. */
export interface Expiring
  extends Standing,
    Pick<
      Item,
      | 'subjectId'
      | 'folderId'
      | 'folderTitle'
      | 'title'
      | 'numberLabel'
      | 'classificationCode'
      | 'classificationName'
      | 'filedOn'
      | 'startsOn'
      | 'ruleId'
      | 'regulationVersion'
      | 'medium'
      | 'files'
      | 'bytes'
      | 'filesSha256'
    > {
  /** Missing: a record. */
  readonly subjectKind?: string;
  readonly endsOn: LocalDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly symbol: string | null;
  readonly number: number | null;
}

/** What ends by the day and stands on no list that is under way, by section and class. */
export const expiringBy = (tx: Tx, endsBy: LocalDate, unitIds: readonly string[] | null): Promise<Expiring[]> =>
  tx.query<Expiring>(
    `select k.record_id as "subjectId", k.folder_id as "folderId", fo.title as "folderTitle", k.title,
       k.classification_code as "classificationCode", k.classification_name as "classificationName",
       k.created_on as "filedOn", k.starts_on as "startsOn", k.ends_on as "endsOn", k.rule_id as "ruleId",
       k.regulation_version as "regulationVersion", k.medium, k.state, k.is_permanent as "isPermanent", k.action, ${HELD},
       k.unit_id as "unitId", k.unit_name as "unitName",
       k.unit_path as "unitPath", g.symbol, g.number, f.files, f.bytes, f.digest as "filesSha256"
     from kaigi.records_keeping k
     ${FOLDER} ${FILES}
     left join kaigi.records_register g on g.municipality_id = k.municipality_id and g.record_id = k.record_id
     where k.municipality_id = $1 and k.state = 'KEPT' and k.version > 0 and k.ends_on <= $2
       and ($3::uuid[] is null or k.unit_id = any($3))
       and not exists (select from kaigi.records_disposal_item i
         where i.municipality_id = k.municipality_id and i.subject_kind = 'RECORD' and i.subject_id = k.record_id
           and i.state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING'))
     order by "unitId", k.classification_code, fo.title nulls last, g.fiscal_year, g.symbol, g.number, k.created_on, k.record_id`,
    [tx.municipalityId, endsBy, unitIds],
  );

export interface Stands extends Standing {
  readonly subjectId: string;
  readonly filesSha256: string;
}

/** How records are kept now; locked, whoever would hold or change them waits until the commit. */
export const standingOf = (tx: Tx, recordIds: readonly string[]): Promise<Stands[]> =>
  tx.query<Stands>(
    `select k.record_id as "subjectId", k.state, k.is_permanent as "isPermanent", k.action, k.ends_on as "endsOn",
       ${HELD}, f.digest as "filesSha256"
     from kaigi.records_keeping k ${FOLDER} ${FILES}
     where k.municipality_id = $1 and k.record_id = any($2::uuid[])`,
    [tx.municipalityId, recordIds],
  );

export interface ListSummary extends ListRow {
  readonly items: number;
  readonly undecided: number;
  readonly open: number;
}

const MOST = 500;

interface ListsAsked {
  readonly fiscalYear: number | null;
  /** Only those that stand there; null: all. */
  readonly state: ListRow['state'] | null;
  readonly reader: { readonly own: readonly string[]; readonly sections: readonly string[] } | null;
}

/** Lists of a 年度 as far as the reader's sections go; null: every section's. Newest first, so many at most. */
export async function listsOf(tx: Tx, { fiscalYear, state, reader }: ListsAsked): Promise<Cut<ListSummary>> {
  const rows = await tx.query<ListSummary>(
    `select ${LIST_COLUMNS}, c.items, c.undecided, c.open from kaigi.records_disposal_list l
     left join lateral (
       select count(*)::int as items,
         (count(*) filter (where i.choice is null and i.mark is distinct from 'HELD' and i.state = 'LISTED'))::int as undecided,
         (count(*) filter (where i.state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING')))::int as open
       from kaigi.records_disposal_item i where i.municipality_id = l.municipality_id and i.list_id = l.id) c on true
     where l.municipality_id = $1 and ($2::int is null or l.fiscal_year = $2) and ($3::text is null or l.state = $3)
       and ($4 or l.unit_id = any($5::uuid[]) or l.unit_path && $6::uuid[])
     order by l.fiscal_year desc, l.unit_name, l.nth desc limit ${MOST + 1}`,
    [tx.municipalityId, fiscalYear, state, reader === null, reader?.sections ?? [], reader?.own ?? []],
  );
  return cut(rows, MOST);
}

/** The list of the section and year that is still being checked, and how many there were. */
export async function sectionList(
  tx: Tx,
  { unitId, fiscalYear }: Pick<ListRow, 'unitId' | 'fiscalYear'>,
): Promise<{ readonly open: string | null; readonly nth: number; readonly items: number }> {
  const [row] = await tx.query<{ open: string | null; nth: number; items: number }>(
    `select (array_agg(l.id) filter (where l.state = 'SECTION'))[1] as open, coalesce(max(l.nth), 0)::int as nth,
       (select count(*)::int from kaigi.records_disposal_item i join kaigi.records_disposal_list o
          on o.municipality_id = i.municipality_id and o.id = i.list_id
        where o.municipality_id = $1 and o.unit_id = $2 and o.fiscal_year = $3 and o.state = 'SECTION') as items
     from kaigi.records_disposal_list l where l.municipality_id = $1 and l.unit_id = $2 and l.fiscal_year = $3`,
    [tx.municipalityId, unitId, fiscalYear],
  );
  return row ?? { open: null, nth: 0, items: 0 };
}

export interface NamedFile {
  readonly fileVersion: number;
  readonly sha256: string;
  readonly size: number;
  readonly leafId: string;
}

export const filesOf = (tx: Tx, recordId: string): Promise<NamedFile[]> =>
  tx.query<NamedFile>(
    `select v.file_version as "fileVersion", v.sha256, v.size::float8 as size, v.leaf_id as "leafId"
     from kaigi.records_file_version v where v.municipality_id = $1 and v.record_id = $2 order by v.file_version`,
    [tx.municipalityId, recordId],
  );

/** Lists that a case decides upon, or that are being carried out: what the jobs look at. */
export const listsIn = async (tx: Tx, state: ListRow['state']): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'select l.id from kaigi.records_disposal_list l where l.municipality_id = $1 and l.state = $2 order by l.id',
      [tx.municipalityId, state],
    )
  ).map(({ id }) => id);

/** Of 自治体機密性 3B and above, or for participants alone: not even a list names them to all. */
export const secretsAmong = async (tx: Tx, recordIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.query<{ id: string }>(
        `select k.record_id as id from kaigi.records_keeping k where k.municipality_id = $1 and k.record_id = any($2::uuid[])
           and (k.level in ('C3A', 'C3B') or k.only_participants)`,
        [tx.municipalityId, recordIds],
      )
    ).map(({ id }) => id),
  );

/**
 * What of a line is still there: its files, or the copy outside; COPY_HELD where a label forbids its deletion, COPY_REFUSED
 * where the library refuses it for another reason, COPY_ELSEWHERE where it lies in a library that is not configured now.
 */
export interface Left {
  readonly what: 'BYTES' | 'COPY' | 'COPY_HELD' | 'COPY_REFUSED' | 'COPY_ELSEWHERE';
  /** In which library the copy lies; null where that was not noted. */
  readonly place: string | null;
}

/** Of lines that are being removed. A copy outside goes when the library answers again. */
export const remainingOf = async (tx: Tx, listId: string): Promise<ReadonlyMap<string, Left>> =>
  new Map(
    (
      await tx.query<Left & { id: string }>(
        `select i.subject_id as id, case when c.state = 'BLOCKED' and c.problem = 'records.mirror_deletion_refused' then 'COPY_HELD'
             when c.state = 'BLOCKED' and c.problem = 'records.mirror_left_elsewhere' then 'COPY_ELSEWHERE'
             when c.state = 'BLOCKED' then 'COPY_REFUSED'
             when c.state <> 'REMOVED' then 'COPY' else 'BYTES' end as what, c.place
         from kaigi.records_disposal_item i left join kaigi.records_mirror c
           on c.municipality_id = i.municipality_id and c.record_id = i.subject_id and c.item_id is not null
         where i.municipality_id = $1 and i.list_id = $2 and i.state = 'REMOVING'`,
        [tx.municipalityId, listId],
      )
    ).map(({ id, ...left }) => [id, left]),
  );

/** 手放してよい: what the sections said of lines, when and by whom. */
export const letGoOn = async (
  tx: Tx,
  listId: string,
): Promise<ReadonlyMap<string, { readonly by: string; readonly on: LocalDate }>> =>
  new Map(
    (
      await tx.query<{ id: string; by: string; on: LocalDate }>(
        `select a.record_id as id, coalesce(a.answered_by ->> 'name', '') as by, a.answered_on as "on"
         from kaigi.records_disposal_item i
         join kaigi.records_space_answer a on a.municipality_id = i.municipality_id and a.record_id = i.subject_id
         where i.municipality_id = $1 and i.list_id = $2 and i.subject_kind = 'RECORD' and a.answer = 'LET_GO'`,
        [tx.municipalityId, listId],
      )
    ).map(({ id, by, on }) => [id, { by, on }]),
  );
