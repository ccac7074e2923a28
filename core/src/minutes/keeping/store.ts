import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { MEETING_ROWS } from '../meetings/store.ts';

export interface Lifted {
  readonly reason: string;
  readonly by: Person;
  /** instant, ISO 8601 */
  readonly at: string;
}

export interface Hold {
  readonly holdId: string;
  readonly reason: string;
  readonly placedBy: Person;
  readonly placedAt: Date;
  readonly lifted: Lifted | null;
}

/** The newest first. */
export const holdsOf = (tx: Tx, meetingId: string): Promise<Hold[]> =>
  tx.query<Hold>(
    `select h.hold_id as "holdId", h.reason, h.placed_by as "placedBy", h.placed_at as "placedAt", h.lifted
     from kaigi.minutes_hold h where h.municipality_id = $1 and h.meeting_id = $2
     order by h.placed_at desc, h.hold_id desc`,
    [tx.municipalityId, meetingId],
  );

export async function insertHold(tx: Tx, meetingId: string, hold: Hold): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_hold (municipality_id, meeting_id, hold_id, reason, placed_by, placed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.municipalityId, meetingId, hold.holdId, hold.reason, JSON.stringify(hold.placedBy), hold.placedAt],
  );
}

export async function liftHold(tx: Tx, meetingId: string, holdId: string, lifted: Lifted): Promise<void> {
  await tx.query(
    `update kaigi.minutes_hold set lifted = $4 where municipality_id = $1 and meeting_id = $2 and hold_id = $3`,
    [tx.municipalityId, meetingId, holdId, JSON.stringify(lifted)],
  );
}

export interface KeptFile {
  readonly id: string;
  readonly kind: 'TRANSCRIPT' | 'RECORDING';
  readonly fileName: string;
  readonly at: Date;
  readonly by: Person;
  readonly disposedAt: Date | null;
}

/** Every transcript as it came and every recording that is there, the oldest first. */
export const keptFilesOf = (tx: Tx, meetingId: string): Promise<KeptFile[]> =>
  tx.query<KeptFile>(
    `select * from (
       select t.transcript_id as id, 'TRANSCRIPT' as kind, t.file_name as "fileName", t.taken_at as at, t.taken_by as by,
         t.disposed_at as "disposedAt"
       from kaigi.meeting_transcript t where t.municipality_id = $1 and t.meeting_id = $2
       union all
       select r.recording_id, 'RECORDING', r.file_name, r.begun_at, r.begun_by, r.disposed_at
       from kaigi.minutes_recording r where r.municipality_id = $1 and r.meeting_id = $2 and r.sha256 is not null) kept
     order by at, id`,
    [tx.municipalityId, meetingId],
  );

export interface KeptMeeting extends Meeting {
  readonly transcripts: number;
  readonly recordings: number;
  readonly holds: number;
}

export interface KeptAsked {
  /** Null: of every section. */
  readonly unitIds: readonly string[] | null;
  /** Only those whose last day is before this one and that nothing holds. */
  readonly dueOn: LocalDate | null;
  readonly after: { readonly until: string; readonly meetingId: string } | null;
  readonly limit: number;
}

const COUNTS = `(select count(*) from kaigi.meeting_transcript t
    where t.municipality_id = m.municipality_id and t.meeting_id = m.meeting_id and t.disposed_at is null)::int as transcripts,
  (select count(*) from kaigi.minutes_recording r
    where r.municipality_id = m.municipality_id and r.meeting_id = m.meeting_id and r.sha256 is not null
      and r.disposed_at is null)::int as recordings,
  (select count(*) from kaigi.minutes_hold h
    where h.municipality_id = m.municipality_id and h.meeting_id = m.meeting_id and h.lifted is null)::int as holds`;

/** Meetings of whose minutes something is kept until a day, the first day first. */
export const keptMeetings = (tx: Tx, { unitIds, dueOn, after, limit }: KeptAsked): Promise<KeptMeeting[]> =>
  tx.query<KeptMeeting>(
    `select * from (${MEETING_ROWS.replace('m.content', `m.content, ${COUNTS}`)}
       and m.kept_until is not null and ($2::uuid[] is null or m.unit_id = any($2))) kept
     where transcripts + recordings > 0
       and ($3::date is null or ("keptUntil" < $3 and holds = 0))
       and ($4::date is null or ("keptUntil", "meetingId") > ($4, $5::uuid))
     order by "keptUntil", "meetingId" limit $6`,
    [tx.municipalityId, unitIds, dueOn, after?.until ?? null, after?.meetingId ?? null, limit],
  );
