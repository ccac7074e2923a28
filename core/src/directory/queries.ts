import type { Condition, Database, Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { Person, Role } from './contract.ts';
import type { Actor, ActorPost, LineUnit, PostHolders } from './rules.ts';

const DAY = (alias: string, day: string) =>
  `${alias}.cancelled_at is null and ${alias}.valid_from <= ${day}::date
   and (${alias}.valid_to is null or ${alias}.valid_to > ${day}::date)`;

interface ActorRow {
  staff_id: string;
  name: string;
  sign_in_name: string;
  department: string | null;
  job_title: string | null;
  posts: ActorPost[];
  roles: Actor['roles'];
}

// A 係 belongs to the 課 above it; every other kind of unit stands for itself.
const SECTION = `(
  with recursive up as (
    select u.unit_id, u.kind, u.parent_unit_id, 0 as depth
    union all
    select above.unit_id, above.kind, above.parent_unit_id, up.depth + 1
    from up join kaigi.directory_unit above on above.unit_id = up.parent_unit_id
    where above.municipality_id = $1 and up.kind = 'SUBSECTION' and up.depth < 12 and ${DAY('above', '$3')})
  select up.unit_id from up order by up.depth desc limit 1)`;

const ACTOR = `
  select s.staff_id, s.name, s.sign_in_name, s.department, s.job_title,
    coalesce((
      select jsonb_agg(jsonb_build_object('postId', p.post_id, 'title', p.title, 'rank', p.rank,
          'unitId', u.unit_id, 'unitName', u.name, 'sectionId', ${SECTION}, 'concurrent', a.concurrent) order by a.concurrent, p.code)
      from kaigi.directory_appointment a
      join kaigi.directory_post p on p.municipality_id = a.municipality_id and p.post_id = a.post_id and ${DAY('p', '$3')}
      join kaigi.directory_unit u on u.municipality_id = p.municipality_id and u.unit_id = p.unit_id and ${DAY('u', '$3')}
      where a.municipality_id = s.municipality_id and a.staff_id = s.staff_id and ${DAY('a', '$3')}), '[]') as posts,
    coalesce((
      select jsonb_agg(r.role) from kaigi.directory_role r
      where r.municipality_id = s.municipality_id and r.staff_id = s.staff_id and ${DAY('r', '$3')}), '[]') as roles
  from kaigi.directory_staff s
  where s.municipality_id = $1 and s.enabled`;

const ACTOR_BY_ENTRA = `${ACTOR} and s.entra_object_id = $2`;
const ACTOR_BY_STAFF = `${ACTOR} and s.staff_id = $2`;

async function actorFrom(tx: Tx, text: string, key: string, day: LocalDate): Promise<Actor | null> {
  const [row] = await tx.query<ActorRow>(text, [tx.municipalityId, key, day]);
  if (!row) return null;
  return {
    staffId: row.staff_id,
    name: row.name,
    signInName: row.sign_in_name,
    posts: row.posts,
    roles: row.roles,
    fallback: { postTitle: row.job_title ?? '', unitName: row.department ?? '' },
  };
}

export const actorByEntraObjectId = (tx: Tx, entraObjectId: string, day: LocalDate): Promise<Actor | null> =>
  actorFrom(tx, ACTOR_BY_ENTRA, entraObjectId, day);

export const actorByStaffId = (tx: Tx, staffId: string, day: LocalDate): Promise<Actor | null> =>
  actorFrom(tx, ACTOR_BY_STAFF, staffId, day);

/** The posts with whoever holds them on the day, by post id. */
export async function holdersOf(tx: Tx, postIds: readonly string[], day: LocalDate): Promise<Map<string, PostHolders>> {
  const rows = await tx.query<PostHolders & { holders: Person[] }>(
    `select p.post_id as "postId", p.title, p.rank, u.unit_id as "unitId", u.name as "unitName",
       coalesce((
         select jsonb_agg(jsonb_build_object('staffId', s.staff_id, 'name', s.name, 'postTitle', p.title, 'unitName', u.name)
           order by a.concurrent, s.sign_in_name)
         from kaigi.directory_appointment a
         join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id and s.enabled
         where a.municipality_id = p.municipality_id and a.post_id = p.post_id and ${DAY('a', '$3')}), '[]') as holders
     from kaigi.directory_post p
     join kaigi.directory_unit u on u.municipality_id = p.municipality_id and u.unit_id = p.unit_id and ${DAY('u', '$3')}
     where p.municipality_id = $1 and p.post_id = any($2::uuid[]) and ${DAY('p', '$3')}`,
    [tx.municipalityId, postIds, day],
  );
  return new Map(rows.map((row) => [row.postId, row]));
}

/** The unit and those above it, nearest first, each with its head post on the day. */
export async function lineAbove(tx: Tx, unitId: string, day: LocalDate): Promise<(LineUnit & { code: string })[]> {
  return tx.query<LineUnit & { code: string }>(
    `with recursive line as (
       select u.unit_id, u.code, u.name, u.kind, u.parent_unit_id, 0 as depth
       from kaigi.directory_unit u where u.municipality_id = $1 and u.unit_id = $2 and ${DAY('u', '$3')}
       union all
       select u.unit_id, u.code, u.name, u.kind, u.parent_unit_id, line.depth + 1
       from kaigi.directory_unit u join line on u.unit_id = line.parent_unit_id
       where u.municipality_id = $1 and ${DAY('u', '$3')} and line.depth < 12)
     select line.unit_id as "unitId", line.code, line.name as "unitName", line.kind as "unitKind",
       (select jsonb_build_object('postId', p.post_id, 'title', p.title, 'rank', p.rank, 'vacant', not exists (
            select from kaigi.directory_appointment a
            join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id and s.enabled
            where a.municipality_id = p.municipality_id and a.post_id = p.post_id and ${DAY('a', '$3')}))
        from kaigi.directory_post p
        where p.municipality_id = $1 and p.unit_id = line.unit_id and p.heads_unit and ${DAY('p', '$3')}
        order by p.code limit 1) as head
     from line order by line.depth`,
    [tx.municipalityId, unitId, day],
  );
}

/** The number that every change of the directory changes, as an expression for a statement that is sent anyway. */
export const DIRECTORY_VERSION = '(select v.version from kaigi.directory_version v where v.municipality_id = $1)';

/** The condition that it still is this number. */
export const directoryStands = ({ municipalityId }: Tx, version: number | null): Condition => ({
  text: '(select v.version from kaigi.directory_version v where v.municipality_id = $1::uuid) is not distinct from $2::bigint',
  values: [municipalityId, version],
});

/** The same by itself; null before the first change. */
export async function directoryVersion(tx: Tx): Promise<number | null> {
  const [row] = await tx.query<{ version: number | null }>(`select ${DIRECTORY_VERSION} as version`, [
    tx.municipalityId,
  ]);
  return row?.version ?? null;
}

export async function municipalityName(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    'select name from kaigi.municipality_registry where municipality_id = $1',
    [tx.municipalityId],
  );
  return row?.name ?? null;
}

/** Every municipality of this deployment, for jobs that go through all of them. */
export async function municipalities({ owner }: Database): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'select municipality_id as id from kaigi.municipality_registry order by registered_at, municipality_id',
  );
  return rows.map((row) => row.id);
}

/** Whether anybody has been imported yet. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select 1 as one from kaigi.directory_staff where municipality_id = $1 limit 1', [
    tx.municipalityId,
  ]);
  return rows.length === 0;
}

/** Everybody who can sign in, for jobs that go through all staff. */
export async function enabledStaff(tx: Tx): Promise<{ staffId: string; entraObjectId: string }[]> {
  return tx.query(
    `select s.staff_id as "staffId", s.entra_object_id as "entraObjectId" from kaigi.directory_staff s
     where s.municipality_id = $1 and s.enabled order by s.sign_in_name`,
    [tx.municipalityId],
  );
}

/** Sign-in names may pass from one person to another; only one of those who can sign in has it. */
export async function objectIdOf(tx: Tx, signInName: string): Promise<string | null> {
  const rows = await tx.query<{ entraObjectId: string }>(
    `select s.entra_object_id as "entraObjectId" from kaigi.directory_staff s
     where s.municipality_id = $1 and s.sign_in_name = lower($2) and s.enabled limit 2`,
    [tx.municipalityId, signInName],
  );
  return rows.length === 1 ? (rows[0]?.entraObjectId ?? null) : null;
}

/** The same of many at once, as staff; of names that two have neither is named. */
export async function staffNamed(tx: Tx, signInNames: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; staffId: string }>(
    `select s.sign_in_name as name, min(s.staff_id::text) as "staffId" from kaigi.directory_staff s
     where s.municipality_id = $1 and s.sign_in_name = any($2::text[]) and s.enabled
     group by s.sign_in_name having count(*) = 1`,
    [tx.municipalityId, signInNames],
  );
  return new Map(rows.map(({ name, staffId }) => [name, staffId]));
}

export async function addressesOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ staffId: string; signInName: string }>(
    `select s.staff_id as "staffId", s.sign_in_name as "signInName" from kaigi.directory_staff s
     where s.municipality_id = $1 and s.staff_id = any($2::uuid[]) and s.enabled`,
    [tx.municipalityId, staffIds],
  );
  return new Map(rows.map(({ staffId, signInName }) => [staffId, signInName]));
}

export async function objectIdsOf(tx: Tx, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ staffId: string; entraObjectId: string }>(
    `select s.staff_id as "staffId", s.entra_object_id as "entraObjectId" from kaigi.directory_staff s
     where s.municipality_id = $1 and s.staff_id = any($2::uuid[]) and s.enabled`,
    [tx.municipalityId, staffIds],
  );
  return new Map(rows.map(({ staffId, entraObjectId }) => [staffId, entraObjectId]));
}

/** Who has the role on the day. */
export async function staffWith(tx: Tx, role: Role, day: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select distinct r.staff_id as "staffId" from kaigi.directory_role r
     where r.municipality_id = $1 and r.role = $2 and ${DAY('r', '$3')}`,
    [tx.municipalityId, role, day],
  );
  return rows.map(({ staffId }) => staffId);
}

/**
 * Since when somebody who holds a post on the day has been here, by their first appointment; null for whoever stood on
 * the first list of all, which says nothing of when they came. All of them, or those named.
 */
export async function servingSince(
  tx: Tx,
  staffIds: readonly string[] | null,
  day: LocalDate,
): Promise<Map<string, LocalDate | null>> {
  const rows = await tx.query<{ staffId: string; since: LocalDate | null }>(
    `select a.staff_id as "staffId", nullif(min(a.valid_from), (
         select min(f.valid_from) from kaigi.directory_appointment f
         where f.municipality_id = $1 and f.cancelled_at is null)) as since
     from kaigi.directory_appointment a
     join kaigi.directory_staff s on s.municipality_id = a.municipality_id and s.staff_id = a.staff_id and s.enabled
     where a.municipality_id = $1 and a.cancelled_at is null and a.valid_from <= $3::date
       and ($2::uuid[] is null or a.staff_id = any($2::uuid[]))
     group by a.staff_id having bool_or(a.valid_to is null or a.valid_to > $3::date) order by a.staff_id`,
    [tx.municipalityId, staffIds, day],
  );
  return new Map(rows.map(({ staffId, since }) => [staffId, since]));
}
