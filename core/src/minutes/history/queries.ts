import type { Doer } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';
import type { Change } from './store.ts';

/** A fact of a meeting with its words, as far as they are still held. */
export interface Happened {
  readonly of: string;
  readonly seq: number;
  readonly at: Date;
  readonly act: string;
  readonly actor: Doer;
  readonly fact: Readonly<Record<string, Json>>;
  readonly change: Change | null;
  /** What the meeting was before, where the fact is of what a meeting is. */
  readonly earlier: Change | null;
}

/** Where a page of the history ends. */
export interface HistoryPlace {
  readonly at: Date;
  readonly of: string;
  readonly seq: number;
}

/** Everything that happened to one meeting, the newest first. */
export const happenedTo = (
  tx: Tx,
  meetingId: string,
  { after, limit }: { readonly after: HistoryPlace | null; readonly limit: number },
): Promise<Happened[]> =>
  tx.query<Happened>(
    `select f.subject_kind as of, f.seq, f.at, f.act, f.actor, f.fact, c.change,
       case when f.subject_kind = 'meeting' then (
         select p.change from kaigi.minutes_change p
         where p.municipality_id = f.municipality_id and p.subject_kind = f.subject_kind
           and p.subject_id = f.subject_id and p.seq < f.seq and p.change -> 'content' is not null
         order by p.seq desc limit 1) end as earlier
     from kaigi.minutes_fact f
     left join kaigi.minutes_change c on c.municipality_id = f.municipality_id
       and c.subject_kind = f.subject_kind and c.subject_id = f.subject_id and c.seq = f.seq
     where f.municipality_id = $1 and f.subject_id = $2
       and ($3::timestamptz is null or (f.at, f.subject_kind, f.seq) < ($3, $4::text, $5::int))
     order by f.at desc, f.subject_kind desc, f.seq desc limit $6`,
    [tx.municipalityId, meetingId, after?.at ?? null, after?.of ?? null, after?.seq ?? null, limit],
  );
