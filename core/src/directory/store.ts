import { type Clock, type Database, newId, type Tx } from '../platform/index.ts';
import type { LocalDate } from '../shared/index.ts';
import type { PostLine } from './csv.ts';
import { type Correction, type Recorded, reconcile, type Version } from './effective-dates.ts';
import { type Organisation, organisationOf } from './organisation.ts';
import { spanOfSay } from './rehearsal/switches.ts';

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

/** Registers the municipality under its name; again is harmless. */
export async function register({ owner }: Database, municipalityId: string, name: string): Promise<void> {
  await owner.query(
    `insert into kaigi.municipality_registry (municipality_id, name) values ($1, $2)
     on conflict (municipality_id) do update set name = excluded.name`,
    [municipalityId, name],
  );
}

/**
 * Tells PostgreSQL what the tables now hold. By itself it looks within a minute or so; until then, after the first
 * import of 20,000 people, one question who somebody is was planned for empty tables and took nine seconds.
 */
export async function learnSizes({ owner }: Database): Promise<void> {
  const tables = [UNITS, POSTS, APPOINTMENTS, ROLES].map(({ name }) => name);
  await owner.query(`analyze kaigi.directory_staff, ${tables.join(', ')}`);
}

/** Adds and updates people; those whom Entra no longer names are disabled, never deleted. Returns how many changed. */
export async function savePeople(tx: Tx, clock: Clock, people: readonly EntraPerson[]): Promise<number> {
  const rows = people.map((person) => ({ ...person, staffId: newId(clock) }));
  const saved = tx.query(
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
         excluded.manager_object_id, excluded.enabled)
     returning s.staff_id`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  const disabled = tx.query(
    `update kaigi.directory_staff s set enabled = false, recorded_at = now()
     where s.municipality_id = $1 and s.enabled and not (s.entra_object_id = any($2::uuid[])) returning s.staff_id`,
    [tx.municipalityId, people.map((person) => person.entraObjectId)],
  );
  return (await saved).length + (await disabled).length;
}

/** A table of versions: its name, the key of its rows, and what it keeps of a thing besides the days. */
interface VersionTable {
  readonly name: string;
  readonly rowId: string;
  readonly columns: Readonly<Record<string, 'uuid' | 'text' | 'boolean'>>;
  readonly key: string;
}

const UNITS: VersionTable = {
  name: 'kaigi.directory_unit',
  rowId: 'version_id',
  columns: { unit_id: 'uuid', code: 'text', name: 'text', kind: 'text', parent_unit_id: 'uuid' },
  key: 't.unit_id::text',
};
const POSTS: VersionTable = {
  name: 'kaigi.directory_post',
  rowId: 'version_id',
  columns: { post_id: 'uuid', code: 'text', unit_id: 'uuid', title: 'text', rank: 'text', heads_unit: 'boolean' },
  key: 't.post_id::text',
};
const APPOINTMENTS: VersionTable = {
  name: 'kaigi.directory_appointment',
  rowId: 'appointment_id',
  columns: { staff_id: 'uuid', post_id: 'uuid', concurrent: 'boolean' },
  key: "t.staff_id::text || ' ' || t.post_id::text",
};
const ROLES: VersionTable = {
  name: 'kaigi.directory_role',
  rowId: 'grant_id',
  columns: { staff_id: 'uuid', role: 'text' },
  key: "t.staff_id::text || ' ' || t.role",
};

function recordedIn(tx: Tx, { name, rowId, columns, key }: VersionTable): Promise<Recorded[]> {
  const is = Object.keys(columns).map((column) => `'${column}', t.${column}`);
  return tx.query<Recorded>(
    `select t.${rowId} as "rowId", ${key} as key, t.valid_from as "from", t.valid_to as "to",
       jsonb_build_object(${is.join(', ')}) as "is"
     from ${name} t where t.municipality_id = $1 and t.cancelled_at is null order by t.valid_from`,
    [tx.municipalityId],
  );
}

async function correct(
  tx: Tx,
  { name, rowId, columns }: VersionTable,
  { cancelled, added }: Correction<Version>,
  clock: Clock,
): Promise<void> {
  const at = clock.now();
  if (cancelled.length > 0) {
    await tx.query(
      `update ${name} t set cancelled_at = $3 where t.municipality_id = $1 and t.${rowId} = any($2::uuid[])`,
      [tx.municipalityId, cancelled, at],
    );
  }
  if (added.length === 0) return;
  const names = Object.keys(columns);
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const rows = added.map(({ from, to, is }) => ({ ...is, row_id: newId(clock), valid_from: from, valid_to: to }));
  await tx.query(
    `insert into ${name} (municipality_id, ${rowId}, valid_from, valid_to, recorded_at, ${names.join(', ')})
     select $1, x.row_id, x.valid_from, x.valid_to, $3, ${names.map((column) => `x.${column}`).join(', ')}
     from jsonb_to_recordset($2) as x(row_id uuid, valid_from date, valid_to date, ${typed.join(', ')})`,
    [tx.municipalityId, JSON.stringify(rows), at],
  );
}

/** The id of every code that there ever was; a code that is new gets a new one. */
async function idsOf(tx: Tx, { name }: VersionTable, { column, clock }: { column: string; clock: Clock }) {
  const rows = await tx.query<{ code: string; id: string }>(
    `select distinct t.code, t.${column} as id from ${name} t where t.municipality_id = $1`,
    [tx.municipalityId],
  );
  const known = new Map(rows.map(({ code, id }) => [code, id]));
  return (code: string): string => {
    const id = known.get(code) ?? newId(clock);
    known.set(code, id);
    return id;
  };
}

/** Staff by sign-in name; where a name was given to somebody new, the one who can sign in. */
async function staffBySignInName(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; id: string }>(
    `select distinct on (s.sign_in_name) s.sign_in_name as name, s.staff_id as id from kaigi.directory_staff s
     where s.municipality_id = $1 and s.sign_in_name = any($2::text[])
     order by s.sign_in_name, s.enabled desc, s.recorded_at desc, s.staff_id desc`,
    [tx.municipalityId, names],
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

export interface SavedOrganisation {
  /** How many rows were cancelled or added. */
  readonly changed: number;
  /** The sign-in names that the list has but Entra does not. */
  readonly unknown: readonly string[];
}

/** What a list says, in the ids that the rows have; codes that are new get new ones. */
export async function readLines(
  tx: Tx,
  clock: Clock,
  lines: readonly PostLine[],
): Promise<{ listed: Organisation; unknown: string[] }> {
  const names = [...new Set(lines.flatMap((line) => (line.signInName === null ? [] : [line.signInName])))];
  const [unitOf, postOf, staff] = await Promise.all([
    idsOf(tx, UNITS, { column: 'unit_id', clock }),
    idsOf(tx, POSTS, { column: 'post_id', clock }),
    staffBySignInName(tx, names),
  ]);
  const listed = organisationOf(lines, { unitOf, postOf, staffOf: (name) => staff.get(name) ?? null });
  return { listed, unknown: names.filter((name) => !staff.has(name)) };
}

/** Two writers at once would both compare with the rows as they were before either. */
export async function oneWriter(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`directory ${tx.municipalityId}`]);
}

const PARTS = [
  { table: UNITS, part: 'units', outlivesItsLines: true },
  { table: POSTS, part: 'posts', outlivesItsLines: true },
  { table: APPOINTMENTS, part: 'appointments', outlivesItsLines: false },
  { table: ROLES, part: 'roles', outlivesItsLines: false },
] as const;

/** Makes the rows say what the list says; where they already do, nothing is touched. */
export async function saveOrganisation(
  tx: Tx,
  clock: Clock,
  lines: readonly PostLine[],
  today: LocalDate,
): Promise<SavedOrganisation> {
  await oneWriter(tx);
  const span = await spanOfSay(tx, lines, today);
  const { listed, unknown } = await readLines(tx, clock, lines);
  let changed = 0;
  for (const { table, part, outlivesItsLines } of PARTS) {
    const recorded = await recordedIn(tx, table);
    const plan = { recorded, wanted: listed[part], today, outlivesItsLines, span };
    const correction = reconcile<Version>(plan);
    await correct(tx, table, correction, clock);
    changed += correction.cancelled.length + correction.added.length;
  }
  return { changed, unknown };
}

/** What would be written, and what would hold then. */
export interface SwitchPlan {
  readonly before: Organisation;
  readonly after: Organisation;
  readonly corrections: readonly { readonly table: VersionTable; readonly correction: Correction<Version> }[];
}

/** How the rows come to say what the list says from the day on, and nothing else of the days before it. */
export async function planSwitch(tx: Tx, listed: Organisation, day: LocalDate): Promise<SwitchPlan> {
  const planned = await Promise.all(
    PARTS.map(async ({ table, part, outlivesItsLines }) => {
      const recorded = await recordedIn(tx, table);
      const plan = { recorded, wanted: listed[part], today: day, outlivesItsLines, span: { from: day, to: null } };
      const correction = reconcile<Version>(plan);
      const gone = new Set(correction.cancelled);
      const after = [...recorded.filter(({ rowId }) => !gone.has(rowId)), ...correction.added];
      return { table, part, recorded, after, correction };
    }),
  );
  const organisation = (which: 'recorded' | 'after') =>
    Object.fromEntries(planned.map((one) => [one.part, one[which]])) as unknown as Organisation;
  return { before: organisation('recorded'), after: organisation('after'), corrections: planned };
}

/** Writes what was planned. Only under `oneWriter`, which was taken before the plan was made. */
export async function carryOut(tx: Tx, clock: Clock, { corrections }: SwitchPlan): Promise<void> {
  for (const { table, correction } of corrections) await correct(tx, table, correction, clock);
}
