import type { Tx } from '../../platform/index.ts';
import type { HeldFor } from '../calendar/entry.ts';
import { type Booking, type Hold, type OutlookState, participantsOf } from './booking.ts';

const COLUMNS = `b.booking_id as "bookingId", b.series_id as "seriesId", b.booked_by as "bookedBy", b.booker, b.subject,
    b.note, b.from_at as "from", b.to_at as "to", b.required, b.optional, b.online_people as "onlinePeople", b.office,
    b.travel, b.online, b.tentative, b.case_id as "caseId", b.visibility, b.public_text as "publicText", b.state, b.version, b.booked_at as "bookedAt",
    jsonb_build_object('state', b.outlook, 'code', b.outlook_code, 'sentVersion', b.sent_version,
      'writtenVersion', b.written_version, 'eventKey', b.event_key, 'joinUrl', b.join_url) as outlook`;
const ROWS = `select ${COLUMNS} from kaigi.schedules_booking b where b.municipality_id = $1`;

export async function readBooking(tx: Tx, bookingId: string): Promise<Booking | null> {
  const [row] = await tx.query<Booking>(`${ROWS} and b.booking_id = $2`, [tx.municipalityId, bookingId]);
  return row ?? null;
}

/** Nobody else changes it until the end of the transaction. */
export async function lockBooking(tx: Tx, bookingId: string): Promise<Booking | null> {
  const [row] = await tx.query<Booking>(`${ROWS} and b.booking_id = $2 for update`, [tx.municipalityId, bookingId]);
  return row ?? null;
}

/** What is still to come of a series from a time on, the earliest first. */
export const lockSeries = (tx: Tx, seriesId: string, from: Date): Promise<Booking[]> =>
  tx.query<Booking>(
    `${ROWS} and b.series_id = $2 and b.from_at >= $3 and b.state = 'BOOKED' order by b.from_at, b.booking_id for update`,
    [tx.municipalityId, seriesId, from],
  );

export const bookingsNamed = (tx: Tx, bookingIds: readonly string[]): Promise<Booking[]> =>
  tx.query<Booking>(`${ROWS} and b.booking_id = any($2::uuid[])`, [tx.municipalityId, bookingIds]);

export interface ListedOf {
  readonly staffId: string;
  readonly role: 'ORGANISER' | 'PARTICIPANT' | null;
  readonly now: Date;
  /** What the page before ended with. */
  readonly after: { readonly from: Date; readonly bookingId: string } | null;
  readonly limit: number;
}

const listed = (rule: string, { than, order }: { than: '<' | '>'; order: 'asc' | 'desc' }): string =>
  `select ${COLUMNS} from kaigi.schedules_booking_person p
   join kaigi.schedules_booking b on b.municipality_id = p.municipality_id and b.booking_id = p.booking_id
   where p.municipality_id = $1 and p.staff_id = $2 and ($3::boolean is null or p.is_organiser = $3) and ${rule}
     and ($5::timestamptz is null or (p.from_at, p.booking_id) ${than} ($5, $6::uuid))
   order by p.from_at ${order}, p.booking_id ${order} limit $7`;

// Nothing that is not over yet began more than the longest booking ago: from there the index is read.
const COMING = listed(`p.from_at > $4::timestamptz - interval '8 days' and b.to_at > $4 and b.state = 'BOOKED'`, {
  ...{ than: '>', order: 'asc' },
});
const PAST = listed(`(b.to_at <= $4 or b.state = 'CANCELLED')`, { than: '<', order: 'desc' });

/** Those of somebody, not over yet, the earliest first; or over or cancelled, the latest first. */
export const bookingsOf = (
  tx: Tx,
  when: 'COMING' | 'PAST',
  { staffId, role, now, after, limit }: ListedOf,
): Promise<Booking[]> =>
  tx.query<Booking>(when === 'COMING' ? COMING : PAST, [
    ...[tx.municipalityId, staffId, role === null ? null : role === 'ORGANISER', now],
    ...[after?.from ?? null, after?.bookingId ?? null, limit],
  ]);

export async function insertBooking(tx: Tx, one: Booking): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_booking (municipality_id, booking_id, series_id, booked_by, booker, subject, note,
       from_at, to_at, required, optional, online_people, office, travel, online, visibility, public_text, state, version,
       outlook, booked_at, tentative, case_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[tx.municipalityId, one.bookingId, one.seriesId, one.bookedBy, JSON.stringify(one.booker), one.subject],
      ...[one.note, one.from, one.to, one.required, one.optional, one.onlinePeople, one.office, one.travel, one.online],
      ...[one.visibility, one.publicText, one.state, one.version, one.outlook.state, one.bookedAt, one.tentative],
      one.caseId,
    ],
  );
  await insertPeople(tx, one);
}

/** In whose list it stands. */
async function insertPeople(tx: Tx, booking: Booking): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_booking_person (municipality_id, booking_id, staff_id, is_organiser, from_at)
     select $1, $2, p.staff_id, p.staff_id = $3, $4 from unnest($5::uuid[]) as p (staff_id)`,
    [tx.municipalityId, booking.bookingId, booking.bookedBy, booking.from, participantsOf(booking)],
  );
}

/** What somebody changed of it; how far Outlook knows stays as it is, but for the wish that it shall. */
export async function updateBooking(tx: Tx, one: Booking): Promise<void> {
  await tx.query(
    `update kaigi.schedules_booking set subject = $3, note = $4, from_at = $5, to_at = $6, required = $7, optional = $8,
       online_people = $9, office = $10, travel = $11, online = $12, visibility = $13, public_text = $14, state = $15,
       version = $16, outlook = $17, outlook_code = null, tentative = $18
     where municipality_id = $1 and booking_id = $2`,
    [
      ...[tx.municipalityId, one.bookingId, one.subject, one.note, one.from, one.to, one.required, one.optional],
      ...[one.onlinePeople, one.office, one.travel, one.online, one.visibility, one.publicText, one.state, one.version],
      ...[one.outlook.state, one.tentative],
    ],
  );
  await tx.query('delete from kaigi.schedules_booking_person where municipality_id = $1 and booking_id = $2', [
    ...[tx.municipalityId, one.bookingId],
  ]);
  await insertPeople(tx, one);
}

/** What Outlook said, or is about to be asked. */
export async function noteOutlook(tx: Tx, bookingId: string, outlook: OutlookState): Promise<void> {
  await tx.query(
    `update kaigi.schedules_booking set outlook = $3, outlook_code = $4, sent_version = $5, written_version = $6,
       event_key = $7, join_url = $8
     where municipality_id = $1 and booking_id = $2`,
    [
      ...[tx.municipalityId, bookingId, outlook.state, outlook.code, outlook.sentVersion, outlook.writtenVersion],
      ...[outlook.eventKey, outlook.joinUrl],
    ],
  );
}

/** What Outlook does not have as it is, of what is still to come. */
export const unwritten = (tx: Tx, now: Date, limit: number): Promise<Pick<Booking, 'bookingId' | 'bookedBy'>[]> =>
  tx.query(
    `select b.booking_id as "bookingId", b.booked_by as "bookedBy" from kaigi.schedules_booking b
     where b.municipality_id = $1 and b.to_at > $2 and b.outlook <> 'NONE' and b.written_version is distinct from b.version
       and (b.state = 'BOOKED' or b.sent_version is not null)
     order by b.from_at, b.booking_id limit $3`,
    [tx.municipalityId, now, limit],
  );

/** Of what somebody booked and Outlook has, what does not stand so in what is remembered of their calendar. */
export const otherwiseInOutlook = (
  tx: Tx,
  bookedBy: string,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<Booking[]> =>
  tx.query<Booking>(
    `${ROWS} and b.booked_by = $2 and b.state = 'BOOKED' and b.outlook = 'WRITTEN' and b.written_version = b.version
       and b.event_key is not null and b.to_at > $3
       and exists (select from kaigi.schedules_mailbox m
         where m.municipality_id = $1 and m.owner_id = $2 and m.token is not null
           and b.from_at < m.window_to and b.to_at > m.window_from)
       and not exists (select from kaigi.schedules_entry e
         where e.municipality_id = $1 and e.owner_id = $2 and e.event_key = b.event_key
           and e.from_at = b.from_at and e.to_at = b.to_at and e.subject is not distinct from b.subject)
     order by b.from_at, b.booking_id limit $4`,
    [tx.municipalityId, bookedBy, now, limit],
  );

const HOLDS = `select h.hold_id as "holdId", h.booking_id as "bookingId", h.room_id as "roomId", h.from_at as "from",
    h.to_at as "to", h.state from kaigi.schedules_hold h where h.municipality_id = $1`;

/** Of a booking, those that are held or were declined; of one that was cancelled, those that it had. */
export const holdsOf = (tx: Tx, bookingIds: readonly string[]): Promise<Hold[]> =>
  tx.query<Hold>(
    `${HOLDS} and h.booking_id = any($2::uuid[]) and (h.state <> 'RELEASED' or exists (
       select from kaigi.schedules_booking b
       where b.municipality_id = $1 and b.booking_id = h.booking_id and b.state = 'CANCELLED')) order by h.hold_id`,
    [tx.municipalityId, bookingIds],
  );

/** Of one that stands: which rooms hold it, and which have declined it. */
export async function roomsOf(tx: Tx, bookingId: string): Promise<{ held: string[]; declined: string[] }> {
  const holds = await holdsOf(tx, [bookingId]);
  const those = (state: Hold['state']) => holds.flatMap((hold) => (hold.state === state ? [hold.roomId] : []));
  return { held: those('HELD'), declined: those('DECLINED') };
}

/** What is held in these rooms within a time. */
export const holdsBetween = (
  tx: Tx,
  roomIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Hold[]> =>
  tx.query<Hold>(
    `${HOLDS} and h.room_id = any($2::uuid[]) and h.state = 'HELD' and h.to_at > $3 and h.from_at < $4
     order by h.from_at, h.hold_id`,
    [tx.municipalityId, roomIds, from, to],
  );

/** Refused by the database where one would lie over another of the same room (23P01). */
export async function insertHolds(tx: Tx, holds: readonly Hold[]): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_hold (municipality_id, hold_id, booking_id, room_id, from_at, to_at, state)
     select $1, r."holdId", r."bookingId", r."roomId", r."from", r."to", 'HELD'
     from jsonb_to_recordset($2)
       as r("holdId" uuid, "bookingId" uuid, "roomId" uuid, "from" timestamptz, "to" timestamptz)`,
    [tx.municipalityId, JSON.stringify(holds)],
  );
}

/** All but what these rooms have declined: that stays said. */
export async function releaseHolds(tx: Tx, bookingId: string, declinedBy: readonly string[]): Promise<void> {
  await tx.query(
    `update kaigi.schedules_hold set state = 'RELEASED'
     where municipality_id = $1 and booking_id = $2 and state <> 'RELEASED'
       and not (state = 'DECLINED' and room_id = any($3::uuid[]))`,
    [tx.municipalityId, bookingId, declinedBy],
  );
}

/** Returns the rooms of which nobody knew it yet. */
export async function declineHolds(tx: Tx, bookingId: string, roomIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ roomId: string }>(
    `update kaigi.schedules_hold set state = 'DECLINED'
     where municipality_id = $1 and booking_id = $2 and room_id = any($3::uuid[]) and state = 'HELD'
     returning room_id as "roomId"`,
    [tx.municipalityId, bookingId, roomIds],
  );
  return rows.map(({ roomId }) => roomId);
}

/** An entry in somebody's own calendar that stands for a booking. */
export interface BookedEntry {
  readonly entryId: string;
  readonly staffId: string;
  readonly from: Date;
  readonly to: Date;
  readonly status: 'BUSY' | 'TENTATIVE' | 'FREE';
  readonly subject: string;
  readonly place: string;
  readonly online: boolean;
}

/** In place of those that stood for these bookings before. */
export async function replaceEntries(
  tx: Tx,
  { bookingId, visibility, heldFor = 'BOOKING' }: Pick<Booking, 'bookingId' | 'visibility'> & { heldFor?: HeldFor },
  { entries, at }: { readonly entries: readonly BookedEntry[]; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update kaigi.schedules_own_entry set removed_at = $3, version = version + 1
     where municipality_id = $1 and booking_id = $2 and removed_at is null`,
    [tx.municipalityId, bookingId, at],
  );
  if (entries.length === 0) return;
  await tx.query(
    `insert into kaigi.schedules_own_entry (municipality_id, entry_id, owner_kind, owner_id, source, from_at, to_at,
       all_day, status, subject, place, visibility, online, booking_id, held_for, version)
     select $1, r."entryId", 'STAFF', r."staffId", 'HOLD', r."from", r."to", false, r.status, r.subject, r.place, $3,
       r.online, $2, $5, 1
     from jsonb_to_recordset($4) as r("entryId" uuid, "staffId" uuid, "from" timestamptz, "to" timestamptz, status text,
       subject text, place text, online boolean)`,
    [tx.municipalityId, bookingId, visibility, JSON.stringify(entries), heldFor],
  );
}
