import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Person } from '../contract.ts';
import type { Absence, AbsentPerson, GraphSource } from './rules.ts';

const DAY = (alias: string) =>
  `${alias}.cancelled_at is null and ${alias}.valid_from <= $2::date
   and (${alias}.valid_to is null or ${alias}.valid_to > $2::date)`;

const ABSENCE = `
  select b.absence_id as "absenceId", b.staff_id as "staffId", b.source, b.from_at as "from", b.until_at as "until",
    b.note, b.recorded_at as "recordedAt", b.recorded_by as "recordedBy", b.confirmed_at as "confirmedAt",
    (select s.name from kaigi.directory_staff s
     where s.municipality_id = b.municipality_id and s.staff_id = b.recorded_by) as "recordedByName"
  from kaigi.directory_absence b
  where b.municipality_id = $1 and b.cancelled_at is null`;

/** Of these people, what is neither cancelled nor over. */
export const absencesOf = (tx: Tx, staffIds: readonly string[], at: Date): Promise<Absence[]> =>
  tx.query<Absence>(`${ABSENCE} and b.staff_id = any($2::uuid[]) and (b.until_at is null or b.until_at > $3)`, [
    tx.municipalityId,
    staffIds,
    at,
  ]);

export async function absenceById(tx: Tx, absenceId: string): Promise<Absence | null> {
  const [row] = await tx.query<Absence>(`${ABSENCE} and b.absence_id = $2 for update of b`, [
    tx.municipalityId,
    absenceId,
  ]);
  return row ?? null;
}

/** One person around the reader. */
export interface Neighbour extends Person {
  /** In a unit that the reader heads, or below one. */
  readonly below: boolean;
}

/**
 * Everybody in the reader's units and in those below a unit that the reader heads, and the heads above the reader;
 * the reader is one of them. Nearest first.
 */
export const neighboursOf = (tx: Tx, staffId: string, day: LocalDate): Promise<Neighbour[]> =>
  tx.query<Neighbour>(
    `with recursive mine as (
       select p.unit_id, bool_or(p.heads_unit) as heads
       from kaigi.directory_appointment a
       join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${DAY('p')}
       where a.municipality_id = $1 and a.staff_id = $3 and ${DAY('a')} group by p.unit_id),
     down as (
       select mine.unit_id, mine.heads, 0 as depth from mine
       union
       select u.unit_id, true, down.depth + 1 from kaigi.directory_unit u join down on u.parent_unit_id = down.unit_id
       where u.municipality_id = $1 and down.heads and ${DAY('u')} and down.depth < 12),
     up as (
       select mine.unit_id, 0 as depth from mine
       union
       select u.parent_unit_id, up.depth + 1 from kaigi.directory_unit u join up on u.unit_id = up.unit_id
       where u.municipality_id = $1 and u.parent_unit_id is not null and ${DAY('u')} and up.depth < 12),
     near as (
       select unit_id, heads, depth, false as only_head from down
       union all select unit_id, false, depth, true from up where depth > 0),
     people as (
       select distinct on (s.staff_id) s.staff_id, s.name, s.sign_in_name, p.title, u.name as unit_name, near.depth,
         bool_or(near.heads) over (partition by s.staff_id) as below
       from near
       join kaigi.directory_unit u on u.municipality_id = $1 and u.unit_id = near.unit_id and ${DAY('u')}
       join kaigi.directory_post p on p.municipality_id = $1 and p.unit_id = near.unit_id and ${DAY('p')}
         and (p.heads_unit or not near.only_head)
       join kaigi.directory_appointment a on a.municipality_id = $1 and a.post_id = p.post_id and ${DAY('a')}
       join kaigi.directory_staff s on s.municipality_id = $1 and s.staff_id = a.staff_id and s.enabled
       order by s.staff_id, near.depth, a.concurrent, p.code)
     select staff_id as "staffId", name, title as "postTitle", unit_name as "unitName", below
     from people order by depth, sign_in_name`,
    [tx.municipalityId, day, staffId],
  );

/** Whoever is typed as absent: null when the directory does not know them or they have left. */
export async function absentPerson(
  tx: Tx,
  staffId: string,
  day: LocalDate,
): Promise<(AbsentPerson & { readonly person: Person }) | null> {
  const [row] = await tx.query<AbsentPerson & { person: Person }>(
    `with recursive held as (
       select p.post_id, p.title, p.rank, p.unit_id, p.code, a.concurrent from kaigi.directory_appointment a
       join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${DAY('p')}
       where a.municipality_id = $1 and a.staff_id = $3 and ${DAY('a')}),
     up as (
       select held.unit_id, 0 as depth from held
       union
       select u.parent_unit_id, up.depth + 1 from kaigi.directory_unit u join up on u.unit_id = up.unit_id
       where u.municipality_id = $1 and u.parent_unit_id is not null and ${DAY('u')} and up.depth < 12)
     select s.staff_id as "staffId",
       coalesce((select jsonb_agg(held.rank) from held), '[]') as ranks,
       coalesce((select jsonb_agg(distinct p.post_id) from kaigi.directory_post p join up on up.unit_id = p.unit_id
         where p.municipality_id = $1 and p.heads_unit and ${DAY('p')}), '[]') as "headPostIds",
       jsonb_build_object('staffId', s.staff_id, 'name', s.name,
         'postTitle', coalesce(main.title, s.job_title, ''), 'unitName', coalesce(main.unit_name, s.department, '')) as person
     from kaigi.directory_staff s
     left join lateral (
       select held.title, u.name as unit_name from held
       join kaigi.directory_unit u on u.municipality_id = $1 and u.unit_id = held.unit_id and ${DAY('u')}
       order by held.concurrent, held.code limit 1) main on true
     where s.municipality_id = $1 and s.staff_id = $3 and s.enabled`,
    [tx.municipalityId, day, staffId],
  );
  return row ?? null;
}

/** Somebody whose absence matters to others. */
export interface AskedPerson {
  readonly staffId: string;
  readonly entraObjectId: string;
  readonly signInName: string;
}

/** Holders of posts that others wait for: every post above 係員, and those that head a unit. */
export const peopleToAsk = (tx: Tx, day: LocalDate): Promise<AskedPerson[]> =>
  tx.query<AskedPerson>(
    `select s.staff_id as "staffId", s.entra_object_id as "entraObjectId", s.sign_in_name as "signInName"
     from kaigi.directory_staff s
     where s.municipality_id = $1 and s.enabled and exists (
       select from kaigi.directory_appointment a
       join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${DAY('p')}
       where a.municipality_id = $1 and a.staff_id = s.staff_id and ${DAY('a')} and (p.rank <> 'STAFF' or p.heads_unit))
     order by s.sign_in_name`,
    [tx.municipalityId, day],
  );

export interface SourceState {
  readonly source: GraphSource;
  readonly readAt: Date | null;
  readonly unread: number;
  readonly failedSince: Date | null;
  readonly problem: string | null;
}

export const sourceStates = (tx: Tx): Promise<SourceState[]> =>
  tx.query<SourceState>(
    `select source, read_at as "readAt", unread, failed_since as "failedSince", problem
     from kaigi.directory_absence_source where municipality_id = $1`,
    [tx.municipalityId],
  );
