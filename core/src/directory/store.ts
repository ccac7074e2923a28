import { type Clock, newId, type Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { PostLine } from './csv.ts';

/** A person as Entra (Graph) knows them. */
export interface EntraPerson {
  readonly entraObjectId: string;
  readonly signInName: string;
  readonly name: string;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly managerObjectId: string | null;
  readonly enabled: boolean;
}

/** Adds and updates people; those whom Entra no longer names are disabled, never deleted: the history names them. */
export async function savePeople(tx: Tx, clock: Clock, people: readonly EntraPerson[]): Promise<void> {
  const rows = people.map((person) => ({ ...person, staffId: newId(clock) }));
  await tx.query(
    `insert into kaigi.directory_staff as s (municipality_id, staff_id, entra_object_id, sign_in_name, name, department,
       job_title, manager_object_id, enabled)
     select $1, x."staffId", x."entraObjectId", lower(x."signInName"), x.name, x.department, x."jobTitle", x."managerObjectId", x.enabled
     from jsonb_to_recordset($2) as x("staffId" uuid, "entraObjectId" uuid, "signInName" text, name text, department text,
       "jobTitle" text, "managerObjectId" uuid, enabled boolean)
     on conflict (municipality_id, entra_object_id) do update set sign_in_name = excluded.sign_in_name, name = excluded.name,
       department = excluded.department, job_title = excluded.job_title, manager_object_id = excluded.manager_object_id,
       enabled = excluded.enabled, recorded_at = now()
     where (s.sign_in_name, s.name, s.department, s.job_title, s.manager_object_id, s.enabled)
       is distinct from (excluded.sign_in_name, excluded.name, excluded.department, excluded.job_title,
         excluded.manager_object_id, excluded.enabled)`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  await tx.query(
    `update kaigi.directory_staff set enabled = false, recorded_at = now()
     where municipality_id = $1 and enabled and not (entra_object_id = any($2::uuid[]))`,
    [tx.municipalityId, people.map((person) => person.entraObjectId)],
  );
}

function firstByCode<T>(
  lines: readonly PostLine[],
  codeOf: (line: PostLine) => string,
  make: (line: PostLine) => T,
): T[] {
  const found = new Map<string, T>();
  for (const line of lines) {
    const key = `${codeOf(line)} ${line.from}`;
    if (!found.has(key)) found.set(key, make(line));
  }
  return [...found.values()];
}

async function saveUnits(tx: Tx, clock: Clock, lines: readonly PostLine[]): Promise<void> {
  const rows = firstByCode(
    lines,
    (line) => line.unitCode,
    (line) => ({
      newId: newId(clock),
      code: line.unitCode,
      name: line.unitName,
      kind: line.unitKind,
      valid_from: line.from,
    }),
  );
  await tx.query(
    `insert into kaigi.directory_unit as u (municipality_id, unit_id, code, name, kind, valid_from)
     select $1, coalesce((select k.unit_id from kaigi.directory_unit k where k.municipality_id = $1 and k.code = x.code limit 1),
         first_value(x."newId") over (partition by x.code order by x.valid_from)), x.code, x.name, x.kind, x.valid_from
     from jsonb_to_recordset($2) as x("newId" uuid, code text, name text, kind text, valid_from date)
     on conflict (municipality_id, code, valid_from) do update set name = excluded.name, kind = excluded.kind`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  const parents = lines.map((line) => ({ code: line.unitCode, parent: line.parentCode, valid_from: line.from }));
  await tx.query(
    `update kaigi.directory_unit u set parent_unit_id =
       (select p.unit_id from kaigi.directory_unit p where p.municipality_id = $1 and p.code = x.parent limit 1)
     from (select distinct on (code, valid_from) code, parent, valid_from
       from jsonb_to_recordset($2) as y(code text, parent text, valid_from date)) x
     where u.municipality_id = $1 and u.code = x.code and u.valid_from = x.valid_from`,
    [tx.municipalityId, JSON.stringify(parents)],
  );
}

async function savePosts(tx: Tx, clock: Clock, lines: readonly PostLine[]): Promise<void> {
  const rows = firstByCode(
    lines,
    (line) => line.postCode,
    (line) => ({
      newId: newId(clock),
      code: line.postCode,
      unit: line.unitCode,
      title: line.postTitle,
      rank: line.rank,
      heads: line.headsUnit,
      valid_from: line.from,
    }),
  );
  await tx.query(
    `insert into kaigi.directory_post as p (municipality_id, post_id, code, unit_id, title, rank, heads_unit, valid_from)
     select $1, coalesce((select k.post_id from kaigi.directory_post k where k.municipality_id = $1 and k.code = x.code limit 1),
         first_value(x."newId") over (partition by x.code order by x.valid_from)), x.code,
       (select u.unit_id from kaigi.directory_unit u where u.municipality_id = $1 and u.code = x.unit limit 1),
       x.title, x.rank, x.heads, x.valid_from
     from jsonb_to_recordset($2) as x("newId" uuid, code text, unit text, title text, rank text, heads boolean, valid_from date)
     on conflict (municipality_id, code, valid_from) do update
       set unit_id = excluded.unit_id, title = excluded.title, rank = excluded.rank, heads_unit = excluded.heads_unit`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
}

async function saveAppointments(tx: Tx, clock: Clock, lines: readonly PostLine[]): Promise<void> {
  const rows = lines
    .filter((line) => line.signInName !== null)
    .map((line) => ({
      id: newId(clock),
      who: line.signInName,
      post: line.postCode,
      concurrent: line.concurrent,
      valid_from: line.from,
      valid_to: line.to,
    }));
  await tx.query(
    `insert into kaigi.directory_appointment (municipality_id, appointment_id, staff_id, post_id, concurrent, valid_from, valid_to)
     select distinct on (s.staff_id, p.post_id, x.valid_from) $1::uuid, x.id, s.staff_id, p.post_id, x.concurrent, x.valid_from, x.valid_to
     from jsonb_to_recordset($2) as x(id uuid, who text, post text, concurrent boolean, valid_from date, valid_to date)
     join kaigi.directory_staff s on s.municipality_id = $1 and s.sign_in_name = x.who
     join kaigi.directory_post p on p.municipality_id = $1 and p.code = x.post and p.valid_from = x.valid_from
     on conflict (municipality_id, staff_id, post_id, valid_from) do update
       set concurrent = excluded.concurrent, valid_to = excluded.valid_to`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
}

async function saveRoles(tx: Tx, lines: readonly PostLine[]): Promise<void> {
  const rows = lines.flatMap((line) =>
    line.roles.map((role) => ({ who: line.signInName, role, valid_from: line.from, valid_to: line.to })),
  );
  await tx.query(
    `insert into kaigi.directory_role (municipality_id, staff_id, role, valid_from, valid_to)
     select distinct on (s.staff_id, x.role, x.valid_from) $1::uuid, s.staff_id, x.role, x.valid_from, x.valid_to
     from jsonb_to_recordset($2) as x(who text, role text, valid_from date, valid_to date)
     join kaigi.directory_staff s on s.municipality_id = $1 and s.sign_in_name = x.who
     on conflict (municipality_id, staff_id, role, valid_from) do update set valid_to = excluded.valid_to`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
}

/** Appointments and roles that hold today but that the list no longer has end today: they were true until now. */
async function endWhatIsGone(tx: Tx, lines: readonly PostLine[], today: LocalDate): Promise<void> {
  const kept = lines.map((line) => ({ who: line.signInName, post: line.postCode }));
  await tx.query(
    `update kaigi.directory_appointment a set valid_to = $3::date
     from kaigi.directory_staff s, kaigi.directory_post p
     where a.municipality_id = $1 and s.municipality_id = $1 and s.staff_id = a.staff_id
       and p.municipality_id = $1 and p.post_id = a.post_id and a.valid_from < $3::date and a.valid_to is null
       and not exists (select from jsonb_to_recordset($2) as x(who text, post text) where x.who = s.sign_in_name and x.post = p.code)`,
    [tx.municipalityId, JSON.stringify(kept), today],
  );
  const roles = lines.flatMap((line) => line.roles.map((role) => ({ who: line.signInName, role })));
  await tx.query(
    `update kaigi.directory_role r set valid_to = $3::date from kaigi.directory_staff s
     where r.municipality_id = $1 and s.municipality_id = $1 and s.staff_id = r.staff_id
       and r.valid_from < $3::date and r.valid_to is null
       and not exists (select from jsonb_to_recordset($2) as x(who text, role text) where x.who = s.sign_in_name and x.role = r.role)`,
    [tx.municipalityId, JSON.stringify(roles), today],
  );
}

/** Saves the whole list of posts; what is the same stays as it is. */
export async function saveOrganisation(
  tx: Tx,
  clock: Clock,
  lines: readonly PostLine[],
  today: LocalDate,
): Promise<void> {
  await saveUnits(tx, clock, lines);
  await savePosts(tx, clock, lines);
  await saveAppointments(tx, clock, lines);
  await saveRoles(tx, lines);
  await endWhatIsGone(tx, lines, today);
}

/** The sign-in names that the list of posts has but Entra does not. */
export async function unknownSignInNames(tx: Tx, lines: readonly PostLine[]): Promise<string[]> {
  const names = [...new Set(lines.flatMap((line) => (line.signInName === null ? [] : [line.signInName])))];
  const rows = await tx.query<{ name: string }>(
    `select n as name from unnest($2::text[]) as n
     where not exists (select from kaigi.directory_staff s where s.municipality_id = $1 and s.sign_in_name = n)`,
    [tx.municipalityId, names],
  );
  return rows.map((row) => row.name);
}
