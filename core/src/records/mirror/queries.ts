import type { Tx } from '../../platform/index.ts';
import { RECYCLE_BIN_DAYS } from './library.ts';
import type { MirrorState } from './store.ts';
import type { ByHand } from './told.ts';

export interface Told {
  readonly recordId: string;
  readonly title: string;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly name: string;
  readonly state: MirrorState;
  readonly problem: string | null;
  /** In which library it lies; null where that was not noted. */
  readonly place: string | null;
  readonly noticedAt: Date;
  /** When it is tried again by itself. */
  readonly againAt: Date | null;
  readonly byHand: ByHand | null;
}

/** 手で削除した, as the history has it last, and when the copy was found all the same. */
const BY_HAND = `(select json_build_object('by', h.actor ->> 'name', 'deletedOn', h.fact ->> 'deletedOn',
      'note', h.fact ->> 'note', 'foundAt', (select max(f.at) from kaigi.records_fact f
        where f.municipality_id = h.municipality_id and f.subject_kind = 'mirror' and f.subject_id = h.subject_id
          and f.act = 'FOUND_THERE' and f.seq > h.seq))
    from kaigi.records_fact h where h.municipality_id = m.municipality_id and h.subject_kind = 'mirror'
      and h.subject_id = m.record_id and h.act = 'DELETED_BY_HAND' order by h.seq desc limit 1) as "byHand"`;

export const troubled = (tx: Tx, limit: number): Promise<Told[]> =>
  tx.query<Told>(
    `select m.record_id as "recordId", k.title, g.symbol, g.number, m.name, m.state, m.problem, m.place,
       m.noticed_at as "noticedAt", m.again_at as "againAt", ${BY_HAND}
     from kaigi.records_mirror m
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = m.record_id
     left join kaigi.records_register g on g.municipality_id = $1 and g.record_id = m.record_id
     where m.municipality_id = $1 and (m.state not in ('MIRRORED', 'REMOVED') or m.problem is not null)
       and (m.state <> 'REMOVED' or m.noticed_at > now() - interval '${RECYCLE_BIN_DAYS} days')
     order by m.noticed_at desc, m.record_id limit $2`,
    [tx.municipalityId, limit],
  );

export async function counts(tx: Tx): Promise<Readonly<Partial<Record<MirrorState, number>>>> {
  const rows = await tx.query<{ state: MirrorState; count: number }>(
    `select m.state, count(*)::int as count from kaigi.records_mirror m where m.municipality_id = $1 group by m.state`,
    [tx.municipalityId],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export type Copy = Pick<Told, 'recordId' | 'state' | 'problem' | 'noticedAt' | 'place' | 'byHand'>;

/** The copies of records as they stand now, by record; none of what was never outside. */
export async function copiesOf(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, Copy>> {
  const rows = await tx.query<Copy>(
    `select m.record_id as "recordId", m.state, m.problem, m.noticed_at as "noticedAt", m.place, ${BY_HAND}
     from kaigi.records_mirror m
     where m.municipality_id = $1 and m.record_id = any($2::uuid[]) and m.item_id is not null`,
    [tx.municipalityId, recordIds],
  );
  return new Map(rows.map((row) => [row.recordId, row]));
}
