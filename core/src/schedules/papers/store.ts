import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { noPlan, type Paper, type Plan } from './plan.ts';

const PLANS = `select p.booking_id as "bookingId", p.version, p.changed_by as "changedBy", p.agenda_version as "agendaVersion", p.agenda,
    p.recorder_id as "recorderId", p.readers, p.makes_minutes as "makesMinutes", p.minutes_for as "minutesFor",
    p.minutes_code as "minutesCode", p.meeting_id as "meetingId"
  from kaigi.schedules_plan p where p.municipality_id = $1`;

export async function readPlan(tx: Tx, bookingId: string): Promise<Plan> {
  const [row] = await tx.query<Plan>(`${PLANS} and p.booking_id = $2`, [tx.municipalityId, bookingId]);
  return row ?? noPlan(bookingId);
}

/** Until the end of the transaction nobody else changes agenda and papers of this meeting. */
export async function lockPlan(tx: Tx, bookingId: string): Promise<Plan> {
  await tx.query(
    `insert into kaigi.schedules_plan (municipality_id, booking_id) values ($1, $2) on conflict do nothing`,
    [tx.municipalityId, bookingId],
  );
  const [row] = await tx.query<Plan>(`${PLANS} and p.booking_id = $2 for update`, [tx.municipalityId, bookingId]);
  return row ?? noPlan(bookingId);
}

export async function savePlan(tx: Tx, plan: Plan): Promise<void> {
  const { bookingId, version, agendaVersion, agenda, recorderId, readers, makesMinutes, minutesFor } = plan;
  await tx.query(
    `update kaigi.schedules_plan set version = $3, agenda_version = $4, agenda = $5, recorder_id = $6, readers = $7,
       makes_minutes = $8, minutes_for = $9, minutes_code = $10, changed_by = $11
     where municipality_id = $1 and booking_id = $2`,
    [
      ...[tx.municipalityId, bookingId, version, agendaVersion, JSON.stringify(agenda), recorderId, readers],
      ...[makesMinutes, minutesFor, plan.minutesCode, plan.changedBy],
    ],
  );
}

const PAPERS = `select q.paper_id as "paperId", q.edition, q.booking_id as "bookingId", q.item_id as "itemId", q.title,
    q.pages, q.note, q.file, q.record_id as "recordId", q.attachment, q.changes, q.laid_by as "laidBy", q.laid_at as "laidAt",
    q.withdrawn_at as "withdrawnAt"
  from kaigi.schedules_paper q where q.municipality_id = $1`;

/** What lies before a meeting: every edition, the first laid first; withdrawn ones do not. */
export const papersOf = (tx: Tx, bookingId: string): Promise<Paper[]> =>
  tx.query<Paper>(`${PAPERS} and q.booking_id = $2 and q.withdrawn_at is null order by q.paper_id, q.edition`, [
    ...[tx.municipalityId, bookingId],
  ]);

export async function insertPaper(tx: Tx, paper: Paper): Promise<void> {
  const { paperId, edition, bookingId, itemId, title, pages, note, file, recordId, attachment, changes } = paper;
  const { laidBy, laidAt } = paper;
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  await tx.query(
    `insert into kaigi.schedules_paper (municipality_id, paper_id, edition, booking_id, item_id, title, pages, note,
       file, record_id, attachment, changes, laid_by, laid_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.municipalityId, paperId, edition, bookingId, itemId, title, JSON.stringify(pages), note],
      ...[json(file), recordId, json(attachment), json(changes), JSON.stringify(laidBy), laidAt],
    ],
  );
}

/** All editions of it. */
export async function withdrawPaper(tx: Tx, paperId: string, at: Date): Promise<void> {
  await tx.query(`update kaigi.schedules_paper set withdrawn_at = $3 where municipality_id = $1 and paper_id = $2`, [
    ...[tx.municipalityId, paperId, at],
  ]);
}

export interface Opened {
  readonly paperId: string;
  readonly edition: number;
  readonly staffId: string;
  readonly at: Date;
}

export const openedOf = (tx: Tx, bookingId: string): Promise<Opened[]> =>
  tx.query<Opened>(
    `select o.paper_id as "paperId", o.edition, o.staff_id as "staffId", o.opened_at as at
     from kaigi.schedules_paper_opened o
     join kaigi.schedules_paper q using (municipality_id, paper_id, edition)
     where o.municipality_id = $1 and q.booking_id = $2 order by o.opened_at, o.staff_id`,
    [tx.municipalityId, bookingId],
  );

/** The first time counts. */
export async function noteOpened(tx: Tx, { paperId, edition, staffId, at }: Opened): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_paper_opened (municipality_id, paper_id, edition, staff_id, opened_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.municipalityId, paperId, edition, staffId, at],
  );
}

export interface ToTell {
  readonly bookingId: string;
  readonly staffIds: readonly string[];
  readonly day: LocalDate;
  readonly version: number;
}

/** Of these people those who were not told of this version and of nothing else today; from now on they were. */
export async function noteTold(tx: Tx, { bookingId, staffIds, day, version }: ToTell): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `insert into kaigi.schedules_paper_told (municipality_id, booking_id, staff_id, day, version)
     select $1, $2, s.staff_id, $4, $5 from unnest($3::uuid[]) s(staff_id)
     where not exists (select 1 from kaigi.schedules_paper_told t where t.municipality_id = $1 and t.booking_id = $2
       and t.staff_id = s.staff_id and t.version >= $5)
     on conflict do nothing returning staff_id as "staffId"`,
    [tx.municipalityId, bookingId, staffIds, day, version],
  );
  return rows.map(({ staffId }) => staffId);
}

/** Meetings to come of which agenda or papers have changed. */
export const plansToCome = (tx: Tx, now: Date): Promise<{ bookingId: string }[]> =>
  tx.query(
    `select p.booking_id as "bookingId" from kaigi.schedules_plan p
     join kaigi.schedules_booking b using (municipality_id, booking_id)
     where p.municipality_id = $1 and p.version > 0 and b.state = 'BOOKED' and b.to_at > $2
     order by b.from_at, p.booking_id`,
    [tx.municipalityId, now],
  );
