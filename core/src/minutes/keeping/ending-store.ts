import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';

/** A recording, or a transcript as it came, of minutes that are final. */
export interface Ending {
  readonly kind: 'RECORDING' | 'TRANSCRIPT';
  readonly id: string;
  readonly meetingId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly at: Date;
  readonly isGone: boolean;
  readonly title: string;
  readonly isOpen: boolean;
  readonly heldOn: LocalDate;
  readonly unitId: string;
  readonly finalOn: LocalDate | null;
  readonly keptUntil: LocalDate;
  readonly bodyId: string | null;
  /** Holds that nobody has lifted. */
  readonly holds: number;
  /** Of the fact that tells of the file. */
  readonly leafId: string | null;
}

const OF_MEETING = `m.meeting_id as "meetingId", m.content ->> 'title' as title, m.is_open as "isOpen", m.held_on as "heldOn",
  m.unit_id as "unitId", m.final_on as "finalOn", m.content ->> 'bodyId' as "bodyId",
  (select count(*) from kaigi.minutes_hold h
    where h.municipality_id = m.municipality_id and h.meeting_id = m.meeting_id and h.lifted is null)::int as holds`;
const leafOf = (kind: 'recordingId' | 'transcriptId', id: string) =>
  `(select f.leaf_id from kaigi.minutes_fact f where f.municipality_id = m.municipality_id and f.subject_id = m.meeting_id
     and f.fact ->> '${kind}' = ${id}::text and f.fact ->> 'sha256' is not null order by f.at limit 1) as "leafId"`;
const MEETING = 'join kaigi.meeting m on m.municipality_id = x.municipality_id and m.meeting_id = x.meeting_id';
const ENDS = 'greatest(m.kept_until, x.extended_until)';

const RECORDINGS = `select 'RECORDING' as kind, x.recording_id as id, x.file_name as "fileName", x.sha256,
    x.bytes::float8 as bytes, x.begun_at as at, x.disposed_at is not null as "isGone", ${ENDS} as "keptUntil",
    ${OF_MEETING}, ${leafOf('recordingId', 'x.recording_id')}
  from kaigi.minutes_recording x ${MEETING}
  where x.municipality_id = $1 and x.sha256 is not null and m.kept_until is not null`;
const TRANSCRIPTS = `select 'TRANSCRIPT' as kind, x.transcript_id as id, x.file_name as "fileName", x.sha256,
    0::float8 as bytes, x.taken_at as at, x.disposed_at is not null as "isGone", ${ENDS} as "keptUntil",
    ${OF_MEETING}, ${leafOf('transcriptId', 'x.transcript_id')}
  from kaigi.meeting_transcript x ${MEETING}
  where x.municipality_id = $1 and m.kept_until is not null`;

const UNLISTED = `x.disposed_at is null and ${ENDS} < $2 and ($3::uuid[] is null or m.unit_id = any($3))`;
const notListed = (kind: string, id: string) => `not exists (select from kaigi.records_disposal_item i
  where i.municipality_id = x.municipality_id and i.subject_kind = '${kind}' and i.subject_id = ${id}
    and i.state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING'))`;

/** Whose last day was before this one. */
export const endedBefore = (tx: Tx, today: LocalDate, unitIds: readonly string[] | null): Promise<Ending[]> =>
  tx.query<Ending>(
    `select * from (${RECORDINGS} and ${UNLISTED} and ${notListed('RECORDING', 'x.recording_id')}
       union all ${TRANSCRIPTS} and ${UNLISTED} and ${notListed('TRANSCRIPT', 'x.transcript_id')}) ended
     order by "unitId", "heldOn", at, id`,
    [tx.municipalityId, today, unitIds],
  );

/** Locked with their meetings: whoever would hold them waits until the commit. */
export const endingsOf = (tx: Tx, kind: string, ids: readonly string[]): Promise<Ending[]> =>
  tx.query<Ending>(
    kind === 'RECORDING'
      ? `${RECORDINGS} and x.recording_id = any($2::uuid[]) for no key update of x, m`
      : `${TRANSCRIPTS} and x.transcript_id = any($2::uuid[]) for no key update of x, m`,
    [tx.municipalityId, ids],
  );

const rowOf = ({ kind }: Ending): string =>
  kind === 'RECORDING' ? 'kaigi.minutes_recording x' : 'kaigi.meeting_transcript x';
const keyOf = ({ kind }: Ending): string => (kind === 'RECORDING' ? 'x.recording_id' : 'x.transcript_id');

export async function keepUntil(tx: Tx, one: Ending, until: LocalDate): Promise<void> {
  await tx.query(`update ${rowOf(one)} set extended_until = $3 where x.municipality_id = $1 and ${keyOf(one)} = $2`, [
    tx.municipalityId,
    one.id,
    until,
  ]);
}

export async function markDisposed(tx: Tx, one: Ending, at: Date): Promise<void> {
  await tx.query(`update ${rowOf(one)} set disposed_at = $3 where x.municipality_id = $1 and ${keyOf(one)} = $2`, [
    ...[tx.municipalityId, one.id, at],
  ]);
}

/** What was heard and edited goes with the transcript that it came from; the minutes themselves stay. */
export async function forgetWords(tx: Tx, { id, meetingId }: Ending): Promise<void> {
  await tx.query(
    `update kaigi.minutes_line l set heard = '', words = '', label = null, gone = true
     where l.municipality_id = $1 and l.meeting_id = $2 and l.transcript_id = $3`,
    [tx.municipalityId, meetingId, id],
  );
  await tx.query(
    `update kaigi.meeting_transcript t set remarks = '{"warnings":[],"doubts":[]}'
     where t.municipality_id = $1 and t.transcript_id = $2`,
    [tx.municipalityId, id],
  );
  await tx.query(
    `delete from kaigi.minutes_change c
     where c.municipality_id = $1 and c.subject_kind = 'transcript' and c.subject_id = $2
       and not exists (select from kaigi.meeting_transcript t where t.municipality_id = $1 and t.meeting_id = $2
         and t.disposed_at is null)`,
    [tx.municipalityId, meetingId],
  );
}
