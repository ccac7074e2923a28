import type { Tx } from '../../platform/index.ts';
import { type Derived, differing } from './derived.ts';

/** For which document a hold lies: its line says so; lines from before name the request by their reason alone. */
const LINK = differing([
  ['holdId', 'f.fact is null'],
  ['reason', `l.reason <> f.fact ->> 'kind'`],
  ['recordId', `i.record_id::text is distinct from f.fact ->> 'recordId'`],
  [
    'itemId',
    `case when f.fact ->> 'itemId' is null
       then f.fact ->> 'reason' <> concat_ws(' ', d.scheme #>> '{name,ja}', d.number_label)
       else f.fact ->> 'itemId' <> l.item_id::text end`,
  ],
]);

/** Which hold a decision ends: what it was placed for, and nothing else. Every record that was collected has its own. */
export const linkedWrongly = (tx: Tx): Promise<Derived[]> =>
  tx.query<Derived>(
    `select * from (
       select 'linked' as kind, l.hold_id as id, ${LINK} as fields from kaigi.records_disclosure_hold l
       join kaigi.records_disclosure_item i on i.municipality_id = l.municipality_id and i.id = l.item_id
       join kaigi.records_disclosure d on d.municipality_id = i.municipality_id and d.id = i.request_id
       left join kaigi.records_fact f on f.municipality_id = l.municipality_id and f.subject_kind = 'hold'
         and f.subject_id = l.hold_id and f.seq = 1
       where l.municipality_id = $1
       union all
       select 'linked', f.subject_id, array['itemId'] from kaigi.records_fact f
       where f.municipality_id = $1 and f.subject_kind = 'hold' and f.seq = 1 and f.fact ->> 'itemId' is not null
         and not exists (select from kaigi.records_disclosure_hold l
           where l.municipality_id = $1 and l.hold_id = f.subject_id)
       union all
       select 'judged', i.id, array['holdId'] from kaigi.records_disclosure_item i
       where i.municipality_id = $1 and i.record_id is not null and not exists (
         select from kaigi.records_disclosure_hold l
         where l.municipality_id = $1 and l.item_id = i.id and l.reason = 'DISCLOSURE')
     ) wrong where cardinality(wrong.fields) > 0 order by wrong.kind, wrong.id`,
    [tx.municipalityId],
  );
