import type { Tx } from '../../platform/index.ts';
import type { Remark, Written } from './written.ts';

const ROWS = `select w.written_id as "writtenId", w.state, w.version, w.facts, w.organiser_id as "organiserId", w.organiser,
    w.content, w.participants, w.opens_at as "opensAt", w.closes_at as "closesAt", w.reminded_at as "remindedAt", w.result,
    w.meeting_id as "meetingId", w.made_at as "madeAt"
  from kaigi.schedules_written w where w.municipality_id = $1`;

export async function readWritten(tx: Tx, writtenId: string): Promise<Written | null> {
  const [row] = await tx.query<Written>(`${ROWS} and w.written_id = $2`, [tx.municipalityId, writtenId]);
  return row ?? null;
}

/** Nobody else changes it, nor writes to it, until the end of the transaction. */
export async function lockWritten(tx: Tx, writtenId: string): Promise<Written | null> {
  const [row] = await tx.query<Written>(`${ROWS} and w.written_id = $2 for update`, [tx.municipalityId, writtenId]);
  return row ?? null;
}

/** A new one, or what became of a known one. */
export async function saveWritten(tx: Tx, one: Written): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_written (municipality_id, written_id, state, version, facts, organiser_id, organiser,
       content, participants, opens_at, closes_at, reminded_at, result, meeting_id, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (municipality_id, written_id) do update
       set state = excluded.state, version = excluded.version, facts = excluded.facts, content = excluded.content,
         participants = excluded.participants, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
         reminded_at = excluded.reminded_at, result = excluded.result, meeting_id = excluded.meeting_id`,
    [
      ...[tx.municipalityId, one.writtenId, one.state, one.version, one.facts, one.organiserId],
      ...[JSON.stringify(one.organiser), JSON.stringify(one.content), one.participants, one.opensAt, one.closesAt],
      ...[one.remindedAt, one.result && JSON.stringify(one.result), one.meetingId, one.madeAt],
    ],
  );
}

/** In the order in which they came. */
export const remarksOf = (
  tx: Tx,
  writtenIds: readonly string[],
): Promise<(Remark & { readonly writtenId: string })[]> =>
  tx.query(
    `select r.remark_id as "remarkId", r.written_id as "writtenId", r.item_id as "itemId", r.staff_id as "staffId",
       r.stance, r.comment, r.at
     from kaigi.schedules_written_remark r where r.municipality_id = $1 and r.written_id = any($2::uuid[])
     order by r.at, r.remark_id`,
    [tx.municipalityId, writtenIds],
  );

export async function addRemarks(tx: Tx, writtenId: string, remarks: readonly Remark[]): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_written_remark (municipality_id, remark_id, written_id, item_id, staff_id, stance, comment, at)
     select $1, r."remarkId", $2, r."itemId", r."staffId", r.stance, r.comment, r.at
     from jsonb_to_recordset($3) as r("remarkId" uuid, "itemId" uuid, "staffId" uuid, stance text, comment text, at timestamptz)`,
    [tx.municipalityId, writtenId, JSON.stringify(remarks)],
  );
}

const MOST_LISTED = 200;

export const writtenOf = (tx: Tx, staffId: string, since: Date): Promise<Written[]> =>
  tx.query<Written>(
    `${ROWS} and w.made_at >= $3 and (w.organiser_id = $2 or w.participants @> array[$2::uuid])
     order by w.made_at desc, w.written_id limit ${MOST_LISTED}`,
    [tx.municipalityId, staffId, since],
  );

export const openFor = (tx: Tx, staffId: string): Promise<Written[]> =>
  tx.query<Written>(`${ROWS} and w.state = 'OPEN' and w.participants @> array[$2::uuid] order by w.closes_at`, [
    ...[tx.municipalityId, staffId],
  ]);

/** Those that time may move now: to be opened, reminded of, closed. */
export const writtenDue = (tx: Tx, now: Date, limit: number): Promise<{ readonly writtenId: string }[]> =>
  tx.query(
    `select w.written_id as "writtenId" from kaigi.schedules_written w
     where w.municipality_id = $1 and ((w.state = 'PLANNED' and w.opens_at <= $2)
       or (w.state = 'OPEN' and (w.closes_at <= $2
         or (w.reminded_at is null and greatest(w.closes_at - interval '24 hours', w.opens_at + (w.closes_at - w.opens_at) / 2) <= $2))))
     order by w.closes_at, w.written_id limit $3`,
    [tx.municipalityId, now, limit],
  );
