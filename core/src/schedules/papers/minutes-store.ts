import type { Tx } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';

/** What was asked of 会議録 for this booking and not refused. */
export async function wishedMinutes(tx: Tx, bookingId: string): Promise<Json | null> {
  const [row] = await tx.query<{ wish: Json | null }>(
    `select p.minutes_wish as wish from kaigi.schedules_plan p where p.municipality_id = $1 and p.booking_id = $2`,
    [tx.municipalityId, bookingId],
  );
  return row?.wish ?? null;
}

export async function claimMinutes(tx: Tx, bookingId: string, wish: Json): Promise<void> {
  await tx.query(
    `update kaigi.schedules_plan set minutes_wish = $3, minutes_code = null where municipality_id = $1 and booking_id = $2`,
    [tx.municipalityId, bookingId, JSON.stringify(wish)],
  );
}

/** Another press asks anew. */
export async function refuseMinutes(tx: Tx, bookingId: string, code: string): Promise<void> {
  await tx.query(
    `update kaigi.schedules_plan set minutes_wish = null, minutes_code = $3
     where municipality_id = $1 and booking_id = $2 and meeting_id is null`,
    [tx.municipalityId, bookingId, code],
  );
}

export async function linkMinutes(tx: Tx, bookingId: string, meetingId: string): Promise<void> {
  await tx.query(
    `update kaigi.schedules_plan set meeting_id = $3, minutes_code = null
     where municipality_id = $1 and booking_id = $2 and meeting_id is null`,
    [tx.municipalityId, bookingId, meetingId],
  );
}

/** Meetings that are over and of which 会議録 is to be made. */
export const dueForMinutes = (tx: Tx, now: Date, most: number): Promise<{ bookingId: string; minutesFor: string }[]> =>
  tx.query(
    `select p.booking_id as "bookingId", p.minutes_for as "minutesFor"
     from kaigi.schedules_plan p join kaigi.schedules_booking b using (municipality_id, booking_id)
     where p.municipality_id = $1 and p.makes_minutes and p.minutes_for is not null and p.meeting_id is null
       and p.minutes_code is null and b.state = 'BOOKED' and b.to_at <= $2
     order by b.to_at, p.booking_id limit $3`,
    [tx.municipalityId, now, most],
  );

/** Which booking a meeting of 会議録 was made of. */
export async function bookingOfMeeting(tx: Tx, meetingId: string): Promise<string | null> {
  const [row] = await tx.query<{ bookingId: string }>(
    `select p.booking_id as "bookingId" from kaigi.schedules_plan p where p.municipality_id = $1 and p.meeting_id = $2`,
    [tx.municipalityId, meetingId],
  );
  return row?.bookingId ?? null;
}
