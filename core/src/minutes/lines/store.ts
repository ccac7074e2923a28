import type { Tx } from '../../platform/index.ts';
import type { Line } from './line.ts';

const ROWS = `select l.line_id as "lineId", l.version, l.place, l.label, l.attendee_id as "attendeeId",
    l.start_ms as "startMs", l.end_ms as "endMs", l.heard, l.words as text,
    l.confidence, l.spoken_over as "spokenOver", l.sure
  from kaigi.minutes_line l where l.municipality_id = $1 and l.meeting_id = $2 and not l.gone`;

/** In the order of speech. */
export const linesOf = (tx: Tx, meetingId: string): Promise<Line[]> =>
  tx.query<Line>(`${ROWS} order by l.place, l.line_id`, [tx.municipalityId, meetingId]);

export async function lineById(tx: Tx, meetingId: string, lineId: string): Promise<Line | null> {
  const [row] = await tx.query<Line>(`${ROWS} and l.line_id = $3`, [tx.municipalityId, meetingId, lineId]);
  return row ?? null;
}

export async function lineAfter(tx: Tx, meetingId: string, { place }: Pick<Line, 'place'>): Promise<Line | null> {
  const [row] = await tx.query<Line>(`${ROWS} and l.place > $3 order by l.place, l.line_id limit 1`, [
    ...[tx.municipalityId, meetingId, place],
  ]);
  return row ?? null;
}

/** The lines of one label, from a place on. */
export const linesLabelled = (
  tx: Tx,
  meetingId: string,
  { label, from }: { readonly label: string | null; readonly from: number },
): Promise<Line[]> =>
  tx.query<Line>(`${ROWS} and l.label is not distinct from $3 and l.place >= $4 order by l.place`, [
    ...[tx.municipalityId, meetingId, label, from],
  ]);

const asRecord = ({ lineId, startMs, endMs, attendeeId, spokenOver, ...rest }: Line) => ({
  ...{ ...rest, spoken_over: spokenOver },
  ...{ line_id: lineId, start_ms: startMs, end_ms: endMs, attendee_id: attendeeId },
});

const RECORDS = `jsonb_to_recordset($3) as r(line_id uuid, version int, place double precision, label text,
     attendee_id uuid, start_ms bigint, end_ms bigint, heard text, text text,
     confidence real, spoken_over boolean, sure boolean)`;

export async function insertLines(
  tx: Tx,
  { meetingId, transcriptId }: { readonly meetingId: string; readonly transcriptId: string },
  lines: readonly Line[],
): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_line (municipality_id, meeting_id, transcript_id, line_id, version, place, label,
       attendee_id, start_ms, end_ms, heard, words, confidence, spoken_over, sure)
     select $1, $2, $4, r.line_id, r.version, r.place, r.label, r.attendee_id, r.start_ms, r.end_ms, r.heard, r.text,
       r.confidence, r.spoken_over, r.sure
     from ${RECORDS}`,
    [tx.municipalityId, meetingId, JSON.stringify(lines.map(asRecord)), transcriptId],
  );
}

/** The second half of a line that was split, beside the first. False where the id is taken. */
export async function insertBeside(tx: Tx, meetingId: string, first: Line, second: Line): Promise<boolean> {
  const rows = await tx.query(
    `insert into kaigi.minutes_line (municipality_id, meeting_id, transcript_id, line_id, version, place, label,
       attendee_id, start_ms, end_ms, heard, words, confidence, spoken_over, sure)
     select $1, $2, l.transcript_id, r.line_id, r.version, r.place, r.label, r.attendee_id, r.start_ms, r.end_ms,
       r.heard, r.text, r.confidence, r.spoken_over, r.sure
     from ${RECORDS}, kaigi.minutes_line l
     where l.municipality_id = $1 and l.meeting_id = $2 and l.line_id = $4 on conflict do nothing returning line_id`,
    [tx.municipalityId, meetingId, JSON.stringify([asRecord(second)]), first.lineId],
  );
  return rows.length > 0;
}

export async function updateLines(tx: Tx, meetingId: string, lines: readonly Line[]): Promise<void> {
  await tx.query(
    `update kaigi.minutes_line l set version = r.version, attendee_id = r.attendee_id, start_ms = r.start_ms,
       end_ms = r.end_ms, heard = r.heard, words = r.text, confidence = r.confidence, spoken_over = r.spoken_over, sure = r.sure
     from ${RECORDS} where l.municipality_id = $1 and l.meeting_id = $2 and l.line_id = r.line_id`,
    [tx.municipalityId, meetingId, JSON.stringify(lines.map(asRecord))],
  );
}

/** These, or all of the meeting. They stay in the database, and in nobody's view. */
export async function takeAway(tx: Tx, meetingId: string, lineIds: readonly string[] | null): Promise<void> {
  await tx.query(
    `update kaigi.minutes_line set gone = true
     where municipality_id = $1 and meeting_id = $2 and ($3::uuid[] is null or line_id = any($3))`,
    [tx.municipalityId, meetingId, lineIds],
  );
}

export interface Editor {
  readonly staffId: string;
  readonly name: string;
  readonly lineId: string | null;
}

export async function noteEditor(
  tx: Tx,
  meetingId: string,
  { staffId, name, lineId, at }: Editor & { readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into kaigi.minutes_editor (municipality_id, meeting_id, staff_id, name, line_id, seen_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, meeting_id, staff_id)
     do update set name = excluded.name, line_id = excluded.line_id, seen_at = excluded.seen_at`,
    [tx.municipalityId, meetingId, staffId, name, lineId, at],
  );
}

export const editorsOf = (
  tx: Tx,
  meetingId: string,
  { but, since }: { readonly but: string; readonly since: Date },
): Promise<Editor[]> =>
  tx.query<Editor>(
    `select e.staff_id as "staffId", e.name, e.line_id as "lineId" from kaigi.minutes_editor e
     where e.municipality_id = $1 and e.meeting_id = $2 and e.staff_id <> $3 and e.seen_at >= $4 order by e.name`,
    [tx.municipalityId, meetingId, but, since],
  );
