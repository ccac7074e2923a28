import type { Tx } from '../../../platform/index.ts';
import type { Booking } from '../../bookings/booking.ts';
import { bookingsNamed } from '../../bookings/store.ts';
import type { ExplanationEnd } from './rules.ts';

/** 説明の予約. When it is, and who asked, says its booking. */
export interface Explanation {
  readonly explanationId: string;
  readonly caseId: string;
  /** With whom. */
  readonly staffId: string;
  readonly bookingId: string;
  readonly state: 'OPEN' | 'OVER' | 'CANCELLED';
  /** Why it was cancelled by itself; null: somebody cancelled it, or it stands. */
  readonly why: ExplanationEnd | null;
  /** What was done with it last. */
  readonly act: ExplanationAct;
}

export type ExplanationAct = 'ASKED' | 'MOVED' | 'CONFIRMED' | 'CANCELLED';

export interface Booked {
  readonly explanation: Explanation;
  readonly booking: Booking;
}

const ROWS = `select e.explanation_id as "explanationId", e.case_id as "caseId", e.staff_id as "staffId",
    e.booking_id as "bookingId", e.state, e.why, e.act
  from kaigi.schedules_explanation e where e.municipality_id = $1`;

async function withBookings(tx: Tx, rows: readonly Explanation[]): Promise<Booked[]> {
  const ids = rows.map(({ bookingId }) => bookingId);
  const bookings = ids.length === 0 ? [] : await bookingsNamed(tx, ids);
  const by = new Map(bookings.map((booking) => [booking.bookingId, booking]));
  return rows.flatMap((explanation) => {
    const booking = by.get(explanation.bookingId);
    return booking ? [{ explanation, booking }] : [];
  });
}

export async function openOf(tx: Tx, caseIds: readonly string[]): Promise<Booked[]> {
  const rows = await tx.query<Explanation>(
    `${ROWS} and e.case_id = any($2::uuid[]) and e.state = 'OPEN' order by e.explanation_id`,
    [tx.municipalityId, caseIds],
  );
  return withBookings(tx, rows);
}

/** Of one person, all that stand. */
export async function openWith(tx: Tx, staffId: string): Promise<Booked[]> {
  const rows = await tx.query<Explanation>(`${ROWS} and e.staff_id = $2 and e.state = 'OPEN'`, [
    ...[tx.municipalityId, staffId],
  ]);
  return withBookings(tx, rows);
}

/** Those that somebody asked for and that are still to come. */
export async function openAskedBy(tx: Tx, { bookedBy, now }: { bookedBy: string; now: Date }): Promise<Booked[]> {
  const rows = await tx.query<Explanation>(
    `${ROWS} and e.state = 'OPEN' and e.booking_id in (
       select b.booking_id from kaigi.schedules_booking b
       where b.municipality_id = $1 and b.booked_by = $2 and b.to_at > $3 and b.case_id is not null)`,
    [tx.municipalityId, bookedBy, now],
  );
  return withBookings(tx, rows);
}

/** Of each of these people how many wait to be confirmed and are not over; who is missing has none. */
export async function waitingWith(tx: Tx, staffIds: readonly string[], now: Date): Promise<Map<string, number>> {
  const rows = await tx.query<{ staffId: string; count: number }>(
    `select e.staff_id as "staffId", count(*)::int as count from kaigi.schedules_explanation e
     join kaigi.schedules_booking b on b.municipality_id = e.municipality_id and b.booking_id = e.booking_id
     where e.municipality_id = $1 and e.staff_id = any($2::uuid[]) and e.state = 'OPEN'
       and b.state = 'BOOKED' and b.tentative and b.to_at > $3
     group by e.staff_id`,
    [tx.municipalityId, staffIds, now],
  );
  return new Map(rows.map(({ staffId, count }) => [staffId, count]));
}

export async function readExplanation(tx: Tx, explanationId: string): Promise<Booked | null> {
  const rows = await tx.query<Explanation>(`${ROWS} and e.explanation_id = $2`, [tx.municipalityId, explanationId]);
  return (await withBookings(tx, rows))[0] ?? null;
}

export async function insertExplanation(tx: Tx, one: Explanation): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_explanation (municipality_id, explanation_id, case_id, staff_id, booking_id, state, act)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipalityId, one.explanationId, one.caseId, one.staffId, one.bookingId, one.state, one.act],
  );
}

export async function saveExplanation(
  tx: Tx,
  { explanationId, state, why, act }: Pick<Explanation, 'explanationId' | 'state' | 'why' | 'act'>,
): Promise<void> {
  await tx.query(
    `update kaigi.schedules_explanation set state = $3, why = $4, act = $5
     where municipality_id = $1 and explanation_id = $2`,
    [tx.municipalityId, explanationId, state, why, act],
  );
}
