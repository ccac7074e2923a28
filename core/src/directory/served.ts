import type { Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { Rank } from './rules.ts';

/** Somebody with the post that they held last in a time, also where they cannot sign in any more. */
export interface Served {
  readonly staffId: string;
  readonly name: string;
  readonly signInName: string;
  readonly postTitle: string;
  readonly rank: Rank;
  readonly unitId: string;
  readonly unitName: string;
}

const ON = (alias: string, day: string) =>
  `${alias}.cancelled_at is null and ${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${alias}.valid_to > ${day})`;

/** Everybody who held a post on some day from one up to and with another; of these people only, where they are named. */
export const servedBetween = (
  tx: Tx,
  { from, to, staffIds = null }: { from: LocalDate; to: LocalDate; staffIds?: readonly string[] | null },
): Promise<Served[]> =>
  tx.query<Served>(
    `select distinct on (s.staff_id) s.staff_id as "staffId", s.name, s.sign_in_name as "signInName",
       p.title as "postTitle", p.rank, u.unit_id as "unitId", u.name as "unitName"
     from kaigi.directory_appointment a
     cross join lateral (select least($3::date, a.valid_to - 1) as day) last
     join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id
     join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${ON('p', 'last.day')}
     join kaigi.directory_unit u on u.municipality_id = p.municipality_id and u.unit_id = p.unit_id and ${ON('u', 'last.day')}
     where a.municipality_id = $1 and a.cancelled_at is null and a.valid_from <= $3::date
       and (a.valid_to is null or a.valid_to > $2::date) and ($4::uuid[] is null or a.staff_id = any($4::uuid[]))
     order by s.staff_id, last.day desc, a.concurrent, p.code`,
    [tx.municipalityId, from, to, staffIds],
  );

/** Everybody ever known by sign-in name; where a name was given anew, whoever can sign in comes last. */
export const staffNames = (tx: Tx): Promise<{ staffId: string; signInName: string }[]> =>
  tx.query(
    `select s.staff_id as "staffId", s.sign_in_name as "signInName" from kaigi.directory_staff s
     where s.municipality_id = $1 order by s.enabled, s.staff_id`,
    [tx.municipalityId],
  );

/** From when until when these people have held any post at all; `to` is the day after, null where it goes on. */
export const servingSpans = (
  tx: Tx,
  staffIds: readonly string[],
): Promise<{ staffId: string; from: LocalDate; to: LocalDate | null }[]> =>
  tx.query(
    `select a.staff_id as "staffId", min(a.valid_from) as "from",
       case when bool_or(a.valid_to is null) then null else max(a.valid_to) end as "to"
     from kaigi.directory_appointment a
     where a.municipality_id = $1 and a.staff_id = any($2::uuid[]) and a.cancelled_at is null group by a.staff_id`,
    [tx.municipalityId, staffIds],
  );
