import type { Tx } from '../../platform/index.ts';
import type { Caller, LocalDate } from '../../shared/index.ts';
import type { ApplicationKindName, ApplicationState } from './contract.ts';
import type { Application } from './rules.ts';

/** In whose name its cases are drafted: what the verified token said when it was made. */
export type FilingCaller = Pick<Caller, 'entraObjectId' | 'clientId' | 'via' | 'locale'>;

/** An application with what is for the machinery alone. */
export interface KeptApplication extends Application {
  readonly caller: FilingCaller;
  readonly salt: string;
}

const ROWS = `select a.application_id as "applicationId", a.kind, a.staff_id as "staffId", a.state, a.version,
    a.made_at as "madeAt", a.applicant, a.input, a.salt, a.judged, a.caller, a.problem, a.replaces,
    coalesce((select jsonb_agg(jsonb_build_object('procedure', c.procedure, 'caseId', c.case_id) order by c.procedure)
      from kaigi.telework_application_case c
      where c.municipality_id = a.municipality_id and c.application_id = a.application_id), '[]') as cases
  from kaigi.telework_application a where a.municipality_id = $1`;

export async function readApplication(tx: Tx, applicationId: string): Promise<KeptApplication | null> {
  const [row] = await tx.query<KeptApplication>(`${ROWS} and a.application_id = $2`, [
    tx.municipalityId,
    applicationId,
  ]);
  return row ?? null;
}

/** Of two who act at the same moment one waits here. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  await tx.query(
    'select from kaigi.telework_application where municipality_id = $1 and application_id = $2 for no key update',
    [tx.municipalityId, applicationId],
  );
}

/** The applications that these cases decide. */
export async function applicationsOfCases(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct c.application_id as id from kaigi.telework_application_case c
     where c.municipality_id = $1 and c.case_id = any($2::uuid[])`,
    [tx.municipalityId, caseIds],
  );
  return rows.map(({ id }) => id);
}

/** Which of these cases are papers of applications. */
export async function papersAmong(tx: Tx, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `select c.case_id as id from kaigi.telework_application_case c
     where c.municipality_id = $1 and c.case_id = any($2::uuid[])`,
    [tx.municipalityId, caseIds],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface PageAsked {
  /** Null: of every kind. */
  readonly kind: ApplicationKindName | null;
  readonly staffIds: readonly string[];
  readonly state: ApplicationState | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Those before this one, newest first. */
  readonly before: string | null;
  readonly limit: number;
}

export async function listApplications(tx: Tx, asked: PageAsked): Promise<KeptApplication[]> {
  const { kind, staffIds, state, from, to, before, limit } = asked;
  return tx.query<KeptApplication>(
    `${ROWS} and ($2::text is null or a.kind = $2) and a.staff_id = any($3::uuid[]) and ($4::text is null or a.state = $4)
       and ($7::uuid is null or a.application_id < $7)
       and ($5::date is null and $6::date is null or exists (select from kaigi.telework_day d
         where d.municipality_id = a.municipality_id and d.application_id = a.application_id
           and d.date between coalesce($5, '-infinity') and coalesce($6, 'infinity')))
     order by a.application_id desc limit $8`,
    [tx.municipalityId, kind, staffIds, state, from, to, before, limit],
  );
}

/** For the audit: in the order of their ids. */
export const applicationsAfter = (tx: Tx, after: string | null, limit: number): Promise<KeptApplication[]> =>
  tx.query<KeptApplication>(
    `${ROWS} and ($2::uuid is null or a.application_id > $2) order by a.application_id limit $3`,
    [...[tx.municipalityId, after, limit]],
  );

/** What somebody asked for last, to be copied. */
export async function lastApplication(
  tx: Tx,
  { staffId, kind }: { staffId: string; kind: ApplicationKindName },
): Promise<KeptApplication | null> {
  const asked = { kind, staffIds: [staffId], state: null, from: null, to: null, before: null, limit: 1 };
  const [last] = await listApplications(tx, asked);
  return last ?? null;
}

/** 連絡先 that these applications say, where they say one. */
export async function contactsOf(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, string>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; contact: string }>(
    `select a.application_id as id, a.input ->> 'contact' as contact from kaigi.telework_application a
     where a.municipality_id = $1 and a.application_id = any($2::uuid[]) and a.input ->> 'contact' <> ''`,
    [tx.municipalityId, applicationIds],
  );
  return new Map(rows.map(({ id, contact }) => [id, contact]));
}

export async function insertApplication(tx: Tx, one: KeptApplication): Promise<void> {
  const { applicationId, kind, staffId, state, version, madeAt, applicant, input, salt, judged, caller } = one;
  await tx.query(
    `insert into kaigi.telework_application (municipality_id, application_id, kind, staff_id, state, version, made_at,
       applicant, input, salt, judged, caller, replaces)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.municipalityId, applicationId, kind, staffId, state, version, madeAt, JSON.stringify(applicant)],
      ...[JSON.stringify(input), salt, JSON.stringify(judged), JSON.stringify(caller)],
      one.replaces && JSON.stringify(one.replaces),
    ],
  );
}

export async function updateApplication(
  tx: Tx,
  { applicationId, state, version, problem }: Application,
): Promise<void> {
  await tx.query(
    `update kaigi.telework_application set state = $3, version = $4, problem = $5
     where municipality_id = $1 and application_id = $2`,
    [tx.municipalityId, applicationId, state, version, problem && JSON.stringify(problem)],
  );
}

/** 訂正: what is asked for from now on, and what the rules say of it. */
export async function correctApplication(tx: Tx, { applicationId, input, judged }: Application): Promise<void> {
  await tx.query(
    `update kaigi.telework_application set input = $3, judged = $4
     where municipality_id = $1 and application_id = $2`,
    [tx.municipalityId, applicationId, JSON.stringify(input), JSON.stringify(judged)],
  );
}

/** These cases decide the application no more. */
export async function leaveCases(tx: Tx, applicationId: string, caseIds: readonly string[]): Promise<void> {
  await tx.query(
    `delete from kaigi.telework_application_case
     where municipality_id = $1 and application_id = $2 and case_id = any($3::uuid[])`,
    [tx.municipalityId, applicationId, caseIds],
  );
}

/** The same case again is harmless. */
export async function insertCase(
  tx: Tx,
  { applicationId, procedure, caseId }: { applicationId: string; procedure: string; caseId: string },
): Promise<void> {
  await tx.query(
    `insert into kaigi.telework_application_case (municipality_id, application_id, procedure, case_id)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.municipalityId, applicationId, procedure, caseId],
  );
}

/** Made, and not put before the superiors yet: a standstill left them so, or nobody could be found then. */
export async function toFile(tx: Tx, madeBefore: Date, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select a.application_id as id from kaigi.telework_application a
     where a.municipality_id = $1 and a.state = 'FILING' and a.made_at < $2 order by a.application_id limit $3`,
    [tx.municipalityId, madeBefore, limit],
  );
  return rows.map(({ id }) => id);
}
