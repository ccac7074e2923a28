import type { Tx } from '../../platform/index.ts';
import type { Problem, StoredRecording } from './recording.ts';

const ROWS = `select r.recording_id as "recordingId", r.meeting_id as "meetingId", r.file_name as "fileName",
    r.bytes::float8 as bytes, r.part_bytes as "partBytes", r.received, r.first_sha256 as "firstSha256", r.kind, r.state,
    r.sha256, r.begun_at as "begunAt", r.begun_by as "begunBy", r.staff_id as "staffId", r.tries, r.problem,
    r.transcript_id as "transcriptId", r.follows, r.from_ms::float8 as "fromMs"
  from kaigi.minutes_recording r where r.municipality_id = $1`;

/** Those of a meeting, the oldest first. */
export const recordingsOf = (tx: Tx, meetingId: string): Promise<StoredRecording[]> =>
  tx.query<StoredRecording>(
    `${ROWS} and r.meeting_id = $2 and r.disposed_at is null order by r.begun_at, r.recording_id`,
    [...[tx.municipalityId, meetingId]],
  );

/** With `locked`, of two who act on it at the same moment one waits here until the other's transaction is over. */
export async function readRecording(
  tx: Tx,
  recordingId: string,
  { locked = false } = {},
): Promise<StoredRecording | null> {
  const [row] = await tx.query<StoredRecording>(
    `${ROWS} and r.recording_id = $2 and r.disposed_at is null${locked ? ' for update' : ''}`,
    [...[tx.municipalityId, recordingId]],
  );
  return row ?? null;
}

/** What this person has begun to send of the same file and not finished. */
export async function begunBefore(
  tx: Tx,
  { meetingId, staffId, fileName, bytes, firstSha256 }: StoredRecording,
): Promise<StoredRecording | null> {
  const [row] = await tx.query<StoredRecording>(
    `${ROWS} and r.meeting_id = $2 and r.staff_id = $3 and r.file_name = $4 and r.bytes = $5 and r.first_sha256 = $6
       and r.state = 'UPLOADING'`,
    [tx.municipalityId, meetingId, staffId, fileName, bytes, firstSha256],
  );
  return row ?? null;
}

export async function insertRecording(tx: Tx, recording: StoredRecording): Promise<void> {
  const { recordingId, meetingId, fileName, bytes, partBytes, firstSha256, begunAt, begunBy, staffId } = recording;
  const { follows } = recording;
  await tx.query(
    `insert into kaigi.minutes_recording (municipality_id, recording_id, meeting_id, file_name, bytes, part_bytes,
       first_sha256, state, begun_at, begun_by, staff_id, follows)
     values ($1, $2, $3, $4, $5, $6, $7, 'UPLOADING', $8, $9, $10, $11)`,
    [
      ...[tx.municipalityId, recordingId, meetingId, fileName, bytes, partBytes, firstSha256, begunAt],
      ...[JSON.stringify(begunBy), staffId, follows === null ? null : JSON.stringify(follows)],
    ],
  );
}

/** As it is after an act: what came of it, never what it is. */
export async function updateRecording(tx: Tx, recording: StoredRecording): Promise<void> {
  const { recordingId, received, kind, state, sha256, tries, problem, transcriptId, fromMs } = recording;
  await tx.query(
    `update kaigi.minutes_recording set received = $3, kind = $4, state = $5, sha256 = $6, tries = $7, problem = $8,
       transcript_id = $9, from_ms = $10 where municipality_id = $1 and recording_id = $2`,
    [
      ...[tx.municipalityId, recordingId, received, kind, state, sha256, tries],
      ...[problem === null ? null : JSON.stringify(problem satisfies Problem), transcriptId, fromMs],
    ],
  );
}

export async function takeRecordingAway(tx: Tx, recordingId: string): Promise<void> {
  await tx.query('delete from kaigi.minutes_recording where municipality_id = $1 and recording_id = $2', [
    ...[tx.municipalityId, recordingId],
  ]);
}

/** The version of the history of a meeting's recordings: 0 before there are any. */
export async function recordingsVersion(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `select coalesce(max(f.seq), 0)::int as version from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.subject_kind = 'recording' and f.subject_id = $2`,
    [tx.municipalityId, meetingId],
  );
  return row?.version ?? 0;
}

export interface Ticket {
  readonly ticketSha256: string;
  readonly meetingId: string;
  readonly recordingId: string;
  readonly entraOid: string;
  readonly expiresAt: Date;
}

/** Keeps a ticket; those whose time is over are forgotten. */
export async function insertTicket(tx: Tx, ticket: Ticket, now: Date): Promise<void> {
  const { ticketSha256, meetingId, recordingId, entraOid, expiresAt } = ticket;
  await tx.query('delete from kaigi.minutes_play_ticket where municipality_id = $1 and expires_at < $2', [
    ...[tx.municipalityId, now],
  ]);
  await tx.query(
    `insert into kaigi.minutes_play_ticket (municipality_id, ticket_sha256, meeting_id, recording_id, entra_oid, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.municipalityId, ticketSha256, meetingId, recordingId, entraOid, expiresAt],
  );
}

export async function readTicket(tx: Tx, ticketSha256: string): Promise<Ticket | null> {
  const [row] = await tx.query<Ticket>(
    `select t.ticket_sha256 as "ticketSha256", t.meeting_id as "meetingId", t.recording_id as "recordingId",
       t.entra_oid as "entraOid", t.expires_at as "expiresAt"
     from kaigi.minutes_play_ticket t where t.municipality_id = $1 and t.ticket_sha256 = $2`,
    [tx.municipalityId, ticketSha256],
  );
  return row ?? null;
}
