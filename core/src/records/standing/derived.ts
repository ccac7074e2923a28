import type { Tx } from '../../platform/index.ts';
import { FOLDER_COLUMNS } from '../keeping/folder-store.ts';
import { SHARED } from '../keeping/rows.ts';
import { KEEPING_COLUMN_OF } from '../keeping/store.ts';

/** A row that says something else than the rows that it follows from. */
export interface Derived {
  readonly kind: 'record' | 'folder' | 'boxed' | 'judged' | 'redacted' | 'collected' | 'asked' | 'linked';
  readonly id: string;
  readonly fields: readonly string[];
}

export const differing = (names: readonly (readonly [name: string, differs: string])[]): string =>
  `array_remove(array[${names.map(([name, differs]) => `case when ${differs} then '${name}' end`).join(', ')}], null)`;

const UNTIL = `(select max((f.fact ->> 'until')) from kaigi.records_fact f
  where f.municipality_id = k.municipality_id and f.subject_kind = 'record' and f.subject_id = k.record_id
    and f.act = 'EXTENDED')`;

/** What lies in a 簿冊 has its period, end and place from it; the end also from a decision to keep it longer. */
const OF_FOLDER = differing(
  SHARED.map((name) => {
    const differs = `k.${KEEPING_COLUMN_OF[name]} is distinct from d.${FOLDER_COLUMNS[name]}`;
    return [name, name === 'endsOn' ? `${differs} and k.ends_on::text is distinct from ${UNTIL}` : differs];
  }),
);

const marksOf = (row: 'k' | 'd', on: string) => `lateral (
  select coalesce(bool_or(h.until is null), false) as held, max(h.until) as until from kaigi.records_hold h
  where h.municipality_id = ${row}.municipality_id and (${on})) m`;
const MARKS = (row: 'k' | 'd') =>
  differing([
    ['isHeld', `${row}.is_held <> m.held`],
    ['heldUntil', `${row}.held_until is distinct from m.until`],
  ]);

/** The last box into which the lines say the paper was put. */
const PUT_IN = `select distinct on (f.fact ->> 'recordId') (f.fact ->> 'recordId')::uuid as record_id, f.subject_id as box_id
  from kaigi.records_fact f where f.municipality_id = $1 and f.subject_kind = 'box' and f.act = 'PUT_IN'
  order by f.fact ->> 'recordId', f.at desc, f.leaf_id desc`;

/**
 * What is written beside rows so that no list need look elsewhere, and lies about where it came from: the period of a
 * 簿冊 beside what lies in it, holds beside what they hold, the box of a record.
 */
export const derivedWrongly = (tx: Tx): Promise<Derived[]> =>
  tx.query<Derived>(
    `select * from (
       select 'record' as kind, k.record_id as id, ${OF_FOLDER} as fields from kaigi.records_keeping k
       join kaigi.records_folder d on d.municipality_id = k.municipality_id and d.id = k.folder_id
       where k.municipality_id = $1 and k.state = 'KEPT'
       union all
       select 'record', k.record_id, ${MARKS('k')} from kaigi.records_keeping k
       cross join ${marksOf('k', 'h.record_id = k.record_id or h.folder_id = k.folder_id')}
       where k.municipality_id = $1 and k.state = 'KEPT'
       union all
       select 'folder', d.id, ${MARKS('d')} from kaigi.records_folder d
       cross join ${marksOf('d', 'h.folder_id = d.id')} where d.municipality_id = $1
       union all
       select 'boxed', coalesce(b.record_id, p.record_id), array['boxId'] from (${PUT_IN}) p
       full join (select b.record_id, b.box_id from kaigi.records_boxed b where b.municipality_id = $1) b
         on b.record_id = p.record_id
       where b.box_id is distinct from p.box_id and not (b.record_id is null and exists (
         select from kaigi.records_keeping k
         where k.municipality_id = $1 and k.record_id = p.record_id and k.state <> 'KEPT'))
     ) wrong where cardinality(wrong.fields) > 0 order by wrong.kind, wrong.id`,
    [tx.municipalityId],
  );
